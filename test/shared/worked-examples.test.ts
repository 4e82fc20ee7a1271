import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { electFromList } from '#shared/allocation/after-poll.ts';
import { assistanceFor } from '#shared/allocation/assistance.ts';
import { checkContest } from '#shared/allocation/contest-check.ts';
import { judgeDeposit } from '#shared/allocation/deposits.ts';
import { allocatePlurality } from '#shared/allocation/first-past-the-post.ts';
import { allocateListSeats, type ListAllocation } from '#shared/allocation/list-pr.ts';
import { drawLots } from '#shared/allocation/lots.ts';
import { testMisplaced, testMisplacedIn } from '#shared/allocation/misplaced-test.ts';
import { countNetSupport } from '#shared/allocation/net-support.ts';
import { nominationThreshold } from '#shared/allocation/nomination.ts';
import { percentOf, sharesOf } from '#shared/allocation/percentages.ts';
import { type Ballot, countPreferential, type PreferentialRound } from '#shared/allocation/preferential.ts';
import { rereadRounds } from '#shared/allocation/reread-rounds.ts';
import { addDays, parseShownDay, weekdayOf } from '#shared/calendar/day.ts';
import type { DeadlineName } from '#shared/calendar/deadline-rules.ts';
import { deadlineOf, lastEvent } from '#shared/calendar/deadlines.ts';
import { HONG_KONG_HOLIDAYS } from '#shared/calendar/holidays.ts';
import { hongKongDayOf } from '#shared/calendar/hong-kong-time.ts';
import { checkAccount } from '#shared/counting/account.ts';
import { effectivePreferencesOfMarks } from '#shared/counting/effective-preferences.ts';
import { ENDORSEMENTS } from '#shared/counting/endorsements.ts';
import { EDITION_RULES, expenseLimitFor } from '#shared/election/editions.ts';
import { format as formatFraction, fraction } from '#shared/fraction.ts';

/**
 * The worked examples of the rule documents: seed cases print numbers of the Guidelines of 2016 and 2008
 * and of PopVote 2017; derived cases were computed from the rules by an independent exact implementation.
 */
interface Example {
  readonly id: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: examples have as many shapes as the rules have tables
  readonly [field: string]: any;
}

const file: { seedCases: readonly Example[]; derivedCases: readonly Example[] } = JSON.parse(
  readFileSync(new URL('./worked-examples.json', import.meta.url), 'utf8'),
);
const all = new Map([...file.seedCases, ...file.derivedCases].map((example) => [example.id, example]));
const called = new Set<string>();

const example = (id: string, check: (example: Example) => void): void => {
  called.add(id);
  test(id, () => {
    const found = all.get(id);
    if (!found) throw new Error(`No worked example ${id}`);
    check(found);
  });
};

const { '2008': rules2008, '2016': rules2016, 'popvote-2017': popvote } = EDITION_RULES;
const exact = (figure: { numerator: bigint; denominator: bigint } | null) =>
  figure === null ? null : formatFraction(figure);
const asText = (figure: number | string | null) => (figure === null ? null : String(figure));
const mapValues = <A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const listsOf = (lists: readonly { list: string; votes: number; names?: string[]; nameCount?: number }[]) =>
  lists.map(({ list, votes, names, nameCount }) => ({
    id: list,
    votes,
    names: names?.length ?? nameCount ?? 0,
  }));

/** The examples stop after the first round of remainders; reading A-2 goes on. */
const firstRound = (result: ListAllocation) => {
  const competing = result.lists.filter(({ remainder }) => remainder !== null);
  const seatsLeft =
    result.lists.reduce((left, { quotaSeats }) => left - quotaSeats, 0) +
    result.order.length +
    result.unfilled +
    (result.tie?.resolved === false ? result.tie.places : 0);
  const inFirst = Math.min(seatsLeft, competing.length);
  const falls = result.order.filter(({ by }) => by === 'remainder').slice(0, inFirst);
  const remainderSeats = Object.fromEntries(
    result.lists.map(({ id }) => [id, falls.filter(({ list }) => list === id).length]),
  );
  const tie = result.tie?.round === 1 ? result.tie : null;
  return {
    quota: exact(result.quota),
    validVotes: result.valid,
    quotaSeats: Object.fromEntries(result.lists.map(({ id, quotaSeats }) => [id, quotaSeats])),
    remainders: Object.fromEntries(result.lists.map(({ id, remainder }) => [id, exact(remainder)])),
    seatsLeft,
    remainderSeats,
    seats: Object.fromEntries(
      result.lists.map(({ id, quotaSeats }) => [id, quotaSeats + (remainderSeats[id] ?? 0)]),
    ),
    tie: tie && { lists: tie.among, places: tie.places },
    unfilledAfterFirstRemainderRound: seatsLeft - falls.length - (tie?.places ?? 0),
    quotaOverflow: result.quotaOverflow,
  };
};

