import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { TokenRequest } from '#functions/local/token-issuer.ts';
import type { DecisionsView } from '#shared/desk/decisions-view.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { signIn } from '../../support/api.ts';
import { aConstituency, aDefinition, aReport, aStation } from '../../support/builders.ts';
import {
  ARO,
  anEntry,
  DEPUTY,
  OBSERVER,
  PRESIDING,
  RETURNING,
  saidOf,
  type TestDesk,
  testDesk,
} from '../../support/desk.ts';
import { aDecision, COMMISSION } from '../../support/desk-night.ts';

const account = signIn();
afterAll(account.remove);

let desk: TestDesk;
const start = async (changes: Partial<ElectionDefinition> = {}) => {
  desk = await testDesk(account, changes);
};
beforeEach(() => start());

const decide = (changes = {}, as: TokenRequest = PRESIDING) =>
  desk.api.call('record-decision', aDecision(changes), { as });
const view = async (as: TokenRequest = RETURNING, constituency = 'LC1'): Promise<DecisionsView> =>
  (await desk.api.call('read-decisions', undefined, { as, parameters: { constituency } })).body;
const publish = (changes = {}, as: TokenRequest = RETURNING) =>
  desk.api.call('publish-statement', { constituency: 'LC1', number: 1, ...changes }, { as });

describe('a decision on a questionable paper', () => {
  test('is kept once, with the endorsements that follow from it', async () => {
    expect(saidOf(await decide())).toEqual([201]);
    expect(saidOf(await decide())).toEqual([200]);
    await decide({ seq: 2, objection: 'rejection_objected' });
    await decide({ seq: 3, final: 'accept', countedFor: ['2'], objection: 'acceptance_objected' });
    await decide({ seq: 4, final: 'accept', countedFor: ['2'], preliminary: 'accept' });
    const [place] = (await view()).places;
    expect(
      place?.rows.map(({ endorsements }) => endorsements.map(({ zhHant, en }) => `${zhHant} ${en}`)),
    ).toEqual([
      ['不獲接納 rejected'],
      ['不獲接納 rejected', '反對此選票不獲接納 rejection objected to'],
      ['反對此選票獲接納 acceptance objected to'],
      [],
    ]);
    expect(place?.sums).toEqual({
      grounds: {
        identifying_mark: { accepted: 0, rejected: 0 },
        intention_unclear: { accepted: 2, rejected: 2 },
        mutilated: { accepted: 0, rejected: 0 },
        uncertain: { accepted: 0, rejected: 0 },
      },
      objections: { acceptance_objected: 1, rejection_objected: 1 },
    });
    expect(place?.next).toBe(5);
  });

  test('of the 2008 edition announces nothing and is endorsed in Chinese only', async () => {
    await start({ edition: '2008' });
    expect(saidOf(await decide())).toEqual([422, 'preliminary-unannounced']);
    expect(saidOf(await decide({ preliminary: undefined }))).toEqual([201]);
    const { announced, bilingual, places } = await view();
    expect([announced, bilingual]).toEqual([false, false]);
    expect(places[0]?.rows[0]?.endorsements).toEqual([{ event: 'rejected', zhHant: '不獲接納', en: null }]);
  });

  test.each([
    [{ seq: 2 }, 'act-number'],
    [{ preliminary: undefined }, 'preliminary-missing'],
    [{ objection: 'acceptance_objected' }, 'objection-differs'],
    [{ countedFor: ['1'] }, 'counted-for-none'],
    [{ final: 'accept' }, 'counted-for-missing'],
    [{ final: 'accept', countedFor: ['1', '2'] }, 'counted-for-many'],
    [{ final: 'accept', countedFor: ['9'] }, 'unknown-contestant'],
    [{ decidedBy: 'returning_officer' }, 'decider-differs'],
    [{ supersedes: 1, reason: 'x' }, 'no-such-decision'],
    [{ ground: 'unmarked' }, 'not-one-of'],
    [{ serial: '0001234' }, 'unknown-field'],
    [{ image: 'data:' }, 'unknown-field'],
    [{ representations: ['a\u0000'] }, 'control-character'],
  ])('with %j is refused: %s', async (changes, code) => {
    const before = await desk.api.records.list('legco-2016', '@LC1');
    expect(saidOf(await decide(changes))).toEqual([expect.any(Number), code]);
    expect(await desk.api.records.list('legco-2016', '@LC1')).toEqual(before);
  });

  test('is refused before the close of poll, for another station, and where nothing is counted', async () => {
    await start({
      stations: [aStation('A'), aStation('B'), aStation('S', { kind: 'small_polling', countedAt: 'A' })],
    });
    expect(saidOf(await decide({ station: 'B' }))).toEqual([403, 'outside-scope']);
    expect(saidOf(await decide({ station: 'S' }, ARO))).toEqual([422, 'unknown-station']);
    expect(saidOf(await decide({ station: 'Z' }, ARO))).toEqual([422, 'unknown-station']);
    desk.api.at(-1);
    expect(saidOf(await decide())).toEqual([409, 'before-close']);
  });

  test('typed wrongly is mended by another row with a reason, until the report is public', async () => {
    await decide();
    await decide({ seq: 2, ground: 'uncertain' });
    const mending = { seq: 3, supersedes: 2, final: 'accept', countedFor: ['1'] };
    expect(saidOf(await decide(mending))).toEqual([422, 'reason-required']);
    expect(saidOf(await decide({ ...mending, reason: 'row of another paper' }))).toEqual([201]);
    const [place] = (await view()).places;
    expect(place?.rows.map(({ mended }) => mended)).toEqual([false, true, false]);
    expect(place?.sums.grounds.uncertain).toEqual({ accepted: 0, rejected: 0 });
    expect(saidOf(await decide({ ...mending, seq: 4, reason: 'again' }))).toEqual([409, 'no-such-decision']);
    await desk.api.report(aReport());
    expect(saidOf(await decide({ seq: 4, supersedes: 1, reason: 'too late' }))).toEqual([
      409,
      'decisions-final',
    ]);
    // A recount counts the papers again and decides nothing again: a row left out is still typed in.
    expect(saidOf(await decide({ seq: 4 }))).toEqual([201]);
    expect((await view()).places[0]?.final).toBe(true);
  });

  test('by two officers at one moment gets two numbers', async () => {
    const both = await Promise.all([decide(), decide({ ground: 'mutilated' }, DEPUTY)]);
    expect(both.map(saidOf).toSorted()).toEqual([[201], [422, 'act-number']]);
  });
});

