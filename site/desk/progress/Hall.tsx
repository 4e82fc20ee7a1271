import { useMemo } from 'preact/hooks';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { useDesk, useName } from '../desk-context.ts';
import { Screen } from '../shell/Screen.tsx';
import { Counters } from './Counters.tsx';
import { Facts } from './Facts.tsx';
import { Freshness } from './Freshness.tsx';
import { countKinds, kindsOf, type Watch } from './kinds.ts';
import { PublicNow } from './PublicNow.tsx';
import { Tiles } from './Tiles.tsx';
import type { ProgressNow } from './use-progress.ts';

interface HallProps {
  readonly view: ProgressView;
  readonly watch: Watch;
  readonly now: ProgressNow;
  readonly onLeave: () => void;
}

const everyRow = (): boolean => true;

/** The same figures on a wall: larger, nobody's number, nothing to press but the way back. It keeps itself up, and says its age when it cannot. */
export const Hall = ({ view, watch, now, onLeave }: HallProps) => {
  const { progress } = useDesk().words;
  const title = useName()(view.sheet.constituency.name).text;
  const kinds = useMemo(() => kindsOf(view.rows, watch), [view.rows, watch]);
  const { kind } = view.sheet.constituency;
  const of = useMemo(
    () => ({ election: '', constituency: '', opens: false, geographical: kind === 'geographical' }),
    [kind],
  );
  return (
    <div class="hall">
      <Screen title={title} subject={title} facts={<Facts view={view} />}>
        <Freshness heard={now.heard} onAsk={now.ask} hall />
        <Counters counts={countKinds(kinds)} silentAfterMinutes={view.silentAfterMinutes} chosen={null} />
        <div class="wall">
          <section>
            <h2>{progress.publicNow}</h2>
            <PublicNow view={view} link={false} />
          </section>
          <section>
            <h2>{progress.all}</h2>
            <Tiles rows={view.rows} kinds={kinds} isShown={everyRow} of={of} />
          </section>
        </div>
        <p>
          <button type="button" class="plain" onClick={onLeave}>
            {progress.leaveHall}
          </button>
        </p>
      </Screen>
    </div>
  );
};
