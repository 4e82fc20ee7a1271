import { hongKongDayOf } from '../calendar/hong-kong-time.ts';
import { isContested } from '../election/check-definition.ts';
import type { Constituency, ElectionDefinition, Station } from '../election/definition.ts';
import type { Notice, NoticeTypeId } from '../election/notice.ts';
import { noticeType } from '../notices/notice-table.ts';
import type { NoticeType, Told } from '../notices/notice-type.ts';
import { type NoticeDue, whenDue } from '../notices/when-due.ts';
import { struckNames } from './candidate-stage.ts';
import type { ElectionFold } from './election-fold.ts';
import { noticeDays } from './notice-results.ts';

/** A notice that the rules want of every election and that nobody has posted: what, by whom, until when, why. */
export interface OwedNotice {
  readonly type: NoticeTypeId;
  readonly name: Told;
  readonly roles: NoticeType['roles'];
  readonly constituency: string | null;
  /** Where it is owed by stations: those that have not posted it. */
  readonly stations: readonly string[] | null;
  readonly legalPlace: Told;
  readonly timing: Told;
  readonly due: NoticeDue | null;
  readonly isLate: boolean;
  readonly source: string;
}

const OF_EVERY_ELECTION: readonly NoticeTypeId[] = ['N1', 'N2', 'N30', 'N31', 'N32', 'N35', 'N36'];
const OF_EVERY_CONSTITUENCY: readonly NoticeTypeId[] = ['N4', 'N5', 'N11', 'N12', 'N13'];

const POLLING: readonly NoticeTypeId[] = ['N14', 'N16', 'N17', 'N18', 'N19'];

/** What each kind of station posts: the counting itself, or where its votes go [2016 ¶5.14-5.24, ¶5.48-5.50, ¶5.62]. */
const OF_STATION: Readonly<Record<Station['kind'], readonly NoticeTypeId[]>> = {
  polling_counting: [...POLLING, 'N21', 'N23'],
  main_counting: [...POLLING, 'N21', 'N23'],
  small_polling: [...POLLING, 'N20', 'N22'],
  dedicated_polling: ['N16', 'N17', 'N19', 'N20'],
  sorting: [],
  central_counting: [],
  online: [],
};

const electionOwes = ({ stations }: ElectionDefinition): readonly NoticeTypeId[] => [
  ...OF_EVERY_ELECTION,
  ...(stations.some(({ kind }) => kind === 'sorting') ? (['N24'] as const) : []),
  ...(stations.some(({ kind }) => kind === 'dedicated_polling') ? (['N29'] as const) : []),
];

interface Posted {
  /** Of this kind for a place, or for the whole that the place belongs to. */
  readonly has: (type: NoticeTypeId, constituency?: string, station?: string) => boolean;
}

const postedIn = (fold: ElectionFold): Posted => {
  const places = new Set(
    [...fold.notices.values()].flatMap(({ revisions }) =>
      revisions.map(({ act: { body } }) => `${body.type} ${body.constituency ?? ''} ${body.station ?? ''}`),
    ),
  );
  return {
    has: (type, constituency = '', station = '') =>
      [`${type}  `, `${type} ${constituency} `, `${type} ${constituency} ${station}`].some((place) =>
        places.has(place),
      ),
  };
};

const isLate = (due: NoticeDue | null, now: string): boolean =>
  due?.due != null && due.is !== 'from' && hongKongDayOf(now) > due.due;

interface Owing {
  readonly fold: ElectionFold;
  readonly definition: ElectionDefinition;
  readonly now: string;
  readonly daysOf: ReturnType<typeof noticeDays>;
  readonly posted: Posted;
}

const owed = (
  { daysOf, now }: Owing,
  id: NoticeTypeId,
  { constituency, stations }: Pick<Notice, 'constituency'> & { readonly stations?: readonly string[] },
): OwedNotice => {
  const type = noticeType(id);
  const due = whenDue(type, daysOf(constituency));
  return {
    type: id,
    name: type.name,
    roles: type.roles,
    constituency: constituency ?? null,
    stations: stations ?? null,
    legalPlace: type.place,
    timing: type.timing.words,
    due,
    isLate: isLate(due, now),
    source: type.source,
  };
};

const constituencyOwes = (owing: Owing, constituency: Constituency): readonly OwedNotice[] => {
  const { fold, definition, posted } = owing;
  const { id } = constituency;
  const events = fold.constituencies.get(id)?.events ?? [];
  const polls = isContested(constituency, struckNames(definition, events));
  const own = polls ? [...OF_EVERY_CONSTITUENCY, 'N3' as const] : OF_EVERY_CONSTITUENCY;
  const stations = polls ? definition.stations.filter((station) => station.constituency === id) : [];
  const kinds = [...new Set(stations.flatMap(({ kind }) => OF_STATION[kind]))];
  return [
    ...own.filter((type) => !posted.has(type, id)).map((type) => owed(owing, type, { constituency: id })),
    ...kinds.flatMap((type) => {
      const missing = stations
        .filter((station) => OF_STATION[station.kind].includes(type) && !posted.has(type, id, station.id))
        .map((station) => station.id);
      return missing.length > 0 ? [owed(owing, type, { constituency: id, stations: missing })] : [];
    }),
  ];
};

/** Every notice that is owed whatever happens and was not posted yet. PopVote posted none. */
export const noticesOwed = (fold: ElectionFold, now: string): readonly OwedNotice[] => {
  const { definition } = fold;
  if (!definition || definition.edition === 'popvote-2017') return [];
  const owing = { fold, definition, now, daysOf: noticeDays(fold, definition), posted: postedIn(fold) };
  return [
    ...electionOwes(definition)
      .filter((type) => !owing.posted.has(type))
      .map((type) => owed(owing, type, {})),
    ...definition.constituencies
      .filter(({ kind }) => kind !== 'referendum')
      .flatMap((constituency) => constituencyOwes(owing, constituency)),
  ];
};
