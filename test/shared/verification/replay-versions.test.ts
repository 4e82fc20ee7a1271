import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBytes } from '#shared/canonical-json.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { sha256Hex } from '#shared/hash.ts';
import { leafHash } from '#shared/ledger/merkle.ts';
import type { ActOf } from '#shared/recount/act.ts';
import type { RoundsEntry, WithheldEntry } from '#shared/recount/count-entry.ts';
import type { LedgerEntry } from '#shared/recount/ledger-entry.ts';
import { publicEntry, publishedParts } from '#shared/recount/public-entry.ts';
import { roundsEntry } from '#shared/recount/rounds-entry.ts';
import { checkRounds } from '#shared/verification/check-rounds.ts';
import { countRules } from '#shared/verification/count-rules.ts';
import { rulesFor } from '#shared/verification/ledger-rules.ts';
import { replayVersions } from '#shared/verification/replay-versions.ts';
import { wholeRules } from '#shared/verification/whole-rules.ts';

const election = 'night-2016';
const definition: ElectionDefinition = {
  id: election,
  title: { en: 'A night' },
  edition: '2016',
  timeZone: 'Asia/Hong_Kong',
  pollOpensAt: '2016-09-04T07:30:00+08:00',
  pollClosesAt: '2016-09-04T22:30:00+08:00',
  test: false,
  constituencies: [
    {
      id: 'SP1',
      kind: 'special_fc',
      system: 'preferential',
      seats: 1,
      name: { en: 'Special' },
      contestants: ['1', '2', '3', '4'].map((id) => ({ id, number: id, name: { en: id } })),
    },
  ],
  stations: ['A', 'B'].map((id) => ({ id, kind: 'polling_counting', name: { en: id }, constituency: 'SP1' })),
};

const common = { election, acceptedAt: '2016-09-04T15:00:00Z' } as const;
const defined: LedgerEntry = {
  ...common,
  type: 'definition',
  role: 'chief_electoral_officer',
  revision: 1,
  body: definition,
};
const batch = (version: number, orderedAt = `2016-09-04T15:00:0${version}Z`): LedgerEntry => ({
  type: 'batch',
  election,
  version,
  orderedAt,
});
const closed: LedgerEntry = { type: 'poll-closed', election, pollClosesAt: definition.pollClosesAt };
const report = (station: string, rankings: ActOf<'report'>['body']['rankings']): ActOf<'report'> => ({
  ...common,
  type: 'report',
  role: 'presiding_officer',
  correction: false,
  warnings: [],
  salt: 'ab'.repeat(32),
  body: { constituency: 'SP1', station, count: 1, revision: 1, ...(rankings ? { rankings } : {}) },
});
const papers = report('A', [
  { order: ['1', '2'], papers: 5 },
  { order: ['2', '3'], papers: 4 },
  { order: ['3', '2'], papers: 3 },
  { order: ['4', '1', '3'], papers: 2 },
]);
const withheld = publicEntry(papers, publishedParts(definition));
const roundsOf = (reports: readonly ActOf<'report'>[]): RoundsEntry => {
  const [entry] = roundsEntry(definition, 'SP1', reports);
  if (entry === undefined) throw new Error('no rounds');
  return entry;
};
const rounds = roundsOf([papers]);
const night = [batch(1), defined, closed, batch(2), withheld, rounds];

const replay = (leaves: readonly Uint8Array[]) => {
  const rules = rulesFor(leaves) === 'count' ? countRules : wholeRules;
  const source = { election, rules, attachment: () => undefined, wanted: () => true };
  return [...replayVersions({ ...source, content: { entries: leaves, leafHashes: leaves.map(leafHash) } })];
};
const messages = (entries: readonly unknown[]): string =>
  replay(entries.map(canonicalBytes))
    .flatMap(({ findings }) => findings.map(({ message }) => message))
    .join('\n');

