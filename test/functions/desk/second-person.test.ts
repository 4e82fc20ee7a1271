import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { DecisionsView } from '#shared/desk/decisions-view.ts';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { contentHash } from '#shared/hash.ts';
import { signIn } from '../../support/api.ts';
import { aConstituency, aList, aReport, balls, minutes } from '../../support/builders.ts';
import {
  ARO,
  ARO_2,
  OBSERVER,
  PRESIDING,
  RETURNING,
  saidOf,
  type TestDesk,
  testDesk,
} from '../../support/desk.ts';

const account = signIn();
afterAll(account.remove);

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk(account);
});

const progress = async (as = ARO): Promise<ProgressView> => (await desk.progress(as)).body as ProgressView;
const missing = async () => (await progress()).missing.map(({ step }) => step);

/** Both stations have reported: list 1 and 2 get a seat each. */
const counted = async () => {
  await desk.api.report(aReport());
  await desk.api.report(aReport({ station: 'B' }));
};
const declaration = (elected: readonly string[]) => ({
  type: 'declaration',
  body: { constituency: 'LC1', outcome: 'elected', elected },
});

describe('a declaration', () => {
  test('is proposed by one officer and seconded by another, and says both roles', async () => {
    expect(await missing()).toEqual(['stations', 'declaration', 'second_person']);
    await counted();
    desk.api.at(3);
    const { ready } = await progress();
    expect(ready).toEqual({ outcome: 'elected', elected: ['1a', '2a'], unfilled: 0 });
    const act = declaration(['1a', '2a']);
    expect(saidOf(await desk.propose(RETURNING, 1, act))).toEqual([201]);
    expect((await desk.propose(RETURNING, 1, act)).body.outcome).toBe('replayed');
    desk.api.at(5);
    expect(await missing()).toEqual(['second_person']);
    const [proposal] = (await progress(RETURNING)).proposals;
    expect(proposal).toMatchObject({ number: 1, own: true, state: 'open', sha256: contentHash(act) });
    expect(saidOf(await desk.second(RETURNING, 1, contentHash(act)))).toEqual([409, 'same-person']);
    expect(saidOf(await desk.second(ARO, 1, 'ab'.repeat(32)))).toEqual([409, 'seen-differs']);
    expect(saidOf(await desk.second(ARO, 1, contentHash(act)))).toEqual([201]);
    expect(saidOf(await desk.second(ARO, 1, contentHash(act)))).toEqual([200]);
    expect(saidOf(await desk.second(ARO_2, 1, contentHash(act)))).toEqual([409, 'proposal-decided']);
    const [stored] = await desk.api.records.list('legco-2016', 'LC1', { prefix: 'declaration#' });
    expect(JSON.parse(stored?.body ?? '')).toMatchObject({
      role: 'returning_officer',
      confirmedBy: 'assistant_returning_officer',
    });
    desk.api.at(7);
    expect(await missing()).toEqual(['statement', 'notices']);
    expect((await progress()).declaration).toMatchObject({ elected: ['1a', '2a'] });
  });

  test('that the count does not give is refused before anybody is asked', async () => {
    await counted();
    expect(saidOf(await desk.propose(RETURNING, 1, declaration(['3a'])))).toEqual([409, 'elected-differs']);
    expect(saidOf(await desk.propose(RETURNING, 2, declaration(['1a', '2a'])))).toEqual([422, 'act-number']);
    expect(saidOf(await desk.propose(ARO, 1, declaration(['1a', '2a'])))).toEqual([403, 'wrong-role']);
    expect(saidOf(await desk.second(OBSERVER, 1, 'ab'.repeat(32)))).toEqual([403, 'wrong-role']);
    expect(saidOf(await desk.second(PRESIDING, 1, 'ab'.repeat(32)))).toEqual([403, 'wrong-role']);
  });

  test('is refused with a reason, and may be proposed anew', async () => {
    await counted();
    const act = declaration(['1a', '2a']);
    await desk.propose(RETURNING, 1, act);
    expect(saidOf(await desk.propose(RETURNING, 2, act))).toEqual([409, 'proposal-open']);
    expect(saidOf(await desk.second(ARO, 1, contentHash(act), { decision: 'refused' }))).toEqual([
      422,
      'reason-required',
    ]);
    const refused = { decision: 'refused', reason: 'a name is read wrongly' };
    expect(saidOf(await desk.second(ARO, 1, contentHash(act), refused))).toEqual([201]);
    desk.api.at(4);
    expect((await progress()).proposals[0]).toMatchObject({
      state: 'refused',
      reason: 'a name is read wrongly',
    });
    expect(saidOf(await desk.propose(RETURNING, 2, act))).toEqual([201]);
  });

  test('that lost its act to a crash is completed by the same word again', async () => {
    await counted();
    const act = declaration(['1a', '2a']);
    await desk.propose(RETURNING, 1, act);
    const { records } = desk.api;
    const accept = records.accept.bind(records);
    records.accept = async (stored) => {
      if (stored.key.startsWith('declaration#')) throw new Error('the power is gone');
      return accept(stored);
    };
    expect((await desk.second(ARO, 1, contentHash(act))).status).toBe(500);
    records.accept = accept;
    expect(saidOf(await desk.second(ARO, 1, contentHash(act)))).toEqual([201]);
    expect(await records.list('legco-2016', 'LC1', { prefix: 'declaration#' })).toHaveLength(1);
  });
});

