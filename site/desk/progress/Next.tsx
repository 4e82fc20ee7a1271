import type { MissingStep, ProgressRow, ProgressView } from '#shared/desk/desk-views.ts';
import { dayTime } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { NoticesLink } from '../notices/NoticeLink.tsx';
import { screens } from '../paths.ts';
import { Name } from '../shell/Name.tsx';
import { rolesIn } from './what-waits.ts';

interface Place {
  readonly election: string;
  readonly constituency: string;
  readonly opens: boolean;
}

/** Stations by their codes, each a link for who may open it. */
const Codes = ({ ids, of }: { readonly ids: readonly string[]; readonly of: Place }) => (
  <>
    {ids.map((id, at) => (
      <span key={id}>
        {at > 0 && ' · '}
        {of.opens ? <a href={screens.station(of.election, of.constituency, id)}>{id}</a> : id}
      </span>
    ))}
  </>
);

const MOST_NAMED = 6;

/** Which notices, each by its number and name, and the way to them. */
const NoticesToPost = ({ step, of }: { readonly step: MissingStep; readonly of: Place }) => {
  const { language } = useDesk();
  return (
    <ul>
      {(step.notices ?? []).map(({ type, name }) => (
        <li key={type}>
          <a href={screens.notices(of.election, of.constituency)}>
            {type} {name[language]}
          </a>
        </li>
      ))}
    </ul>
  );
};

const Step = ({
  step,
  missing,
  of,
}: {
  readonly step: MissingStep;
  readonly missing: number;
  readonly of: Place;
}) => {
  const { words } = useDesk();
  const { progress } = words;
  const named = (step.stations ?? []).slice(0, MOST_NAMED);
  return (
    <li>
      <b>{progress.nextSteps[step.step]}</b> <span class="hint">{progress.by(rolesIn(step.by, words))}</span>
      {step.step === 'statement' && of.opens && (
        <p>
          <a href={screens.decisions(of.election, of.constituency)}>{words.decisions.link}</a>
        </p>
      )}
      {step.step === 'notices' && <NoticesToPost step={step} of={of} />}
      {step.step === 'stations' && (
        <p>
          {progress.stillMissing(missing)} <Codes ids={named} of={of} />
          {missing > named.length && ` ${progress.andMore(missing - named.length)}`}
        </p>
      )}
    </li>
  );
};

/** What the constituency still waits for as a whole, in order, and who holds each step. */
export const Next = ({
  view,
  of,
  acts,
}: {
  readonly view: ProgressView;
  readonly of: Place;
  readonly acts: boolean;
}) => {
  const { language, words } = useDesk();
  const { progress } = words;
  const stations = view.rows.filter(({ kind, missing }) => kind !== 'central_counting' && missing.length > 0);
  return (
    <>
      {view.missing.length === 0 ? (
        <p>
          {view.declaration
            ? progress.nextDeclared(dayTime(language, view.declaration.declaredAt))
            : progress.nextNothing}
        </p>
      ) : (
        <ol class="chain">
          {view.missing.map((step) => (
            <Step key={step.step} step={step} missing={stations.length} of={of} />
          ))}
        </ol>
      )}
      {acts && (
        <p>
          <a href={screens.acts(of.election, of.constituency)}>{progress.toActs}</a> ·{' '}
          <NoticesLink of={of.election} constituency={of.constituency} />
        </p>
      )}
    </>
  );
};

const suspendedWhole = (view: ProgressView) => {
  const last = view.adjournments.findLast(({ station }) => station === null);
  return last?.state === 'suspended' ? last : null;
};

/** Suspended, moved, recounting: what a shape alone would not say. */
export const Notes = ({ view, of }: { readonly view: ProgressView; readonly of: Place }) => {
  const { language, words } = useDesk();
  const { note, notes, grounds } = words.progress;
  const whole = suspendedWhole(view);
  const idsOf = (is: (row: ProgressRow) => boolean) => view.rows.filter(is).map(({ id }) => id);
  const suspended = whole ? [] : idsOf((row) => row.suspended);
  const moved = view.rows.filter(({ relocatedTo }) => relocatedTo !== null);
  const recounting = idsOf((row) => row.recounting);
  if (!whole && suspended.length + moved.length + recounting.length === 0) return null;
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [note.suspended, suspended],
    [note.recounting, recounting],
  ];
  return (
    <section class="notes">
      <h2>{notes}</h2>
      {whole && <p class="warn">{note.suspendedAll(dayTime(language, whole.at), grounds[whole.ground])}</p>}
      {lines
        .filter(([, ids]) => ids.length > 0)
        .map(([words, ids]) => (
          <p key={words}>
            {words} <Codes ids={ids} of={of} />
          </p>
        ))}
      {moved.length > 0 && (
        <>
          <p>{note.relocated}</p>
          <ul class="moved">
            {moved.map(({ id, relocatedTo }) => (
              <li key={id}>
                <Codes ids={[id]} of={of} />
                <span aria-hidden="true"> → </span>
                <span class="vh">{note.to}</span>
                <Name of={relocatedTo ?? {}} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
