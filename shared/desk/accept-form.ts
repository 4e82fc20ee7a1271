import type { Role } from '../election/acts.ts';
import { checkReport } from '../election/check-report.ts';
import { countsVotes, placesOf } from '../election/definition.ts';
import { oneProblem, type Problems } from '../election/input-problem.ts';
import { contentHash } from '../hash.ts';
import { isSuspended } from '../recount/accept-moves.ts';
import { acceptReport, type Known } from '../recount/accept-report.ts';
import type { ActOf } from '../recount/act.ts';
import type { SoFar } from '../recount/outlier.ts';
import { ok, type Result, refuse } from '../result.ts';
import { checkSums } from './check-sums.ts';
import { type DeskRecordOf, formOf } from './desk-record.ts';
import { differencesOf } from './differences.ts';
import type { Confirmation, Entry, FormName, SentBack, Step } from './entry.ts';
import type { StationWork } from './station-work.ts';

/** Who acts at the desk: the account behind a role, which is what makes two people two. */
export interface DeskActing {
  readonly role: Role;
  readonly now: string;
  readonly by: string;
}

/** What is known of a station when something about its form arrives. */
export interface KnownWork {
  readonly known: Known;
  readonly work: StationWork;
}

const common = ({ known }: KnownWork, { role, now }: DeskActing) => ({
  election: known.election,
  role,
  acceptedAt: now,
});

const afterClose = ({ definition }: Known, now: string): Problems =>
  Date.parse(now) < Date.parse(definition.pollClosesAt)
    ? oneProblem('before-close', '$', now, { pollClosesAt: definition.pollClosesAt })
    : [];

/** Two people are two accounts, whatever their roles. */
const otherPerson = (authors: readonly { readonly by: string }[], { by }: DeskActing): Problems =>
  authors.some((author) => author.by === by) ? oneProblem('same-person', '$', null) : [];

const sameForm = (work: StationWork, form: FormName): Problems => {
  const open = work.form;
  const isOpen = open.count === form.count && open.revision === form.revision;
  if (isOpen && work.state === 'public') return oneProblem('public-already', '$', form.station);
  if (!isOpen || open.attempt === form.attempt) return [];
  return oneProblem('attempt-differs', '$.attempt', form.attempt, { expected: open.attempt });
};

/** Everything that refuses a form whoever typed it: before the close, out of sequence, not this ballot, sums that cannot be. */
const checkForm = ({ known, work }: KnownWork, entry: Entry, acting: DeskActing): Problems => {
  const early = afterClose(known, acting.now);
  if (early.length > 0) return early;
  const accepted = acceptReport(known, entry.report, { ...acting, correction: false, salt: '' });
  if (!accepted.ok) return accepted.problem;
  const placed = checkReport(known.definition, entry.report);
  if (!placed.ok) return placed.problem;
  return [
    ...sameForm(work, { ...formOf(entry) }),
    ...checkSums(placed.value, known.definition, entry.validVotes),
  ];
};

/** Takes a typed form: the first, or where the election asks for two the second, by somebody else. */
export const acceptEntry = (
  facts: KnownWork,
  body: Entry,
  acting: DeskActing,
): Result<DeskRecordOf<'entry'>, Problems> => {
  const { known, work } = facts;
  const problems = checkForm(facts, body, acting);
  if (problems.length > 0) return refuse(problems);
  const isOpen = work.form.count === body.report.count && work.form.revision === body.report.revision;
  const entries = isOpen ? work.entries : [];
  const wanted = known.definition.entry === 'double' ? 2 : 1;
  if (entries.some(({ by }) => by === acting.by))
    return refuse(oneProblem('entered-by-you', '$', work.station));
  if (entries.length >= wanted) return refuse(oneProblem('entries-complete', '$', work.station, { wanted }));
  const slot = entries.some((entry) => entry.slot === 1) ? 2 : 1;
  return ok({ ...common(facts, acting), type: 'entry', slot, body });
};

/** Fields on which both forms agree are not up for a decision: the paper is read again only where they differ. */
const keepsWhatAgrees = ({ entries, differences }: StationWork, { report }: Entry): Problems => {
  const first = entries[0]?.body.report;
  if (!first) return [];
  const open = new Set(differences.map(({ path }) => path));
  return differencesOf(first, report)
    .filter(({ path }) => !open.has(path))
    .flatMap(({ path, first: agreed, second }) =>
      oneProblem('resolution-differs', path, second, { agreed: agreed ?? '–' }),
    );
};

