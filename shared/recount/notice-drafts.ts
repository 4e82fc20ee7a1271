import { isContested, standingNames } from '../election/check-definition.ts';
import type { Constituency, ElectionDefinition } from '../election/definition.ts';
import { type Notice, noticeScope } from '../election/notice.ts';
import type { Text } from '../election/text.ts';
import {
  asGiven,
  CORRECTED_WORDS,
  electedWords,
  failedWords,
  LOTS_WORDS,
  movedWords,
  paragraphs,
  struckWords,
  terminatedWords,
  uncontestedWords,
} from '../notices/draft-words.ts';
import { noticeType } from '../notices/notice-table.ts';
import type { NoticeType, Told } from '../notices/notice-type.ts';
import { gazetteDue, type NoticeDue, whenDue } from '../notices/when-due.ts';
import { candidateStage, isTerminatedBy, struckNames } from './candidate-stage.ts';
import {
  type ConstituencyFold,
  currentReport,
  type ElectionFold,
  startConstituency,
} from './election-fold.ts';
import { noticeDays } from './notice-results.ts';

/** The act that a draft tells of. */
export type DraftFor =
  | 'relocation'
  | 'result'
  | 'correction'
  | 'uncontested'
  | 'failed'
  | 'terminated'
  | 'struck';

/** A notice that waits for its officer: everything is filled in but where and when it was posted. */
export interface NoticeDraft {
  readonly for: DraftFor;
  readonly notice: Omit<Notice, 'postedAt'>;
  readonly name: Told;
  readonly roles: NoticeType['roles'];
  readonly legalPlace: Told;
  readonly timing: Told;
  readonly due: NoticeDue | null;
  readonly gazetteDue: NoticeDue | null;
}

/** A draft before it has its number and its deadlines. */
type Wanted = Pick<Notice, 'type' | 'station' | 'contents' | 'supersedes' | 'reason'> & {
  readonly for: DraftFor;
  readonly text: Told;
};

type StandingNotice = Notice & { readonly id: string; readonly acceptedAt: string };

/** A constituency with everything that its drafts are made from. */
interface Subject {
  readonly definition: ElectionDefinition;
  readonly constituency: Constituency;
  readonly state: ConstituencyFold;
  /** Notices of this constituency that stand, in their order, with when they were accepted. */
  readonly standing: readonly StandingNotice[];
  /** Those of its stations. */
  readonly atStations: readonly StandingNotice[];
}

const isPosted = ({ standing }: Subject, type: Notice['type']): boolean =>
  standing.some((notice) => notice.type === type);

const unlessPosted = (subject: Subject, wanted: Wanted): readonly Wanted[] =>
  isPosted(subject, wanted.type) ? [] : [wanted];

const allNames = (constituency: Constituency): readonly { readonly id: string; readonly name: Text }[] =>
  constituency.contestants.flatMap((contestant) => standingNames(contestant, constituency));

const namesOf = ({ constituency }: Subject, ids: readonly string[]): readonly Text[] => {
  const names = new Map(allNames(constituency).map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? { en: id });
};

/** Election proceedings that a death or disqualification has ended, or that were declared ended [2016 ¶2.29, ¶3.40-3.41]. */
const terminated = (subject: Subject): readonly Wanted[] => {
  const { definition, constituency, state } = subject;
  const event = state.events.find((act) => isTerminatedBy(definition, act));
  const declared = state.declaration?.body.outcome === 'terminated' ? state.declaration : null;
  const at = event?.body.satisfiedAt ?? declared?.acceptedAt;
  if (at === undefined) return [];
  const reason = asGiven(event?.body.reason ?? declared?.body.reason);
  const text = paragraphs(terminatedWords(constituency.name), reason);
  const affected = event ? { affected: [event.candidate] } : {};
  const why = reason ? { reason: { ...reason } } : {};
  if (candidateStage(definition, at) === 'before_polling_day') {
    const contents = { reason: { ...(reason ?? terminatedWords(constituency.name)) }, ...affected };
    return unlessPosted(subject, { for: 'terminated', type: 'N9', text, contents });
  }
  const contents = { terminatedAt: at, ...why, ...affected };
  return unlessPosted(subject, { for: 'terminated', type: 'N10', text, contents });
};

