import { hongKongDayOf, isInTime, startOfDay } from '../calendar/hong-kong-time.ts';
import type { Role } from '../election/acts.ts';
import { type ElectionDefinition, placesOf } from '../election/definition.ts';
import type { Notice, NoticeTypeId, Prose } from '../election/notice.ts';
import type { Text } from '../election/text.ts';
import { noticeType } from '../notices/notice-table.ts';
import type { NoticeTopic, NoticeType, Told } from '../notices/notice-type.ts';
import { type ShownContent, shownContents } from '../notices/shown-contents.ts';
import { gazetteDue, type NoticeDays, type NoticeDue, whenDue } from '../notices/when-due.ts';
import { must } from '../result.ts';
import type { ElectionFold, LoggedNotice, NoticeFold } from './election-fold.ts';
import { latestOf, type Stamp } from './stamp.ts';

/** A place by its id and name. */
export interface NamedPlace {
  readonly id: string;
  readonly name: Text;
}

/** One element of `notices.json`: the newest revision of a notice, and everything that is known about it. */
export interface NoticeResult {
  readonly id: string;
  readonly number: number;
  readonly revision: number;
  readonly type: NoticeTypeId;
  /** The kind in words. */
  readonly name: Told;
  readonly topic: NoticeTopic;
  /** The officer in words, where the rules name another than the role says. */
  readonly by: Told | null;
  readonly role: Role;
  readonly constituency: NamedPlace | null;
  readonly station: NamedPlace | null;
  readonly title: Text | null;
  readonly text: Prose | null;
  readonly contents: readonly ShownContent[];
  readonly disclosure: NoticeType['disclosure'];
  /** Where the law wants it, and where and when it was really posted. */
  readonly legalPlace: Told;
  readonly postedAt: Notice['postedAt'];
  readonly timing: Told;
  readonly due: NoticeDue | null;
  readonly inTime: boolean | null;
  readonly gazetteNeed: NoticeType['gazette'];
  readonly gazette: NonNullable<Notice['gazette']> | null;
  readonly gazetteDue: NoticeDue | null;
  readonly gazetteInTime: boolean | null;
  /** The notice in the Gazette that follows this one. */
  readonly gazettedBy: string | null;
  readonly attachment: NonNullable<Notice['attachment']> | null;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  /** Why it supersedes another. */
  readonly reason: string | null;
  readonly acceptedAt: string;
  /** When it entered the ledger. */
  readonly publishedAt: string;
  /** When it, or what became of it, last entered the ledger. */
  readonly updatedAt: string;
  readonly revisions: readonly {
    readonly revision: number;
    readonly acceptedAt: string;
    readonly role: Role;
    readonly reason: string | null;
    readonly entry: number;
  }[];
  readonly source: string;
  /** Version and time at which anything told here last changed. */
  readonly version: number;
  readonly asOf: string;
}

const newest = (notice: NoticeFold): LoggedNotice => must(notice.revisions.at(-1), 'a notice has a revision');
const bodyOf = (notice: NoticeFold): Notice => newest(notice).act.body;

/** What notices are told with: looked up once, however many there are. */
interface Telling {
  readonly fold: ElectionFold;
  readonly definition: ElectionDefinition;
  /** Election notices that stand: they tell when nominations end [2016 ¶4.16]. */
  readonly elections: readonly NoticeFold[];
  /** Results in the Gazette that stand, by constituency. */
  readonly gazetted: ReadonlyMap<string | undefined, NoticeFold>;
}

const tellingOf = (fold: ElectionFold, definition: ElectionDefinition): Telling => {
  const standing = [...fold.notices.values()].filter(({ supersededBy }) => supersededBy === null);
  const of = (type: NoticeTypeId) => standing.filter((notice) => bodyOf(notice).type === type);
  return {
    fold,
    definition,
    elections: of('N1'),
    gazetted: new Map(of('N27').map((notice) => [bodyOf(notice).constituency, notice])),
  };
};

/** The constituency's own election notice, else the election's. */
const electionNotice = ({ elections }: Telling, constituency: string | undefined): NoticeFold | undefined =>
  elections.findLast((notice) => bodyOf(notice).constituency === constituency) ??
  elections.findLast((notice) => bodyOf(notice).constituency === undefined);

const daysOf = (telling: Telling, constituency: string | undefined): NoticeDays => {
  const { fold, definition } = telling;
  const nominations = electionNotice(telling, constituency);
  const end = nominations && bodyOf(nominations).contents?.['nominationsUntil'];
  const declaration = fold.constituencies.get(constituency ?? '')?.declaration;
  return {
    edition: definition.edition,
    pollingDay: hongKongDayOf(definition.pollOpensAt),
    nominationsEnd: typeof end === 'string' ? end : null,
    declaredOn: declaration ? hongKongDayOf(declaration.acceptedAt) : null,
  };
};