/** Takes the reading of the paper form that settles two differing entries, by a third person. */
export const acceptResolution = (
  facts: KnownWork,
  body: Entry,
  acting: DeskActing,
): Result<DeskRecordOf<'resolution'>, Problems> => {
  const { work } = facts;
  if (work.state !== 'differing') return refuse(oneProblem('nothing-differs', '$', work.station));
  const problems = [
    ...otherPerson(work.entries, acting),
    ...checkForm(facts, body, acting),
    ...keepsWhatAgrees(work, body),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({ ...common(facts, acting), type: 'resolution', body });
};

const MAY_SEND_BACK: ReadonlySet<Role> = new Set(['assistant_returning_officer', 'returning_officer']);

/** Takes an entry back, or sends the form back to the station; both forms are typed anew. */
export const acceptSentBack = (
  facts: KnownWork,
  body: SentBack,
  acting: DeskActing,
): Result<DeskRecordOf<'sent-back'>, Problems> => {
  const { work } = facts;
  const isOpen = work.form.count === body.count && work.form.revision === body.revision;
  if (!isOpen || work.entries.length === 0) return refuse(oneProblem('nothing-entered', '$', work.station));
  const own = work.entries.some(({ by }) => by === acting.by);
  const problems = [
    ...sameForm(work, body),
    ...(own || MAY_SEND_BACK.has(acting.role) ? [] : oneProblem('not-your-entry', '$', work.station)),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({ ...common(facts, acting), type: 'sent-back', body });
};

/** Takes a sign of life from a counting station. */
export const acceptStep = (
  facts: KnownWork,
  body: Step,
  acting: DeskActing,
): Result<DeskRecordOf<'step'>, Problems> => {
  const station = placesOf(facts.known.definition).stations.get(body.station);
  if (station?.constituency !== body.constituency)
    return refuse(oneProblem('unknown-station', '$.station', body.station));
  const problems = [
    ...afterClose(facts.known, acting.now),
    ...(countsVotes(station)
      ? []
      : oneProblem('counted-elsewhere', '$.station', station.id, {
          kind: station.kind,
          countedAt: station.countedAt ?? '',
        })),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({ ...common(facts, acting), type: 'step', body });
};

/** Counting places without a presiding officer tell no result at the station: their figures are told at the Central Counting Station. */
export const tellsResult = (kind: string | undefined): boolean =>
  kind !== 'central_counting' && kind !== 'online';

/** What keeps a settled form from becoming public, besides the confirmation itself [2016 ¶5.78, C-1]. */
export const confirmationMissing = ({ known, work }: KnownWork): Problems => {
  const { stations } = placesOf(known.definition);
  const adjournments = known.acts.filter((act) => act.type === 'adjournment');
  const told = work.steps.includes('result_told') || !tellsResult(stations.get(work.station)?.kind);
  const suspended = isSuspended(adjournments, work.station) || isSuspended(adjournments, undefined);
  return [
    ...(told ? [] : oneProblem('result-not-told', '$.station', work.station)),
    ...(suspended ? oneProblem('suspended', '$.station', work.station) : []),
  ];
};

/** Confirms a form: the act that makes the station's report public, by somebody who typed none of it [2016 ¶5.78]. */
export const acceptConfirmation = (
  facts: KnownWork,
  body: Confirmation,
  acting: DeskActing & { readonly salt: string; readonly soFar?: SoFar | undefined },
): Result<ActOf<'report'>, Problems> => {
  const { known, work } = facts;
  const { settled, entries, resolution } = work;
  const first = entries[0];
  const isOpen = work.form.count === body.count && work.form.revision === body.revision;
  if (!isOpen || !settled || !first || work.state !== 'to_confirm') {
    return refuse(oneProblem('nothing-to-confirm', '$', work.station, { state: work.state }));
  }
  const problems = [
    ...sameForm(work, body),
    ...(contentHash(settled) === body.sha256 ? [] : oneProblem('seen-differs', '$.sha256', body.sha256)),
    ...otherPerson([...entries, ...(resolution ? [resolution] : [])], acting),
    ...confirmationMissing(facts),
  ];
  if (problems.length > 0) return refuse(problems);
  const { salt, soFar, now } = acting;
  const decided = acceptReport(known, settled, { role: first.role, now, correction: false, salt, soFar });
  return decided.ok ? ok({ ...decided.value, confirmedBy: acting.role }) : decided;
};