/** Names struck off before polling day, each told once [2016 ¶2.28, ¶4.33-4.34]. */
const struck = (subject: Subject): readonly Wanted[] => {
  const { definition, constituency, state, standing } = subject;
  const gone = struckNames(definition, state.events);
  const told = new Set(
    standing.flatMap(({ type, contents }) => (type === 'N8' ? [contents?.['affected']].flat() : [])),
  );
  const remaining = allNames(constituency).filter(({ id }) => !gone.has(id));
  return state.events
    .filter(
      ({ candidate, body }) => gone.has(candidate) && body.event !== 'withdrawn' && !told.has(candidate),
    )
    .map(({ candidate, body }) => {
      const died = body.event === 'died';
      const [name = { en: candidate }] = namesOf(subject, [candidate]);
      return {
        for: 'struck',
        type: 'N8',
        text: struckWords(constituency.name, { name, died, remaining: remaining.map((one) => one.name) }),
        contents: {
          affected: [candidate],
          cause: died ? 'died' : 'disqualified',
          ...(remaining.length > 0 ? { remaining: remaining.map(({ id }) => id) } : {}),
        },
      };
    });
};

const failed = (
  subject: Subject,
  elected: readonly string[],
  reason?: string | undefined,
): readonly Wanted[] => {
  const { name, seats } = subject.constituency;
  const unfilled = seats - elected.length;
  if (unfilled <= 0) return [];
  return unlessPosted(subject, {
    for: 'failed',
    type: 'N7',
    text: paragraphs(failedWords(name, unfilled, seats), asGiven(reason)),
    contents: { unfilled, ...(elected.length > 0 ? { elected: [...elected] } : {}) },
  });
};

/** Nobody contests: those who stand are elected, and seats may stay empty [2016 ¶2.22]. */
const uncontested = (subject: Subject): readonly Wanted[] => {
  const { definition, constituency, state } = subject;
  const gone = struckNames(definition, state.events);
  const elected = allNames(constituency)
    .map(({ id }) => id)
    .filter((id) => !gone.has(id));
  const text = uncontestedWords(constituency.name, namesOf(subject, elected));
  return [
    ...(elected.length > 0
      ? unlessPosted(subject, { for: 'uncontested', type: 'N6', text, contents: { elected } })
      : []),
    ...failed(subject, elected),
  ];
};

const result = (subject: Subject, contested: boolean): readonly Wanted[] => {
  const { constituency, state } = subject;
  const declared = state.declaration?.body;
  if (!declared || declared.outcome === 'terminated') return [];
  const elected = [...declared.elected];
  const words = electedWords(constituency.name, namesOf(subject, elected));
  const text = paragraphs(words, state.lots.length > 0 ? LOTS_WORDS : null);
  const wanted = (type: 'N26' | 'N27') =>
    unlessPosted(subject, { for: 'result', type, text, contents: { elected } });
  return [
    ...(elected.length > 0 && contested ? wanted('N26') : []),
    ...(elected.length > 0 ? wanted('N27') : []),
    ...failed(subject, elected, declared.reason),
  ];
};

/** Figures that were corrected after the result was posted: the notice that says so supersedes it. */
const corrected = (subject: Subject): readonly Wanted[] => {
  const { constituency, state, standing } = subject;
  const posted = standing.findLast(({ type }) => type === 'N26');
  const elected = state.declaration?.body.elected ?? [];
  const latest = [...state.reports.keys()]
    .flatMap((station) => currentReport(state, station)?.act ?? [])
    .filter(
      ({ correction, acceptedAt }) =>
        correction && Date.parse(acceptedAt) > Date.parse(posted?.acceptedAt ?? ''),
    )
    .at(-1);
  if (!posted || !latest) return [];
  const reason = `${latest.body.station}: ${latest.body.reason ?? ''}`.slice(0, 1000).toWellFormed();
  return [
    {
      for: 'correction',
      type: 'N26',
      text: paragraphs(
        electedWords(constituency.name, namesOf(subject, elected)),
        CORRECTED_WORDS,
        asGiven(reason),
      ),
      contents: { elected: [...elected] },
      supersedes: posted.id,
      reason,
    },
  ];
};