const asPublished = (expected: Record<string, unknown>) => ({
  ...expected,
  quota: asText(expected['quota'] as number),
  remainders: mapValues(expected['remainders'] as Record<string, number | string | null>, asText),
});

const listExample = (id: string): void =>
  example(id, ({ input, expected }) => {
    const poll = { seats: input.seats, lists: listsOf(input.lists) };
    for (const quotaFraction of ['disregard', 'keep'] as const) {
      const result = allocateListSeats({ ...poll, quotaFraction });
      expect(firstRound(result)).toEqual(asPublished(expected[quotaFraction]));
      expect(result.quotaRuleSensitive !== null).toBe(expected.quotaRuleSensitive);
    }
  });

const lotsExample = (id: string): void =>
  example(id, ({ input, expected }) => {
    const draws = (input.draws as Record<string, number>[]).flatMap((round) =>
      Object.entries(round).map(([contestant, number]) => ({ contestant, number })),
    );
    const result = drawLots(input.group, input.places, draws);
    expect(result).toMatchObject({ complete: true, problem: null, elected: expected.elected });
    expect(
      result.rounds.map(({ drawn, elected, redraw }) => ({
        drawn: Object.fromEntries(drawn.map(({ contestant, number }) => [contestant, number])),
        elected,
        redraw,
      })),
    ).toEqual(expected.rounds);
  });

const percentages = ({ continuing, votes }: PreferentialRound) => {
  const shares = sharesOf(continuing.map((id) => votes[id] ?? 0));
  return Object.fromEntries(continuing.map((id, index) => [id, shares[index]]));
};

const papersOf = (papers: readonly { order: string[]; count: number }[]): readonly Ballot[] =>
  papers.map(({ order, count }) => ({ order, papers: count }));

const preferentialExample = (id: string): void =>
  example(id, ({ input, expected }) => {
    const count = countPreferential({ candidates: input.candidates, ballots: papersOf(input.papers) });
    expect(count.rounds.length).toBe(expected.rounds.length);
    for (const [index, round] of count.rounds.entries()) {
      const wanted = expected.rounds[index];
      expect({
        round: round.round,
        continuing: round.continuing,
        validPapers: round.denominator,
        votes: round.votes,
        percent: percentages(round),
        exhaustedCumulative: round.exhaustedTotal,
      }).toEqual({
        round: wanted.round,
        continuing: wanted.continuing,
        validPapers: wanted.validPapers,
        votes: wanted.votes,
        percent: wanted.percent,
        exhaustedCumulative: wanted.exhaustedCumulative,
      });
      expect(round.eliminated).toEqual(wanted.eliminated ?? []);
      expect(round.elected).toEqual(wanted.elected ? [wanted.elected] : []);
      expect(round.by).toBe(wanted.by ?? null);
    }
    const last = expected.rounds.at(-1);
    expect(count.elected).toBe(last.elected ?? null);
    expect(count.lots).toMatchObject({ needed: last.lots !== undefined, among: last.lots ?? [] });
    expect(rereadRounds(count.rounds).ok).toBe(true);
  });

const due = (name: DeadlineName, trigger: string) => deadlineOf(name, trigger, HONG_KONG_HOLIDAYS).due;
const kinds = {
  'GC list': 'geographical',
  'DC(second) list': 'dc_second',
  'traditional FC': 'special_fc',
} as const;