describe('the decider', () => {
  const central = (kind: 'geographical' | 'dc_second' | 'special_fc') => ({
    constituencies: [aConstituency({ kind })],
    stations: [aStation('A', { kind: 'central_counting' as const })],
  });
  test.each([
    ['geographical', ['returning_officer']],
    ['dc_second', ['assistant_returning_officer', 'returning_officer']],
    ['special_fc', ['returning_officer']],
  ] as const)('at the Central Counting Station, for %s, is %j', async (kind, deciders) => {
    await start(central(kind));
    expect((await view()).places[0]?.deciders).toEqual(deciders);
    const decidedBy = 'assistant_returning_officer';
    const allowed = (deciders as readonly string[]).includes(decidedBy);
    expect(saidOf(await decide({ decidedBy }, ARO))).toEqual(allowed ? [201] : [422, 'decider-differs']);
  });
});

describe('the decisions of a constituency', () => {
  test('are held against the form, which they never block', async () => {
    await decide();
    await decide({ seq: 2, final: 'accept', countedFor: ['1'] });
    const questionable = { accepted: 1, rejected: { intention_unclear: 2, mutilated: 1 } };
    expect(saidOf(await desk.enter(PRESIDING, anEntry({ questionable })))).toEqual([201]);
    const [place] = (await view()).places;
    expect(place?.differs).toEqual([
      { path: '$.questionable.rejected.intention_unclear', decided: 1, reported: 2 },
      { path: '$.questionable.rejected.mutilated', decided: 0, reported: 1 },
    ]);
    const { warnings, sha256, row } = await desk.station();
    expect(warnings).toEqual([
      expect.objectContaining({
        code: 'D1',
        figures: { rows: 2, decided: 1, reported: 3 },
        text: expect.stringContaining('has 1 questionable paper and the form 3'),
      }),
    ]);
    expect(row.flags).toEqual([{ code: 'D1', explained: false }]);
    await desk.step(PRESIDING, 'result_told');
    expect(saidOf(await desk.confirm(ARO, sha256 ?? ''))).toEqual([201]);
    const [stored] = await desk.api.records.list('legco-2016', 'LC1', { prefix: 'report#A' });
    expect(stored?.body).not.toContain('D1');
  });

  test('show each place’s account with what every identity says', async () => {
    const accountOfA = { supplied: 30, unissued: 10, unused: 1, spoilt: 1, tendered: 0 };
    await desk.api.report(aReport({ account: accountOfA, invalid: { tendered: 1 } }));
    const { places } = await view();
    expect(places[0]?.account).toMatchObject({
      heads: accountOfA,
      issued: 20,
      estimatedInBox: 18,
      papersCounted: 17,
      shortfall: 1,
    });
    expect(places[0]?.account?.identities.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'A1 unknown',
      'A2 holds',
      'A3 holds',
      'A4 holds',
      'A5 unknown',
      'A6 holds',
      'A7 broken',
      'A8 unknown',
    ]);
    expect(places[0]?.account?.identities[6]?.text).toMatch(/tendered/);
    expect(places[1]?.account).toBeNull();
  });

  test('are shown to who is responsible: a station’s officer sees the own place and no sums', async () => {
    const own = await view(PRESIDING);
    expect([own.places.map(({ station }) => station.id), own.total]).toEqual([['A'], null]);
    expect((await view(COMMISSION)).total).not.toBeNull();
    const read = (as: TokenRequest, constituency = 'LC1') =>
      desk.api.call('read-decisions', undefined, { as, parameters: { constituency } });
    expect(saidOf(await read(OBSERVER))).toEqual([403, 'wrong-role']);
    expect(saidOf(await read({ ...ARO, constituency: 'LC9' }))).toEqual([403, 'outside-scope']);
    expect(saidOf(await read(COMMISSION, 'LC9'))).toEqual([422, 'unknown-constituency']);
  });
});