describe('after the declaration', () => {
  const declared = async () => {
    await counted();
    const act = declaration(['1a', '2a']);
    await desk.propose(RETURNING, 1, act);
    await desk.second(ARO, 1, contentHash(act));
    desk.api.at(7);
  };

  test('the sums are missing until the Returning Officer publishes them, and again where a correction moves them', async () => {
    await declared();
    expect((await progress()).missing[0]).toEqual({ step: 'statement', by: ['returning_officer'] });
    const decisions = await desk.api.call('read-decisions', undefined, {
      as: RETURNING,
      parameters: { constituency: 'LC1' },
    });
    const { total } = decisions.body as DecisionsView;
    const said = await desk.api.call(
      'publish-statement',
      { constituency: 'LC1', number: 1, ...total },
      { as: RETURNING },
    );
    expect(saidOf(said)).toEqual([201]);
    desk.api.at(9);
    expect(await missing()).toEqual(['notices']);
    const body = aReport({ revision: 2, reason: 'a packet overlooked', account: { supplied: 500 } });
    const correction = { type: 'correction', body };
    expect(saidOf(await desk.propose(RETURNING, 2, correction))).toEqual([201]);
    expect(saidOf(await desk.second(ARO, 2, contentHash(correction)))).toEqual([201]);
    desk.api.at(11);
    expect(await missing()).toEqual(['statement', 'notices']);
  });

  test('the notices of the result are missing by name, and who posts them', async () => {
    await declared();
    const { notices = [], by } = (await progress()).missing.at(-1) ?? { by: [] };
    expect(notices.map(({ type }) => type)).toEqual(['N26', 'N27']);
    expect(notices[0]?.name['zh-Hant']).toMatch(/結果/);
    expect(by[0]).toBe('returning_officer');
  });
});

describe('a constituency that nobody contests', () => {
  test('waits for no report, and is declared by two officers', async () => {
    desk = await testDesk(account, {
      constituencies: [aConstituency({ contestants: [aList('1'), aList('2')] })],
    });
    desk.api.at(2);
    const { ready, missing: steps, public: shown } = await progress();
    expect(steps.map(({ step }) => step)).toEqual(['declaration', 'second_person', 'notices']);
    expect(shown.status).toBe('uncontested');
    expect(ready?.elected).toEqual(['1a', '2a']);
    const act = declaration(['1a', '2a']);
    expect(saidOf(await desk.propose(RETURNING, 1, act))).toEqual([201]);
    expect(saidOf(await desk.second(ARO, 1, contentHash(act)))).toEqual([201]);
  });
});

describe('other acts of two people', () => {
  test('are lots, a death after the poll, and a correction after the declaration', async () => {
    await desk.api.report(aReport({ votes: { '1': 10, '2': 5, '3': 5 } }));
    await desk.api.report(aReport({ station: 'B', votes: { '1': 10, '2': 5, '3': 5 } }));
    desk.api.at(2);
    expect(await missing()).toEqual(['lots', 'declaration', 'second_person']);
    const both = async (number: number, act: unknown) => [
      ...saidOf(await desk.propose(RETURNING, number, act)),
      ...saidOf(await desk.second(ARO, number, contentHash(act))),
    ];
    const lots = { type: 'lots', body: { constituency: 'LC1', stage: 1, draws: balls(['2', 3], ['3', 9]) } };
    expect(await both(1, lots)).toEqual([201, 201]);
    const death = {
      type: 'event',
      candidate: '3a',
      body: { constituency: 'LC1', event: 'died', satisfiedAt: minutes(1) },
    };
    expect(await both(2, death)).toEqual([201, 201]);
    desk.api.at(6);
    expect((await progress()).ready?.elected).toEqual(['1a', '3b']);
    expect(await both(3, declaration(['1a', '3b']))).toEqual([201, 201]);
    const correction = {
      type: 'correction',
      body: aReport({ revision: 2, reason: 'digits swapped', votes: { '1': 11, '2': 5, '3': 5 } }),
    };
    expect(await both(4, correction)).toEqual([201, 201]);
    desk.api.at(9);
    const { acts } = await progress();
    expect(acts.map(({ said }) => said.type)).toEqual(['correction', 'declaration', 'event', 'lots']);
    expect(acts.every(({ confirmedBy }) => confirmedBy === 'assistant_returning_officer')).toBe(true);
  });
});

describe('the commission', () => {
  test('moves a count to another place, which the station keeps on its page', async () => {
    const move = (number: number, as = { role: 'commission', account: 'eac-1' } as const) =>
      desk.api.call(
        'relocate-count',
        { constituency: 'LC1', station: 'A', number, to: { en: 'Town Hall' }, reason: 'power failure' },
        { as },
      );
    expect(saidOf(await move(2))).toEqual([422, 'act-number']);
    expect(saidOf(await move(1))).toEqual([201]);
    expect((await move(1)).body.outcome).toBe('replayed');
    desk.api.at(3);
    expect((await progress()).rows[0]).toMatchObject({ id: 'A', relocatedTo: { en: 'Town Hall' } });
    expect(saidOf(await desk.api.call('relocate-count', {}, { as: RETURNING }))).toEqual([403, 'wrong-role']);
  });
});