describe('worked examples: list system', () => {
  example('seed-list-pr-2.24', ({ input, expected }) => {
    const lists = input.lists as { list: string; names: string[] }[];
    for (const quotaFraction of ['disregard', 'keep'] as const) {
      const result = allocateListSeats({ seats: input.seats, lists: listsOf(input.lists), quotaFraction });
      const taken = new Map<string, number>();
      const filled = result.order.map(({ list, by }) => {
        const place = taken.get(list) ?? 0;
        taken.set(list, place + 1);
        return { by, name: lists.find((one) => one.list === list)?.names[place] };
      });
      const byStage = (stage: string) => filled.filter(({ by }) => by === stage).map(({ name }) => name);
      expect(exact(result.quota)).toBe(String(expected.quota));
      expect(byStage('quota')).toEqual(expected.step1.elected);
      expect(byStage('remainder')).toEqual(expected.step2.orderOfFilling);
      expect(filled.map(({ name }) => name).sort()).toEqual(expected.elected);
      expect(firstRound(result).remainders).toEqual(mapValues(expected.step1.remainders, asText));
      expect(firstRound(result).seats).toEqual(expected.seats);
      expect(result.quotaRuleSensitive).toBeNull();
    }
  });
  listExample('derived-quota-fraction');
  listExample('derived-exhausted-list');
  listExample('derived-exact-quota');
  listExample('derived-tie-last-seat');
  listExample('derived-tie-fits');
  listExample('derived-tie-three-for-two');
  listExample('derived-overflow');
  listExample('derived-single-vacancy');
  listExample('derived-580-before');
  example('derived-580-counterexample', ({ input, expected }) => {
    const lists = Object.entries(input.stationTotals as Record<string, number>).map(([id, votes]) => ({
      id,
      votes,
      names: input.seats,
    }));
    for (const quotaFraction of ['disregard', 'keep'] as const) {
      const poll = { seats: input.seats, lists, quotaFraction };
      const found = testMisplacedIn(input.estimate, poll);
      expect(exact(found.smallestGap)).toBe(String(expected.smallestGap));
      expect(exact(found.decidingGap)).toBe(String(expected.decidingGap));
      expect(found.requestBAccepted).toBe(expected.requestBAccepted);
      expect(found.changedIfAllFor).toContain('1');
    }
    const poll = { seats: input.seats, lists, quotaFraction: 'disregard' as const };
    const before = firstRound(allocateListSeats(poll));
    expect(before.remainders).toEqual(mapValues(expected.remainders, asText));
    expect(before.seats).toEqual(expected.seatsBefore);
    const raised = lists.map((list) =>
      list.id === '1' ? { ...list, votes: list.votes + input.estimate } : list,
    );
    expect(firstRound(allocateListSeats({ ...poll, lists: raised }))).toEqual(
      asPublished(expected.ifAllMisplacedForList1),
    );
  });
  example('derived-580-equal', ({ input, expected }) => {
    const found = testMisplaced(
      input.estimate,
      (input.remainders as number[]).map((remainder) => fraction(remainder)),
    );
    expect(exact(found.smallestGap)).toBe(String(expected.smallestGap));
    expect(found.requestBAccepted).toBe(expected.requestBAccepted);
  });
});

describe('worked examples: lots', () => {
  lotsExample('seed-lots-a-two-one');
  lotsExample('seed-lots-b-distinct');
  lotsExample('seed-lots-b-redraw');
  lotsExample('seed-lots-c-distinct');
  lotsExample('seed-lots-c-two-high');
  lotsExample('seed-lots-c-two-low');
  lotsExample('seed-lots-two-equal-redraw');
  lotsExample('derived-lots-n5-k3');
  lotsExample('derived-lots-all-equal');
});