describe('the statement of a constituency', () => {
  const declared = async () => {
    await decide({ objection: 'rejection_objected' });
    const heads = { supplied: 30, unissued: 10, unused: 1, spoilt: 1 };
    await desk.api.report(aReport({ account: heads }));
    await desk.api.report(aReport({ station: 'B' }));
    desk.api.at(2);
    await desk.api.call(
      'declare-result',
      { constituency: 'LC1', outcome: 'elected', elected: ['1a', '2a'] },
      { as: RETURNING },
    );
    desk.api.at(3);
  };

  test('is made after the declaration, once, of what the record and the reports add up to', async () => {
    const early = (await view()).total;
    expect(saidOf(await publish(early ?? {}))).toEqual([409, 'not-declared']);
    await declared();
    const { total, declared: over } = await view();
    expect([over, total?.accounts]).toEqual([
      true,
      { places: 2, accounted: 1, supplied: 30, unissued: 10, unused: 1, spoilt: 1 },
    ]);
    expect(saidOf(await publish(early ?? {}))).toEqual([409, 'statement-differs']);
    expect(saidOf(await publish(total ?? {}, ARO))).toEqual([403, 'wrong-role']);
    expect(saidOf(await publish(total ?? {}))).toEqual([201]);
    expect(saidOf(await publish(total ?? {}))).toEqual([200]);
    expect((await view()).statements).toMatchObject([{ number: 1, ...total }]);
  });

  test('that no longer adds up is followed by another with a reason', async () => {
    await declared();
    await publish((await view()).total ?? {});
    await decide({ seq: 2, ground: 'mutilated' });
    const { total } = await view();
    expect(saidOf(await publish({ number: 2, ...total }))).toEqual([422, 'reason-required']);
    expect(saidOf(await publish({ number: 3, reason: 'a row was left out', ...total }))).toEqual([
      422,
      'act-number',
    ]);
    expect(saidOf(await publish({ number: 2, reason: 'a row was left out', ...total }))).toEqual([201]);
  });

  test('names no single place and no officer', async () => {
    await declared();
    await publish((await view()).total ?? {});
    const [stored] = await desk.api.records.list('legco-2016', 'LC1', { prefix: 'papers#' });
    expect(Object.keys(JSON.parse(stored?.body ?? '{}').body).toSorted()).toEqual([
      'accounts',
      'constituency',
      'number',
      'questionable',
    ]);
  });
});

test('an election without rules for stations asks for no preliminary decision', async () => {
  await start(aDefinition({ edition: 'popvote-2017' }));
  expect(saidOf(await decide({ preliminary: undefined }))).toEqual([201]);
  expect(saidOf(await decide({ seq: 2, preliminary: 'accept' }))).toEqual([201]);
});