describe('a replay', () => {
  test('of a ledger as it should be finds nothing, and recomputes each version', () => {
    const steps = replay(night.map(canonicalBytes));
    expect(steps.flatMap(({ findings }) => findings)).toEqual([]);
    expect(steps.map(({ version, size, sinceSize }) => [version, size, sinceSize])).toEqual([
      [1, 3, 0],
      [2, 6, 3],
    ]);
    expect(steps.map(({ published }) => published?.pointer.size)).toEqual([3, 6]);
  });

  test('of an empty ledger has no version', () => {
    expect(replay([])).toEqual([]);
  });

  test.each<[string, readonly unknown[], string]>([
    ['begins without a batch', [defined], 'entry 0: the ledger does not begin with a batch'],
    ['leaves out a version', [batch(1), defined, batch(3)], 'entry 2: version 3 follows version 1; 2 should'],
    ['repeats a version', [batch(1), defined, batch(1)], 'version 1 follows version 1'],
    ['goes back in time', [batch(1), defined, batch(2, '2016-09-04T14:00:00Z')], 'before the one before it'],
    [
      'holds an entry of another election',
      [batch(1), defined, { ...closed, election: 'other' }],
      'it belongs to another election, other',
    ],
    [
      'counts before the close of poll',
      [batch(1), defined, batch(2), withheld, rounds],
      'but the poll has not closed',
    ],
    ['closes the poll twice', [batch(1), defined, closed, closed], 'the poll closes a second time'],
    [
      'closes the poll at another time',
      [batch(1), defined, { ...closed, pollClosesAt: '2016-09-04T20:00:00+08:00' }],
      'but the definition says',
    ],
    [
      'closes the poll before it is over',
      [batch(1, '2016-09-04T10:00:00Z'), defined, closed],
      'before it happened',
    ],
    ['closes a poll that nobody defined', [batch(1), closed], 'the definition says nothing yet'],
    [
      'takes a report twice',
      [...night, batch(3), withheld, rounds],
      'SP1/report#A#01#001 stands in the ledger already',
    ],
    [
      'withholds rankings without their rounds',
      night.slice(0, -1),
      'the rankings of SP1 are withheld, but no rounds are logged',
    ],
    [
      'withholds what has no rankings',
      [...night, { type: 'report-withheld', rankingsCommitment: 'ab'.repeat(32), report: defined }],
      'a definition withholds no figures',
    ],
    ['holds rounds of nowhere', [...night, { ...rounds, constituency: 'X' }], 'X is not a constituency'],
    [
      'holds rounds that do not add up',
      [...night.slice(0, -1), { ...rounds, valid: 99 }],
      '99 valid papers are stated, but round 1 has 14',
    ],
    [
      'defines another election',
      [batch(1), { ...defined, body: { ...definition, id: 'other' } }],
      'it defines other, another election',
    ],
    ['holds something unknown', [batch(1), { type: 'joke', election }], 'entry 1: cannot be read'],
    ['adds an unknown field', [batch(1), { ...defined, extra: 1 }], 'entry 1: cannot be read'],
  ])('names the entry where a ledger %s', (_, entries, words) => {
    expect(messages(entries)).toContain(words);
  });

  test('ends at an entry that is not in canonical form, since nothing after it can be known', () => {
    const leaves = night.map(canonicalBytes);
    leaves[3] = new TextEncoder().encode(
      JSON.stringify({ version: 2, type: 'batch', orderedAt: '2016-09-04T15:00:02Z', election }),
    );
    const steps = replay(leaves);
    expect(steps.at(-1)).toMatchObject({ size: 4, published: null });
    expect(steps.at(-1)?.findings[0]?.message).toContain('not in canonical form');
  });

  test('survives any bytes as an entry', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const steps = replay([canonicalBytes(batch(1)), bytes]);
        expect(steps.at(-1)?.findings.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the rules that a ledger needs', () => {
  const byVotes = {
    ...defined,
    body: {
      ...definition,
      constituencies: definition.constituencies.map((one) => ({ ...one, system: 'first_past_the_post' })),
    },
  };

  test('are those of a count by votes, unless a voting system, rounds or a register ask for more', () => {
    const rulesOf = (...entries: readonly unknown[]) => rulesFor(entries.map(canonicalBytes));
    expect(rulesOf(batch(1), byVotes, closed)).toBe('count');
    expect(rulesOf(batch(1), defined)).toBe('everything');
    expect(rulesOf(batch(1), byVotes, rounds)).toBe('everything');
    expect(rulesOf(batch(1), byVotes, { ...common, type: 'notice' })).toBe('everything');
    expect(rulesOf(batch(1), byVotes, { ...common, type: 'filed' })).toBe('everything');
  });

  test('are not enough where they are those of votes and the ledger holds more: it is found, and nothing computed', () => {
    const replayBy = (entries: readonly unknown[]) => {
      const leaves = entries.map(canonicalBytes);
      const content = { entries: leaves, leafHashes: leaves.map(leafHash) };
      const source = { election, content, attachment: () => undefined, wanted: () => true };
      return [...replayVersions({ ...source, rules: countRules })];
    };
    const [step] = replayBy([batch(1), defined, closed, report('A', [{ order: ['1'], papers: 1 }])]);
    expect(step).toMatchObject({ published: null });
    expect(step?.findings[0]?.message).toContain('SP1 is decided by preferential, not by votes alone');
    const [told] = replayBy([batch(1), defined, closed, rounds]);
    expect(told?.findings[0]?.message).toContain('an entry of type rounds needs the rules of everything');
  });
});

describe('an entry too large for a leaf', () => {
  const bytes = canonicalBytes(defined);
  const sha256 = sha256Hex(bytes);
  const leaves = [batch(1), { type: 'reference', sha256, bytes: bytes.length }].map(canonicalBytes);
  const withAttachment = (attached: Uint8Array | undefined, leaf = leaves) => {
    const content = { entries: leaf, leafHashes: leaf.map(leafHash) };
    return [
      ...replayVersions({
        election,
        content,
        rules: countRules,
        attachment: () => attached,
        wanted: () => true,
      }),
    ].at(-1);
  };

  test('is read from its attachment', () => {
    expect(withAttachment(bytes)).toMatchObject({
      size: 2,
      findings: [],
      published: { pointer: { version: 1 } },
    });
  });

  test('ends the replay where the attachment is not at hand; whoever fetched it says so', () => {
    expect(withAttachment(undefined)).toMatchObject({ findings: [], published: null });
  });

  test('names the attachment that is another file, or no entry', () => {
    const path = `data/${election}/log/entry/${sha256}.json`;
    expect(withAttachment(canonicalBytes({}))?.findings).toMatchObject([{ kind: 'differs', path }]);
    const joke = canonicalBytes({ type: 'joke' });
    const named = [batch(1), { type: 'reference', sha256: sha256Hex(joke), bytes: joke.length }].map(
      canonicalBytes,
    );
    expect(withAttachment(joke, named)?.findings[0]?.message).toContain('holds an entry that cannot be read');
  });
});

test('a version that cannot be counted is named, not fatal', () => {
  const [constituency] = definition.constituencies;
  const twice = { ...constituency, contestants: constituency?.contestants.flatMap((one) => [one, one]) };
  const doubled = { ...defined, body: { ...definition, publishRankings: true, constituencies: [twice] } };
  const open = publicEntry(papers, { rankings: true, accounts: true });
  expect(messages([batch(1), doubled, closed, batch(2), open])).toContain('version 2 cannot be recomputed');
});

describe('rounds of rankings that stay private', () => {
  const ids = ['1', '2', '3', '4'];
  const ranking = fc.record({ order: fc.shuffledSubarray(ids, { minLength: 1 }), papers: fc.nat(20) });

  test('always re-add when they were counted', () => {
    fc.assert(
      fc.property(fc.array(ranking, { maxLength: 12 }), (rankings) => {
        expect(checkRounds(roundsOf([report('A', rankings)]), definition)).toEqual([]);
      }),
    );
  });

  test('never re-add with one figure more', () => {
    const [first] = rounds.rounds;
    for (const [index, round] of rounds.rounds.entries()) {
      for (const id of Object.keys(round.votes)) {
        const changed = { ...round, votes: { ...round.votes, [id]: (round.votes[id] ?? 0) + 1 } };
        const all = rounds.rounds.map((one, at) => (at === index ? changed : one));
        expect(checkRounds({ ...rounds, rounds: all }, definition).length).toBeGreaterThan(0);
      }
      const exhausted = rounds.rounds.map((one, at) =>
        at === index ? { ...one, exhausted: one.exhausted + 1 } : one,
      );
      expect(checkRounds({ ...rounds, rounds: exhausted }, definition).length).toBeGreaterThan(0);
    }
    expect(checkRounds({ ...rounds, rounds: first ? [first] : [] }, definition).length).toBeGreaterThan(0);
    expect(checkRounds({ ...rounds, rounds: [] }, definition).length).toBeGreaterThan(0);
  });

  test('leave nobody out of the first round', () => {
    const { '4': _, ...votes } = { '1': 9, '2': 4, '3': 1, '4': 0 };
    const round = { round: 1, votes, transfers: {}, exhausted: 0, eliminated: [] };
    const entry = { ...rounds, valid: 14, rounds: [round] };
    expect(checkRounds(entry, definition)).toEqual(['round 1 leaves out the contestant "4"']);
  });
});

test('an event may stand before the close of poll: it is of no count', () => {
  const body = { constituency: 'SP1', event: 'died', satisfiedAt: '2016-09-04T15:00:00Z' };
  const event = { ...common, type: 'event', role: 'returning_officer', candidate: '1', body };
  expect(messages([batch(1), defined, batch(2), event])).toBe('');
});

test('an entry nested deeper than any program reads is named, not fatal', () => {
  const deep = new TextEncoder().encode(`${'['.repeat(30_000)}${']'.repeat(30_000)}`);
  expect(replay([canonicalBytes(batch(1)), deep]).at(-1)?.findings[0]?.message).toContain(
    'entry 1: cannot be read',
  );
});

describe('accounts that are withheld', () => {
  const geographical = {
    ...definition,
    constituencies: definition.constituencies.map((one) => ({ ...one, kind: 'geographical' as const })),
  };
  const first = { ...defined, body: geographical };
  const accounted = (station: string) =>
    publicEntry(
      {
        ...papers,
        body: { ...papers.body, station, account: { supplied: 9 }, questionable: { accepted: 1 } },
      },
      { rankings: true, accounts: false },
    );
  const estimate = { type: 'misplaced-estimate', election, constituency: 'SP1', estimate: 3 };
  const told = [
    batch(1),
    first,
    closed,
    batch(2),
    ...geographical.stations.map(({ id }) => accounted(id)),
    estimate,
  ];
  const changed = (changes: object) =>
    told.map((entry) => (entry === told[4] ? { ...accounted('A'), ...changes } : entry));
  const { accountsCommitment: _, ...bare } = accounted('A') as WithheldEntry;

  test('stand in a ledger as it should be', () => {
    expect(messages(told)).toBe('');
  });

  test.each<[string, readonly unknown[], string]>([
    [
      'no estimate once every station has reported',
      told.slice(0, -1),
      'no estimate of misplaced papers is logged',
    ],
    [
      'an estimate before every station has reported',
      [...told.slice(0, 5), estimate],
      'not every station has reported',
    ],
    ['an estimate without a withheld account', [batch(1), first, closed, estimate], 'no account is withheld'],
    ['an estimate of nowhere', [...told, { ...estimate, constituency: 'X' }], 'misplaced papers of X'],
    ['an estimate before the close of poll', [batch(1), first, estimate], 'but the poll has not closed'],
    [
      'no number of papers rejected',
      changed({ questionableRejected: undefined }),
      'neither without the other',
    ],
    [
      'nothing that is withheld',
      changed({ ...bare, accountsCommitment: undefined, questionableRejected: undefined }),
      'it withholds nothing',
    ],
    [
      'figures that are said to be withheld',
      changed({ report: { ...papers, salt: undefined, body: { ...papers.body, account: {} } } }),
      'figures of it stand in it',
    ],
    [
      'rankings that are said to be withheld',
      changed({ rankingsCommitment: 'ab'.repeat(32) }),
      'its rankings are withheld, and stand in it',
    ],
  ])('are named where the ledger holds %s', (_, entries, words) => {
    expect(messages(entries)).toContain(words);
  });

  test('owe an estimate too when a definition leaves out the last station that was missing', () => {
    const fewer = {
      ...first,
      revision: 2,
      body: { ...geographical, stations: geographical.stations.slice(0, 1) },
    };
    const night = [batch(1), first, closed, batch(2), accounted('A'), batch(3), fewer];
    expect(messages(night)).toContain('no estimate of misplaced papers is logged');
    expect(messages([...night, estimate])).toBe('');
  });
});

test('a withheld report that is set aside owes no rounds', () => {
  const elected = { constituency: 'SP1', outcome: 'elected', elected: ['1'] };
  const declared = { ...common, type: 'declaration', role: 'returning_officer', body: elected };
  const late = publicEntry(
    { ...papers, body: { ...papers.body, revision: 2, reason: 'late' } },
    publishedParts(definition),
  );
  expect(messages([...night, batch(3), declared, batch(4), late])).toBe('');
});