/** The days that deadlines count from, by constituency, as far as the ledger tells them. */
export const noticeDays = (
  fold: ElectionFold,
  definition: ElectionDefinition,
): ((constituency: string | undefined) => NoticeDays) => {
  const telling = tellingOf(fold, definition);
  return (constituency) => daysOf(telling, constituency);
};

const wasInTime = (due: NoticeDue | null, done: string | null): boolean | null =>
  due?.due == null || due.is === 'from' || done === null ? null : isInTime(done, due.due);

/** The notice in the Gazette of the same constituency's result. */
const gazetteNotice = ({ gazetted }: Telling, { type, constituency }: Notice): NoticeFold | undefined =>
  noticeType(type).gazette === 'follows' ? gazetted.get(constituency) : undefined;

const placed = (places: ReadonlyMap<string, NamedPlace>, id: string | undefined): NamedPlace | null => {
  const found = id === undefined ? undefined : places.get(id);
  return found ? { id: found.id, name: found.name } : null;
};

/** Everything else whose change changes what is told about a notice. */
const restsOn = (
  telling: Telling,
  notice: NoticeFold,
  dues: readonly (NoticeDue | null)[],
): readonly Stamp[] => {
  const { fold } = telling;
  const body = bodyOf(notice);
  const counts = (trigger: string) => dues.some((due) => due?.trigger === trigger);
  const nominations = counts('nominations_end') ? electionNotice(telling, body.constituency) : undefined;
  const follows = gazetteNotice(telling, body);
  const declared = counts('declaration') ? fold.constituencies.get(body.constituency ?? '')?.declared : null;
  return [notice, fold.defined, nominations, follows, declared].filter(
    (stamp) => stamp !== undefined && stamp !== null,
  );
};

/** What an officer may leave out, as `null` where it is. */
const given = ({ title, text, gazette, attachment, supersedes }: Notice) => ({
  title: title ?? null,
  text: text ?? null,
  gazette: gazette ?? null,
  attachment: attachment ?? null,
  supersedes: supersedes ?? null,
});

const deadlines = (telling: Telling, notice: NoticeFold, type: NoticeType) => {
  const body = bodyOf(notice);
  const days = daysOf(telling, body.constituency);
  const due = whenDue(type, days);
  const inGazette = gazetteDue(type, days);
  const gazetted = body.gazette ? startOfDay(body.gazette.date) : null;
  return {
    due,
    inTime: wasInTime(due, type.gazette === 'required' ? gazetted : body.postedAt.at),
    gazetteDue: inGazette,
    gazetteInTime: wasInTime(inGazette, gazetted),
    gazettedBy: gazetteNotice(telling, body)?.id ?? null,
    ...latestOf(restsOn(telling, notice, [due, inGazette])),
  };
};

const noticeResult = (telling: Telling, notice: NoticeFold): NoticeResult => {
  const { definition } = telling;
  const body = bodyOf(notice);
  const type = noticeType(body.type);
  const places = placesOf(definition);
  const first = must(notice.revisions[0], 'a notice has a revision').act;
  return {
    id: notice.id,
    number: body.number,
    revision: body.revision,
    type: body.type,
    name: type.name,
    topic: type.topic,
    by: type.by ?? null,
    role: first.role,
    constituency: placed(places.constituencies, body.constituency),
    station: placed(places.stations, body.station),
    ...given(body),
    contents: shownContents(type, body, definition),
    disclosure: type.disclosure,
    legalPlace: type.place,
    postedAt: body.postedAt,
    timing: type.timing.words,
    gazetteNeed: type.gazette,
    supersededBy: notice.supersededBy,
    reason: body.supersedes === undefined ? null : (first.body.reason ?? null),
    acceptedAt: first.acceptedAt,
    publishedAt: notice.revisions[0]?.asOf ?? notice.asOf,
    updatedAt: notice.asOf,
    revisions: notice.revisions.map(({ act }) => ({
      revision: act.body.revision,
      acceptedAt: act.acceptedAt,
      role: act.role,
      reason: act.body.reason ?? null,
      entry: act.entry,
    })),
    source: type.source,
    ...deadlines(telling, notice, type),
  };
};

const byPosting = (a: NoticeResult, b: NoticeResult): number =>
  Date.parse(b.postedAt.at) - Date.parse(a.postedAt.at) ||
  (b.revisions[0]?.entry ?? 0) - (a.revisions[0]?.entry ?? 0);

/** Every notice of an election, the one posted last first. */
export const noticeResults = (fold: ElectionFold): readonly NoticeResult[] => {
  const { definition } = fold;
  if (!definition) return [];
  const telling = tellingOf(fold, definition);
  return [...fold.notices.values()].map((notice) => noticeResult(telling, notice)).sort(byPosting);
};
