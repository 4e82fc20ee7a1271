import type { Role, Warning } from '../election/acts.ts';
import type { Station } from '../election/definition.ts';
import type { StationReport } from '../election/report.ts';
import type { Language } from '../election/text.ts';
import { contentHash } from '../hash.ts';
import { confirmationMissing } from './accept-form.ts';
import type { ProgressRow, PublicSums, StationView, ToldWarning } from './desk-views.ts';
import type { FormName } from './entry.ts';
import { isPollClosed, previewOf } from './figures.ts';
import type { KnownDesk } from './known-desk.ts';
import { stationRow, warningsOf } from './progress.ts';
import type { StationWork } from './station-work.ts';
import { describeDeskWarning } from './warning-words.ts';

/** Who looks: what may be shown and done follows from it. */
export interface Looking {
  readonly role: Role;
  readonly by: string;
  readonly language: Language;
  readonly now: string;
}

const CONFIRMS: ReadonlySet<Role> = new Set(['assistant_returning_officer', 'returning_officer']);

/** The form that would be typed next: after a report that stands, the recount that was allowed, or a revision with a reason. */
const nextForm = ({ form, state }: StationWork, { recounting }: ProgressRow): FormName => {
  if (state !== 'public') return form;
  return recounting
    ? { ...form, count: form.count + 1, revision: 1, attempt: 1 }
    : { ...form, revision: form.revision + 1, attempt: 1 };
};

const mayOf = (desk: KnownDesk, work: StationWork, { role, by }: Looking): StationView['may'] => {
  const { known, counted } = desk;
  const author = work.entries.some((entry) => entry.by === by);
  const involved = author || work.resolution?.by === by;
  const double = known.definition.entry === 'double';
  const over = counted.result.declaration !== null || counted.result.status === 'terminated';
  const open = work.state === 'waiting' || work.state === 'sent_back' || work.state === 'public';
  const confirms = CONFIRMS.has(role);
  return {
    enter: !over && (open || (double && work.state === 'entered' && !author)),
    resolve: !over && work.state === 'differing' && !author,
    confirm:
      !over &&
      confirms &&
      work.state === 'to_confirm' &&
      !involved &&
      confirmationMissing({ known, work }).length === 0,
    sendBack: !over && work.state !== 'public' && work.entries.length > 0 && (author || confirms),
  };
};

/** What is public is what was confirmed, once the poll has closed [C-1]. */
const publicSums = (desk: KnownDesk, { now }: Looking): PublicSums | null => {
  if (!isPollClosed(desk.known, now)) return null;
  const { votes, valid, stationsReported } = desk.counted.tally;
  return { votes: Object.fromEntries(votes), valid, stationsReported };
};

/** Before the close nobody learns from a hint what others reported. */
const sayable = (desk: KnownDesk, report: StationReport, looking: Looking): readonly Warning[] =>
  warningsOf(desk, report).filter(({ code }) => code !== 'outlier' || isPollClosed(desk.known, looking.now));

const told = (desk: KnownDesk, report: StationReport, looking: Looking): readonly ToldWarning[] =>
  sayable(desk, report, looking).map((warning) => {
    const explanation = report.explanations?.[warning.code];
    return {
      ...warning,
      ...describeDeskWarning(warning, looking.language),
      ...(explanation === undefined ? {} : { explanation }),
    };
  });

/** One station's form as far as this officer may see it: of two independent entries nothing is shown before both are in. */
export const stationView = (desk: KnownDesk, station: Station, looking: Looking): StationView => {
  const { known } = desk;
  const { row, work } = stationRow(desk, station);
  const report = work.settled ?? work.standing?.body ?? null;
  const differing = work.state === 'differing';
  return {
    now: looking.now,
    row,
    form: nextForm(work, row),
    steps: work.steps,
    entries: work.entries.map(({ slot, role, acceptedAt, by }) => ({
      slot,
      role,
      at: acceptedAt,
      own: by === looking.by,
    })),
    sentBack: work.sentBack && {
      reason: work.sentBack.body.reason,
      at: work.sentBack.acceptedAt,
      role: work.sentBack.role,
    },
    earlier: work.returned.find(({ by }) => by === looking.by)?.body ?? null,
    may: mayOf(desk, work, looking),
    differences: differing || work.resolution ? work.differences : [],
    agreed: differing ? (work.entries[0]?.body.report ?? null) : null,
    settled: work.settled,
    sha256: work.settled && contentHash(work.settled),
    warnings: report ? told(desk, report, looking) : [],
    standing: work.standing?.body ?? null,
    standingAt: work.standing?.acceptedAt ?? null,
    recounts: desk.counted.result.recounts.filter((recount) => recount.station === station.id),
    nextRecount: desk.counted.result.recounts.length + 1,
    preview: work.settled && previewOf(known, work.settled, looking.now),
    soFar: publicSums(desk, looking),
    declared: desk.counted.result.declaration !== null,
  };
};