describe('worked examples: preferential elimination', () => {
  example('seed-pes-example1', ({ input, expected }) => {
    const ballots = Object.entries(input.firstPreferences as Record<string, number>).map(([id, papers]) => ({
      order: [id],
      papers,
    }));
    const count = countPreferential({ candidates: input.candidates, ballots });
    expect(count.elected).toBe(expected.elected);
    expect(count.rounds.map(({ votes, denominator }) => ({ votes, denominator }))).toEqual([
      { votes: expected.rounds[0].votes, denominator: expected.rounds[0].validPapers },
    ]);
    expect(count.rounds.map(percentages)).toEqual([expected.rounds[0].percentAsPrinted]);
  });
  example('seed-pes-example2', ({ input, expected }) => {
    const { papers } = input.papersConsistentWithTables;
    const count = countPreferential({ candidates: input.candidates, ballots: papersOf(papers) });
    expect(count.elected).toBe(expected.elected);
    expect(count.rounds[0]?.votes).toEqual(input.firstPreferences);
    const printed = (expected.rounds as Example[]).map((round) => ({
      votes: round['votes'],
      denominator: round['validPapers'],
      exhausted: round['exhaustedThisRound'],
      exhaustedTotal: round['exhaustedCumulative'],
      percent: round['percentAsPrinted'],
      eliminated: round['eliminated'] ?? [],
      elected: round['elected'] ? [round['elected']] : [],
    }));
    const found = count.rounds.map((round) => ({
      votes: round.votes,
      denominator: round.denominator,
      exhausted: round.exhausted,
      exhaustedTotal: round.exhaustedTotal,
      percent: percentages(round),
      eliminated: round.eliminated,
      elected: round.elected,
    }));
    expect(found).toEqual(printed);
    for (const [index, transfer] of input.transfers.entries()) {
      const round = count.rounds[index + 1];
      expect(round?.transfers[transfer.eliminated]).toEqual(transfer.to);
      expect(round?.exhausted).toBe(transfer.notStated);
    }
    const firstOfContinuing = ({ continuing }: PreferentialRound) =>
      continuing.reduce((sum, id) => sum + input.firstPreferences[id], 0);
    const rows = expected.rowsOfFirstPreferencePapers;
    expect(count.rounds.slice(1).map(firstOfContinuing)).toEqual([rows.round2, rows.round3, rows.round4]);
    expect(rereadRounds(count.rounds)).toEqual({
      ok: true,
      value: { valid: 100, elected: 'C', lotsAmong: [] },
    });
  });
  preferentialExample('derived-pes-two-lowest');
  preferentialExample('derived-pes-two-lowest-of-four');
  preferentialExample('derived-pes-all-equal');
  preferentialExample('derived-pes-last-two-equal');
  preferentialExample('derived-pes-first-only');
  preferentialExample('derived-pes-first-only-tie');
  preferentialExample('derived-pes-half-not-enough');
  example('derived-pes-effective-preferences', ({ cases }) => {
    for (const { marks, valid, effective, reason } of cases) {
      expect(effectivePreferencesOfMarks(marks)).toEqual(
        valid ? { valid, order: effective } : { valid, reason },
      );
    }
  });
});

describe('worked examples: other polls', () => {
  example('seed-popvote-2017', ({ input, expected, nomination, dates }) => {
    // The table prints no counts; these give its percentages of 65,192 voters, and its nets.
    const counts = [
      { id: '曾俊華', support: 59_872, oppose: 2_712, abstain: 2_608 },
      { id: '林鄭月娥', support: 1_004, oppose: 62_624, abstain: 1_564 },
      { id: '胡國興', support: 17_660, oppose: 25_693, abstain: 21_839 },
    ];
    const result = countNetSupport(counts);
    for (const [index, row] of result.candidates.entries()) {
      const printed = input.printed[index];
      expect(row.support + row.oppose + row.abstain).toBe(input.voters);
      expect(percentOf(row.support, input.voters, 1)).toBe(printed.support);
      expect(percentOf(row.oppose, input.voters, 1)).toBe(printed.oppose);
      expect(percentOf(row.abstain, input.voters, 1)).toBe(printed.abstain);
      expect(percentOf(row.net, input.voters, 1)).toBe(printed.net.replace('+', ''));
      expect(row.supportExceedsOppose).toBe(expected.supportExceedsOppose[row.id]);
    }
    expect(result).toMatchObject({ winner: expected.winner, equalTop: [] });
    expect(nominationThreshold(nomination.registeredElectors)).toBe(nomination.thresholdPrinted);
    expect(popvote.referendum?.nominationDivisor).toBe(100);
    expect(popvote.referendum).toMatchObject({
      intentLetters: dates.intentLetters,
      civilNomination: dates.civilNomination,
      physicalStationDays: dates.physicalStationDays,
    });
    const { onlineOpensAt = '', onlineClosesAt = '' } = popvote.referendum ?? {};
    expect(Date.parse(onlineOpensAt)).toBe(Date.parse(dates.onlineOpens));
    expect(Date.parse(onlineClosesAt)).toBe(Date.parse(dates.onlineCloses));
    expect(hongKongDayOf(onlineClosesAt)).toBe(popvote.referendum?.physicalStationDays[1]);
  });
  example('derived-labour', ({ input, expected }) => {
    const candidates = Object.entries(input.votes as Record<string, number>).map(([id, votes]) => ({
      id,
      votes,
    }));
    const result = allocatePlurality({ seats: input.seats, candidates });
    expect(result.elected).toEqual(expected.elected);
    expect(result.tie).toMatchObject({ among: expected.lots.group, places: expected.lots.places });
    expect(result.votesTotal).toBe(expected.votesTotal);
    const forfeited = candidates.filter(
      ({ votes }) =>
        !judgeDeposit({ names: [null], elected: false, votes, validPapers: input.validPapers }).returned,
    );
    expect(forfeited).toEqual(expected.depositForfeited);
  });
  example('derived-uncontested', ({ cases }) => {
    for (const { seats, lists, candidates, contested, unfilled = 0 } of cases) {
      expect(checkContest(seats, lists)).toMatchObject({ candidates, contested, unfilled });
    }
  });
  example('derived-death-after-poll', ({ cases }) => {
    for (const { list, seatsWon, dead, elected, unfilled } of cases) {
      expect(electFromList({ names: list, seats: seatsWon, out: new Set(dead) })).toMatchObject({
        elected,
        unfilled,
      });
    }
  });
});

