import { useEffect, useMemo } from 'preact/hooks';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { useDesk, useName } from '../../desk-context.ts';
import { Screen } from '../../shell/Screen.tsx';
import { wall } from '../../shell/wall.ts';
import { Counters } from '../Counters.tsx';
import { Facts } from '../Facts.tsx';
import { Freshness } from '../Freshness.tsx';
import { countKinds, kindsOf, type Watch } from '../kinds.ts';
import { PublicNow } from '../PublicNow.tsx';
import type { ProgressNow } from '../use-progress.ts';
import { useRenewal } from './use-renewal.ts';
import { WallTiles } from './WallTiles.tsx';

interface HallProps {
  readonly view: ProgressView;
  readonly watch: Watch;
  readonly now: ProgressNow;
  readonly onLeave: () => void;
}

/**
 * The same figures on a wall: larger, nobody's number, little to press, all of them in sight page by page. It keeps itself up and signed in,
 * and when it cannot, its last figures stand with their time.
 */
export const Hall = ({ view, watch, now, onLeave }: HallProps) => {
  const { progress } = useDesk().words;
  const title = useName()(view.sheet.constituency.name).text;
  const kinds = useMemo(() => kindsOf(view.rows, watch), [view.rows, watch]);
  useRenewal();
  useEffect(() => {
    wall.set(true);
    return () => wall.set(false);
  }, []);
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
        <section class="wall-public">
          <h2>{progress.publicNow}</h2>
          <PublicNow view={view} link={false} />
        </section>
        <WallTiles rows={view.rows} kinds={kinds} of={of} />
        <p class="wall-leave">
          <button type="button" class="plain" onClick={onLeave}>
            {progress.leaveHall}
          </button>
        </p>
      </Screen>
    </div>
  );
};
