import { useEffect, useRef } from 'preact/hooks';
import type { ProgressRow, ProgressView, StationView } from '#shared/desk/desk-views.ts';
import { StationAnswer } from '../answers.ts';
import { useDesk } from '../desk-context.ts';
import { apiPaths, screens } from '../paths.ts';
import { Name } from '../shell/Name.tsx';
import { useAnswer } from '../shell/use-answer.ts';
import { IfConfirmed } from './IfConfirmed.tsx';

/** Only the confirmation is missing, and nothing asks to be read first. */
const isReady = ({ state, flags, missing }: ProgressRow): boolean =>
  state === 'to_confirm' && flags.length === 0 && missing.length === 1;

/** The report that has waited longest. Once shown it stays until it is dealt with: nobody confirms another one by a late click. */
const useNextReady = (rows: readonly ProgressRow[]): ProgressRow | null => {
  const shown = useRef<string | null>(null);
  const ready = rows.filter(isReady);
  const next =
    ready.find(({ id }) => id === shown.current) ??
    [...ready].sort((a, b) => Date.parse(a.since ?? '') - Date.parse(b.since ?? ''))[0] ??
    null;
  shown.current = next?.id ?? null;
  return next;
};

const HowEntered = ({ view, election }: { readonly view: StationView; readonly election: string }) => {
  const { progress } = useDesk().words;
  const double = election === 'double' && view.entries.length > 1;
  const how = double
    ? view.differences.length > 0
      ? progress.settled
      : progress.enteredTwice
    : progress.enteredOnce;
  return (
    <>
      <Name of={view.row.name} /> · {how} ·{' '}
      {view.warnings.length === 0 ? progress.noWarning : progress.warnings(view.warnings.length)}
    </>
  );
};

interface BoxProps {
  readonly row: ProgressRow;
  readonly view: ProgressView;
}

const Box = ({ row, view }: BoxProps) => {
  const { progress } = useDesk().words;
  const { election, constituency } = view.sheet;
  const { value, ask } = useAnswer(apiPaths.station(election.id, constituency.id, row.id), StationAnswer);
  // What the public sees moves with every confirmation: the preview follows it.
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) ask();
    first.current = false;
  }, [view.public, row, ask]);
  if (!value?.preview) return null;
  return (
    <section class="next-one" aria-labelledby="next-one">
      <h2 id="next-one">{progress.ifConfirmed(row.id)}</h2>
      <p class="hint">
        <HowEntered view={value} election={election.entry} />
      </p>
      <IfConfirmed station={row.id} preview={value.preview} sheet={view.sheet} />
      <p class="buttons">
        {value.may.confirm && (
          <a class="act first" href={screens.confirm(election.id, constituency.id, row.id)}>
            {progress.confirm(row.id)}
          </a>
        )}
        <a class="act" href={screens.station(election.id, constituency.id, row.id)}>
          {progress.seeReport}
        </a>
      </p>
    </section>
  );
};

/** The next report to confirm, with what that changes for the public. */
export const NextToConfirm = ({ view }: { readonly view: ProgressView }) => {
  const row = useNextReady(view.rows);
  return row && <Box key={row.id} row={row} view={view} />;
};