describe('worked examples: account and money', () => {
  example('derived-account', ({ input, expected }) => {
    const valid = (Object.values(input.valid) as number[]).reduce((sum, votes) => sum + votes, 0);
    const check = checkAccount({
      account: {
        supplied: input.supplied,
        unissued: input.unissuedAtClose,
        unused: input.unused,
        spoilt: input.spoilt,
        tendered: input.tendered,
      },
      valid,
      votes: valid,
      votesPerPaper: 1,
      invalid: input.invalid,
      questionableRejected: input.questionableRejected,
      papersInBox: input.papersInRightBox,
      papersElsewhere: input.papersOfThisGcFoundElsewhere,
    });
    expect(check).toMatchObject({
      issued: expected.issued,
      estimatedInBox: expected.estimatedInBox,
      papersCounted: input.papersInRightBox,
      shortfall: expected.shortfall,
      contributesToMisplacedEstimate: expected.contributesToMisplacedEstimate,
      findings: [],
    });
    expect(check.holds).toEqual(expect.arrayContaining(expected.identitiesHold));
  });
  example('derived-assistance', ({ cases }) => {
    const words: Record<string, string> = {
      'half limit': 'half_limit',
      'below 5%': 'below_5_percent',
      'half of electors x 14': 'half_electors',
    };
    const { centsPerVote = 0 } = rules2016.assistance ?? {};
    for (const one of cases) {
      const shared = {
        rateCents: centsPerVote,
        limitCents: one.limit * 100,
        declaredCents: one.declared * 100,
      };
      const result = one.contested
        ? assistanceFor({
            ...shared,
            contested: true,
            votes: one.validVotesFor,
            validPapers: one.totalValid,
            elected: one.elected,
          })
        : assistanceFor({ ...shared, contested: false, registeredElectors: one.registeredElectors });
      expect(result).toMatchObject({
        cents: one.assistance * 100,
        binding: words[one.binding] ?? one.binding,
      });
    }
  });
  example('seed-subsidy-footnote', ({ discrepancies }) => {
    expect(discrepancies[0]).toContain('do not code it');
    // Assistance can be all of the declared expenses, so any donation makes a surplus; the footnote is not coded.
    const claim = { contested: true, votes: 100_000, validPapers: 300_000, elected: false } as const;
    const money = { rateCents: 1400, limitCents: 182_100_000, declaredCents: 50_000_000 };
    expect(assistanceFor({ ...claim, ...money }).cents).toBe(money.declaredCents);
  });
  example('seed-expense-limits-2016', ({ rows, tierCases }) => {
    const { geographical, special_fc, ordinary_fc, dc_second } = rules2016.constituencies;
    const limitOf = (applies: string): readonly (number | null)[] => {
      if (applies.startsWith('GC ')) {
        return applies
          .slice(3)
          .split(', ')
          .map((name) => name.replace('GC ', ''))
          .map(
            (constituency) =>
              geographical?.expenseLimit && expenseLimitFor(geographical.expenseLimit, { constituency }),
          )
          .map((limit) => limit ?? null);
      }
      const rule = applies.startsWith('special')
        ? special_fc
        : applies.startsWith('DC')
          ? dc_second
          : ordinary_fc;
      const electors = applies.includes('<=') ? 5000 : applies.includes('5001') ? 5001 : 10_001;
      return [rule?.expenseLimit ? expenseLimitFor(rule.expenseLimit, { electors }) : null];
    };
    for (const { applies, limit } of rows) {
      for (const found of limitOf(applies)) expect(found, applies).toBe(limit);
    }
    for (const { registeredElectors, limit } of tierCases) {
      const rule = ordinary_fc?.expenseLimit;
      expect(rule && expenseLimitFor(rule, { electors: registeredElectors })).toBe(limit);
    }
    expect(rules2008.constituencies.geographical?.expenseLimit).toBeNull();
  });
  example('seed-deposit-2016', ({ rows, returnThreshold }) => {
    for (const { applies, deposit, per } of rows) {
      const rule = rules2016.constituencies[kinds[applies as keyof typeof kinds]];
      expect(rule).toMatchObject({ deposit, contestUnit: per });
    }
    expect(rules2016.constituencies.ordinary_fc?.deposit).toBe(rules2016.constituencies.special_fc?.deposit);
    expect(rules2016.depositReturnPercent).toBe(returnThreshold.percent);
  });
  example('seed-relief-37A', ({ rows }) => {
    const { geographical, dc_second, ordinary_fc } = rules2016.constituencies;
    expect([geographical, dc_second, ordinary_fc].map((rule) => rule?.reliefMax)).toEqual(
      rows.map(({ maxAggregate }: Example) => maxAggregate),
    );
  });
});

