import { canonicalJson } from '../canonical-json.ts';
import { type ActOf, actPlace } from '../recount/act.ts';
import type { Deed, Person, SignedAct } from './audit.ts';
import { type AuditChange, bodyChanges, reportChanges } from './audit-changes.ts';
import { definitionChanges } from './audit-definition.ts';
import { formStory, proposalStory } from './audit-records.ts';
import { type DeskRecordOf, formOf, type Signed } from './desk-record.ts';

type Behind = Pick<Deed, 'who' | 'second' | 'story'>;

const alone = (act: SignedAct): Behind => ({
  who: { account: act.by, role: act.role },
  second: null,
  story: null,
});

type Proposal = Signed<DeskRecordOf<'proposal'>>;

/** The records that public acts of two people rest on. */
interface Grounds {
  readonly proposals: readonly Proposal[];
  readonly entries: ReadonlyMap<string, Signed<DeskRecordOf<'entry'>>>;
}

const groundsOf = (records: readonly Signed[]): Grounds => ({
  proposals: records.filter((record): record is Proposal => record.type === 'proposal'),
  // Of several attempts the last one stands: keys ascend.
  entries: new Map(
    records
      .filter((record): record is Signed<DeskRecordOf<'entry'>> => record.type === 'entry')
      .toSorted((a, b) => b.slot - a.slot || a.body.attempt - b.body.attempt)
      .map((entry) => [formStory(formOf(entry.body)), entry]),
  ),
});

const proposed = (act: SignedAct, { body }: Proposal): boolean =>
  canonicalJson(body.act.body) === canonicalJson(act.body) &&
  (body.act.type === act.type || (body.act.type === 'correction' && act.type === 'report'));

/**
 * Who stands behind a public act of two people: its `by` is who confirmed or seconded it, whose role is `confirmedBy`; the first person
 * is who typed the form or proposed the act.
 */
const behind = (act: SignedAct, grounds: Grounds): Behind => {
  if (act.confirmedBy === undefined) return alone(act);
  const second: Person = { account: act.by, role: act.confirmedBy };
  const proposal = grounds.proposals.findLast((one) => proposed(act, one));
  if (proposal) {
    const who = { account: proposal.by, role: proposal.role };
    return { who, second, story: proposalStory(proposal.body.number) };
  }
  if (act.type !== 'report') return { ...alone(act), second };
  const story = formStory(act.body);
  const entry = grounds.entries.get(story);
  return { who: { account: entry?.by ?? '', role: entry?.role ?? act.role }, second, story };
};

const textOf = (body: object, name: 'station' | 'reason'): string | null => {
  const value = (body as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : null;
};

/** Acts that follow one another: adjournments of one place, moves of one station. */
const seriesOf = (act: SignedAct): string => `${act.type}#${textOf(act.body, 'station') ?? ''}`;

const CONTINUED: ReadonlySet<SignedAct['type']> = new Set(['relocation', 'adjournment', 'statement']);

const precededBy = (acts: readonly SignedAct[]): ((act: SignedAct) => SignedAct | undefined) => {
  const before = new Map<SignedAct, SignedAct | undefined>();
  for (const series of Map.groupBy(acts, seriesOf).values()) {
    for (const [index, act] of series.entries()) before.set(act, series[index - 1]);
  }
  return (act) => before.get(act);
};

/** In the order of the counts and revisions they are of, or of their numbers: keys ascend with both. */
const byKey = (a: SignedAct, b: SignedAct): number => {
  const [left, right] = [actPlace(a).key, actPlace(b).key];
  return left < right ? -1 : left > right ? 1 : 0;
};

const changesOf = (act: SignedAct, previous: SignedAct | undefined): readonly AuditChange[] => {
  switch (act.type) {
    case 'report':
      return reportChanges(previous?.type === 'report' ? previous.body : null, act.body);
    case 'event':
      return bodyChanges(null, { candidate: act.candidate, ...act.body });
    default:
      return bodyChanges(CONTINUED.has(act.type) ? previous?.body : null, act.body);
  }
};

/** The deeds of a constituency that are public, or on their way. */
export const deedsOfActs = (acts: readonly SignedAct[], records: readonly Signed[]): readonly Deed[] => {
  const grounds = groundsOf(records);
  const ordered = acts.toSorted(byKey);
  const before = precededBy(ordered);
  return ordered
    .filter((act) => act.type !== 'definition')
    .map((act) => {
      const { partition, key } = actPlace(act);
      const previous = before(act);
      return {
        id: `${partition}/${key}`,
        at: act.acceptedAt,
        kind: act.type === 'report' && act.correction ? 'correction' : act.type,
        constituency: act.body.constituency ?? null,
        station: textOf(act.body, 'station'),
        ...behind(act, grounds),
        reason: textOf(act.body, 'reason'),
        body: act.type === 'event' ? [act.candidate, act.body] : act.body,
        changes: () => changesOf(act, previous),
      };
    });
};

/** The revisions of the definition: deeds of the whole election. */
export const deedsOfDefinitions = (definitions: readonly SignedAct<ActOf<'definition'>>[]): readonly Deed[] =>
  definitions
    .toSorted((a, b) => a.revision - b.revision)
    .map((act, index, all) => {
      const { partition, key } = actPlace(act);
      const previous = all[index - 1]?.body ?? null;
      let known: ReturnType<Deed['changes']> | undefined;
      return {
        id: `${partition}/${key}`,
        at: act.acceptedAt,
        kind: 'definition',
        constituency: null,
        station: null,
        ...alone(act),
        reason: null,
        body: [],
        changes: () => {
          known ??= definitionChanges(previous, act.body);
          return known;
        },
      };
    });