/** A count that the Commission moved: candidates are told where and when it goes on [2016 ¶5.82]. */
const relocated = ({ definition, state, standing, atStations }: Subject): readonly Wanted[] => {
  const names = new Map(definition.stations.map(({ id, name }) => [id, name]));
  const isTold = ({ acceptedAt, body }: (typeof state.relocations)[number]): boolean =>
    [...standing, ...atStations].some(
      (notice) =>
        notice.type === 'N25' &&
        (notice.station ?? body.station) === body.station &&
        Date.parse(notice.acceptedAt) >= Date.parse(acceptedAt),
    );
  const newest = new Map(state.relocations.map((act) => [act.body.station, act]));
  return [...newest.values()]
    .filter((act) => !isTold(act))
    .map(({ body: { station, to, opensAt, reason } }) => ({
      for: 'relocation',
      type: 'N25',
      station,
      text: paragraphs(movedWords(station, names.get(station) ?? { en: station }, to), asGiven(reason)),
      contents: {
        ...(opensAt === undefined ? {} : { movedAt: opensAt }),
        movedTo: { ...to },
        reason: { ...asGiven(reason) },
      },
    }));
};

const wantedOf = (subject: Subject): readonly Wanted[] => {
  const { definition, constituency, state } = subject;
  const ended = terminated(subject);
  const isEnded =
    state.declaration?.body.outcome === 'terminated' ||
    state.events.some((act) => isTerminatedBy(definition, act));
  if (isEnded) return ended;
  const contested = isContested(constituency, struckNames(definition, state.events));
  return [
    ...relocated(subject),
    ...struck(subject),
    ...(contested ? [] : uncontested(subject)),
    ...result(subject, contested),
    ...corrected(subject),
  ].filter(
    ({ type }, index, all) =>
      type === 'N8' || type === 'N25' || all.findIndex((one) => one.type === type) === index,
  );
};

const subjectOf = (
  fold: ElectionFold,
  definition: ElectionDefinition,
  constituency: Constituency,
): Subject => {
  const own = [...fold.notices.values()]
    .filter(({ supersededBy }) => supersededBy === null)
    .flatMap(({ id, revisions }): StandingNotice[] => {
      const act = revisions.at(-1)?.act;
      return act ? [{ ...act.body, id, acceptedAt: act.acceptedAt }] : [];
    })
    .filter((notice) => notice.constituency === constituency.id);
  return {
    definition,
    constituency,
    state: fold.constituencies.get(constituency.id) ?? startConstituency(constituency.id),
    standing: own.filter(({ station }) => station === undefined),
    atStations: own.filter(({ station }) => station !== undefined),
  };
};

/** The next number of each sequence: where several drafts wait in one, whichever is posted first takes it. */
const nextNumbers = (fold: ElectionFold) => {
  const last = new Map<string, number>();
  for (const { revisions } of fold.notices.values()) {
    for (const { act } of revisions) {
      const scope = noticeScope(act.body);
      last.set(scope, Math.max(last.get(scope) ?? 0, act.body.number));
    }
  }
  return (of: Pick<Notice, 'constituency' | 'station'>): number => (last.get(noticeScope(of)) ?? 0) + 1;
};

/** Drafts made from acts: each waits until a notice tells of its act, and is gone then. Questions of a referendum have none. */
export const noticeDrafts = (fold: ElectionFold): readonly NoticeDraft[] => {
  const { definition } = fold;
  if (!definition) return [];
  const next = nextNumbers(fold);
  const daysOf = noticeDays(fold, definition);
  return definition.constituencies
    .filter(({ kind }) => kind !== 'referendum')
    .flatMap((constituency) =>
      wantedOf(subjectOf(fold, definition, constituency)).map(
        ({ for: act, text, ...wanted }): NoticeDraft => {
          const type = noticeType(wanted.type);
          const { id } = constituency;
          const days = daysOf(id);
          return {
            for: act,
            notice: {
              ...wanted,
              constituency: id,
              number: next({ constituency: id, station: wanted.station }),
              revision: 1,
              text: { ...text },
            },
            name: type.name,
            roles: type.roles,
            legalPlace: type.place,
            timing: type.timing.words,
            due: whenDue(type, days),
            gazetteDue: gazetteDue(type, days),
          };
        },
      ),
    );
};