describe('worked examples: tables of the editions', () => {
  example('seed-subscribers', ({ rows }) => {
    for (const { applies, min, max, who } of rows) {
      const rule = rules2016.constituencies[kinds[applies as keyof typeof kinds]];
      const from = who.includes('DC(first)') ? 'dc_first' : 'constituency';
      expect(rule?.subscribers).toEqual({ min, max, from });
    }
  });
  example('seed-cardboard-2016', ({ rows }) => {
    const expected = rows.map(({ dc2, otherFc, papers, colour }: Example) => ({
      papers,
      colour,
      holds: { dcSecond: dc2 !== null, otherFc: papers - 1 - (dc2 ? 1 : 0) },
      other: otherFc !== null,
    }));
    const found = rules2016.stations?.cardboard.map((rule) => ({
      ...rule,
      other: (rule.holds?.otherFc ?? 0) > 0,
    }));
    expect(found).toEqual(expected);
  });
  example('seed-cardboard-2008', ({ rows }) => {
    expect(rules2008.stations?.cardboard.map(({ papers, colour }) => ({ papers, colour }))).toEqual(rows);
  });
  const boxExample = (id: string, stations: typeof rules2016.stations) =>
    example(id, ({ rows, ballotSets }) => {
      const words: Record<string, string> = { geographical: 'gc', dc_second: 'dc2' };
      const found = stations?.boxes.map(({ box, holds }) => ({
        box,
        holds: holds.map((kind) => words[kind] ?? kind),
      }));
      expect(found).toEqual(rows);
      expect(stations?.ballotSets).toEqual({
        ordinary: ballotSets.ordinaryStation,
        dedicated: ballotSets.dedicatedStation ?? null,
      });
    });
  boxExample('seed-boxes-2016', rules2016.stations);
  boxExample('seed-boxes-2008', rules2008.stations);
  example('seed-display-shares', ({ rows }) => {
    const { geographical, dc_second, ordinary_fc } = rules2016.constituencies;
    expect([geographical, dc_second, ordinary_fc].map((rule) => rule?.displayShare)).toEqual(
      rows.map(({ percent }: Example) => percent),
    );
  });
  example('seed-seats-2016', ({ rows, total }) => {
    const words: Record<string, string> = { gc: 'geographical', dc2: 'dc_second' };
    for (const { kind, constituencies, seats } of rows) {
      const rule = rules2016.constituencies[(words[kind] ?? kind) as 'geographical'];
      expect(rule).toMatchObject({ constituencies, seats });
    }
    const seats = Object.values(rules2016.constituencies).map((rule) => rule.seats ?? 0);
    expect(seats.reduce((sum, some) => sum + some, 0)).toBe(total);
    expect(rules2016.seatsTotal).toBe(total);
  });
  example('seed-questionable-endorsements', ({ rows }) => {
    expect(ENDORSEMENTS.map(({ zhHant, en }) => ({ zh: zhHant, en }))).toEqual(
      rows.map(({ zh, en }: Example) => ({ zh, en })),
    );
  });
  example('seed-mail', ({ rows }) => {
    const mail = rules2016.mail;
    const row = (what: string) => rows.find((one: Example) => one['what'] === what);
    expect(mail?.maxGrams).toBe(row('weight').maxGrams);
    expect(mail?.maxSizeMm).toEqual(row('size max mm').value);
    expect(mail?.minSizeMm).toEqual(row('size min mm').value);
    expect((mail?.minCardMicrons ?? 0) / 1000).toBe(row('card thickness min mm').value);
    expect(mail?.minAddressAreaMm).toEqual(row('address area min mm').value);
    expect(mail?.maxOpeningMm).toBe(row('opening max mm').value);
    const envelope = mail?.unsealedMouth.map(({ depthMm, mouthMm }) =>
      depthMm === null
        ? `>100 -> <=${mouthMm}`
        : `<=${depthMm} -> ${depthMm === 90 ? 'mouth' : ''}<=${mouthMm}`,
    );
    expect(rows.at(-1).what).toBe(`unsealed envelope depth${envelope?.join('; ')}`);
  });
  example('seed-file-rules', ({ maxFileMB, compression, formats, forbidden }) => {
    expect(rules2016.advertisements).toMatchObject({
      maxFileBytes: maxFileMB * 1_000_000,
      compression,
      formats,
      forbiddenContent: forbidden,
    });
  });
  example('seed-annex2-layout', ({ rows }) => {
    // Newest publication first; a correction stands directly below its original and repeats nothing else.
    const originals = (rows as Example[]).filter(({ published }) => published !== undefined);
    const published = originals.map((row) => parseShownDay(row['published']));
    expect(published).toEqual(published.toSorted().reverse());
    const corrected = (rows as Example[]).find(({ corrected: day }) => day);
    expect(parseShownDay(corrected?.['corrected'])).toBe(addDays(parseShownDay('13-08-2016'), 1));
  });
});

describe('worked examples: dates', () => {
  example('seed-key-dates-2016', ({ input, expected }) => {
    const last = lastEvent([input.uncontestedGazettedAssumed, input.resultsGazettedAssumed]) ?? '';
    expect({
      removeAdvertisementsBy: due('remove_advertisements', input.pollingDay),
      returnDueContested: due('election_return', last),
      returnDueUncontested: due('election_return', last),
      assistanceClaimDue: due('assistance_claim', last),
      petitionDueContested: due('petition', input.resultsGazettedAssumed),
      petitionDueUncontested: due('petition', input.uncontestedGazettedAssumed),
      adviceApplications: rules2016.keyDates?.adviceApplications,
      briefing: rules2016.keyDates?.briefing,
    }).toEqual(expected);
    expect(rules2016.keyDates).toMatchObject({
      pollingDay: input.pollingDay,
      nominationPeriod: input.nominationPeriod,
    });
    expect(addDays(input.nominationPeriod[0], -1)).toBe(expected.adviceApplications[1]);
  });
  example('derived-working-days', ({ cases }) => {
    const names: readonly (readonly [string, DeadlineName])[] = [
      ['copy of advertisement', 'advertisement_copies'],
      ['corrections', 'advertisement_corrections'],
      ['statutory declaration', 'printing_declaration'],
      ['inspection ends', 'inspection_ends'],
      ['complaint', 'complaint'],
      ['no-canvassing zone', 'no_canvassing_zone_notice'],
      ['designation of stations', 'designation_of_stations'],
      ['display-spot proposals', 'display_spot_proposals'],
      ['Gazette notice of valid', 'valid_nominations_gazetted'],
      ['election-agent particulars', 'election_agent_particulars'],
    ];
    const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
    for (const one of cases) {
      const [, name] = names.find(([start]) => one.rule.startsWith(start)) ?? [];
      if (!name) throw new Error(`No deadline for: ${one.rule}`);
      const trigger = one.published ?? one.pollingDay ?? one.returnDeadline ?? one.nominationEnds;
      expect(due(name, trigger), one.rule).toBe(one.due ?? one.endsOn);
      if (one.weekday) expect(weekdays[weekdayOf(trigger)]).toBe(one.weekday);
    }
    expect(due('counting_place_notice', '2016-09-04')).toBe('2016-08-25');
  });
});

test('every worked example is run', () => {
  expect([...called].sort()).toEqual([...all.keys()].sort());
  expect(all.size).toBe(54);
});
