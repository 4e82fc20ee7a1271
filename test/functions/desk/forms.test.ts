import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { contentHash } from '#shared/hash.ts';
import { signIn } from '../../support/api.ts';
import { aDefinition, aReport } from '../../support/builders.ts';
import {
  ARO,
  ARO_2,
  anEntry,
  DEPUTY,
  OBSERVER,
  PRESIDING,
  RETURNING,
  saidOf,
  type TestDesk,
  testDesk,
} from '../../support/desk.ts';

const account = signIn();
afterAll(account.remove);

const publicReports = async ({ api }: TestDesk): Promise<number> =>
  (await api.records.list('legco-2016', 'LC1', { prefix: 'report#' })).length;

describe('a form that is entered once', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await testDesk(account);
  });

  test('is private until an assistant returning officer confirms what was told at the station', async () => {
    expect(saidOf(await desk.enter(PRESIDING))).toEqual([201]);
    expect(await publicReports(desk)).toBe(0);
    const seen = await desk.station();
    expect(seen.row.state).toBe('to_confirm');
    expect(seen.row.missing.map(({ step }) => step)).toEqual(['result_told', 'confirmation']);
    expect(seen.may).toMatchObject({ enter: false, confirm: false, sendBack: true });
    expect(saidOf(await desk.confirm(ARO, seen.sha256 ?? ''))).toEqual([409, 'result-not-told']);
    await desk.step(PRESIDING, 'result_told');
    expect((await desk.station()).may.confirm).toBe(true);
    expect(saidOf(await desk.confirm(ARO, seen.sha256 ?? ''))).toEqual([201]);
    expect(saidOf(await desk.confirm(ARO, seen.sha256 ?? ''))).toEqual([200]);
    const [stored] = await desk.api.records.list('legco-2016', 'LC1', { prefix: 'report#' });
    expect(JSON.parse(stored?.body ?? '')).toMatchObject({
      role: 'presiding_officer',
      confirmedBy: 'assistant_returning_officer',
    });
    expect(stored?.by).toBe('aro-1');
    expect(stored?.body).not.toContain('aro-1');
    expect((await desk.station()).row.state).toBe('public');
  });

  test('sent twice is one; other figures by the same hand are refused until the first are taken back', async () => {
    await desk.enter(PRESIDING);
    expect((await desk.enter(PRESIDING)).body.outcome).toBe('replayed');
    const other = anEntry({ votes: { '1': 9, '2': 5, '3': 1 } });
    expect(saidOf(await desk.enter(PRESIDING, other))).toEqual([409, 'entered-by-you']);
    expect(saidOf(await desk.enter(DEPUTY, other))).toEqual([409, 'entries-complete']);
    expect(saidOf(await desk.sendBack(DEPUTY))).toEqual([403, 'not-your-entry']);
    expect(saidOf(await desk.sendBack(PRESIDING))).toEqual([201]);
    expect((await desk.station()).sentBack?.reason).toBe('figures swapped');
    expect(saidOf(await desk.enter(PRESIDING, other))).toEqual([409, 'attempt-differs']);
    expect(saidOf(await desk.enter(PRESIDING, { ...other, attempt: 2 }))).toEqual([201]);
    expect((await desk.station()).settled?.votes).toEqual({ '1': 9, '2': 5, '3': 1 });
  });

  test('is not confirmed by who typed it, nor when something else was seen', async () => {
    await desk.enter(ARO);
    await desk.step(PRESIDING, 'result_told');
    const { sha256 } = await desk.station();
    expect(saidOf(await desk.confirm(ARO, sha256 ?? ''))).toEqual([409, 'same-person']);
    expect(saidOf(await desk.confirm(ARO_2, 'ab'.repeat(32)))).toEqual([409, 'seen-differs']);
    expect(await publicReports(desk)).toBe(0);
    expect(saidOf(await desk.confirm(RETURNING, sha256 ?? ''))).toEqual([201]);
  });

  test.each([
    ['sums that differ from the form', anEntry({}, { validVotes: 17 }), 'sum-differs'],
    ['more unissued papers than supplied', anEntry({ account: { supplied: 5, unissued: 9 } }), 'sum-A2'],
    ['a ballot that is not in force', anEntry({ ballot: 'ab'.repeat(32) }), 'ballot-differs'],
    ['an unknown list', anEntry({ votes: { '9': 1 } }), 'unknown-contestant'],
    ['a recount of nothing', anEntry({ count: 2 }), 'count-missing'],
  ])('with %s is refused and leaves nothing', async (_, entry, code) => {
    const before = await desk.api.written();
    expect(
      (await desk.enter(PRESIDING, entry)).body.errors.map((error: { code: string }) => error.code),
    ).toContain(code);
    expect(await desk.api.written()).toBe(before);
    expect((await desk.station()).row.state).toBe('waiting');
  });

  test('comes neither before the close of poll, nor from another station, nor from an observer', async () => {
    desk.api.at(-10);
    expect(saidOf(await desk.enter(PRESIDING))).toEqual([409, 'before-close']);
    desk.api.at(10);
    expect(saidOf(await desk.enter({ ...PRESIDING, station: 'B' }))).toEqual([403, 'outside-scope']);
    expect(saidOf(await desk.enter(OBSERVER))).toEqual([403, 'wrong-role']);
    expect(saidOf(await desk.confirm(PRESIDING, 'ab'.repeat(32)))).toEqual([403, 'wrong-role']);
  });

  test('carries what the station says to a warning into the public report', async () => {
    const flagged = anEntry({
      account: { supplied: 20, unissued: 10, unused: 0, spoilt: 0 },
      explanations: { A4: 'six papers of another box' },
    });
    await desk.enter(PRESIDING, flagged);
    const seen = await desk.station();
    expect(seen.row.flags).toEqual([{ code: 'A4', explained: true }]);
    expect(seen.warnings[0]).toMatchObject({ code: 'A4', explanation: 'six papers of another box' });
    await desk.step(PRESIDING, 'result_told');
    await desk.confirm(ARO, seen.sha256 ?? '');
    expect((await desk.station()).standing?.explanations).toEqual({ A4: 'six papers of another box' });
  });

  test('shows what the public sees now beside what it will see', async () => {
    await desk.enter(PRESIDING);
    const { preview } = await desk.station();
    expect(preview?.now).toMatchObject({ reports: 0, expected: 2, valid: 0 });
    expect(preview?.after).toMatchObject({ reports: 1, expected: 2, valid: 16 });
  });

  test('of a suspended count waits until it is resumed', async () => {
    await desk.enter(PRESIDING);
    await desk.step(PRESIDING, 'result_told');
    const { sha256 } = await desk.station();
    const adjourn = (number: number, state: string) =>
      desk.api.call(
        'adjourn-count',
        { constituency: 'LC1', number, state, ground: 'severe_weather', reason: 'Signal No. 8' },
        { as: RETURNING },
      );
    expect(saidOf(await adjourn(1, 'resumed'))).toEqual([409, 'not-suspended']);
    expect(saidOf(await adjourn(1, 'suspended'))).toEqual([201]);
    expect(saidOf(await adjourn(2, 'suspended'))).toEqual([409, 'suspended-already']);
    expect(saidOf(await desk.confirm(ARO, sha256 ?? ''))).toEqual([409, 'suspended']);
    expect((await desk.station()).row.missing.map(({ step }) => step)).toEqual(['resume', 'confirmation']);
    expect(saidOf(await adjourn(2, 'resumed'))).toEqual([201]);
    expect(saidOf(await desk.confirm(ARO, sha256 ?? ''))).toEqual([201]);
  });
});

describe('a form that is entered twice', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await testDesk(account, { entry: 'double' });
  });

  test('shows nobody the first entry before the second is in, and is settled where both agree', async () => {
    await desk.enter(PRESIDING);
    const first = await desk.station(DEPUTY);
    expect(first.row.state).toBe('entered');
    expect(
      JSON.stringify([first.settled, first.agreed, first.differences, first.warnings, first.preview]),
    ).toBe('[null,null,[],[],null]');
    expect(first.may).toMatchObject({ enter: true, resolve: false });
    expect((await desk.station(PRESIDING)).may.enter).toBe(false);
    expect(saidOf(await desk.enter(DEPUTY))).toEqual([201]);
    expect((await desk.station()).row.state).toBe('to_confirm');
  });

  test('that differs is settled by a third person, in the fields that differ only', async () => {
    await desk.enter(PRESIDING);
    const typed = { '1': 10, '2': 50, '3': 1 };
    await desk.enter(DEPUTY, anEntry({ votes: typed }));
    const seen = await desk.station();
    expect(seen.row).toMatchObject({ state: 'differing', differing: 1 });
    expect(seen.differences).toEqual([{ path: '$.votes["2"]', first: 5, second: 50 }]);
    expect(saidOf(await desk.resolve(DEPUTY, anEntry({ votes: typed })))).toEqual([409, 'same-person']);
    expect(saidOf(await desk.resolve(ARO, anEntry({ votes: { ...typed, '1': 11 } })))).toEqual([
      422,
      'resolution-differs',
    ]);
    expect(saidOf(await desk.resolve(ARO, anEntry({ votes: { ...typed, '2': 15 } })))).toEqual([201]);
    await desk.step(PRESIDING, 'result_told');
    const settled = await desk.station(ARO_2);
    expect(settled.settled?.votes).toEqual({ ...typed, '2': 15 });
    expect(saidOf(await desk.confirm(ARO, settled.sha256 ?? ''))).toEqual([409, 'same-person']);
    expect(saidOf(await desk.confirm(ARO_2, settled.sha256 ?? ''))).toEqual([201]);
  });

  test('by two officers at one moment takes both places, and neither is lost', async () => {
    const answers = await Promise.all([desk.enter(PRESIDING), desk.enter(DEPUTY), desk.enter(PRESIDING)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201, 201]);
    expect((await desk.station()).entries.map(({ slot }) => slot)).toEqual([1, 2]);
  });

  test('is the only way: nobody reports, declares or corrects alone', async () => {
    const refused = [
      await desk.api.report(aReport()),
      await desk.api.call('add-misplaced', aReport()),
      await desk.api.call('correct-report', aReport()),
      await desk.api.call('declare-result', { constituency: 'LC1', outcome: 'elected', elected: [] }),
    ];
    expect(refused.map(saidOf)).toEqual([
      [409, 'entries-required'],
      [409, 'entries-required'],
      [409, 'second-person-required'],
      [409, 'second-person-required'],
    ]);
  });

  test('is sent back whole: both type it again', async () => {
    await desk.enter(PRESIDING);
    await desk.enter(DEPUTY);
    expect(saidOf(await desk.sendBack(ARO, 'the form is not legible'))).toEqual([201]);
    expect((await desk.station()).row).toMatchObject({ state: 'sent_back' });
    expect((await desk.station()).form.attempt).toBe(2);
  });
});

describe('recounts and corrections', () => {
  test('go through the same form: a revision before the declaration, a recount after it was allowed', async () => {
    const desk = await testDesk(account);
    const confirmed = async (changes: Parameters<typeof anEntry>[0], which: object) => {
      await desk.enter(PRESIDING, anEntry(changes));
      await desk.step(PRESIDING, 'result_told', { count: changes?.count ?? 1 });
      const { sha256 } = await desk.station();
      return saidOf(await desk.confirm(ARO, sha256 ?? '', which));
    };
    expect(await confirmed({}, {})).toEqual([201]);
    expect((await desk.station()).form).toMatchObject({ count: 1, revision: 2, attempt: 1 });
    const votes = { '1': 11, '2': 5, '3': 1 };
    expect(await confirmed({ revision: 2, reason: 'typed wrongly', votes }, { revision: 2 })).toEqual([201]);
    await desk.api.call(
      'decide-recount',
      {
        constituency: 'LC1',
        number: 1,
        scope: 'station',
        station: 'A',
        requestedBy: 'candidate',
        decision: 'allowed',
      },
      { as: PRESIDING },
    );
    const asked = await desk.station();
    expect(asked.row).toMatchObject({ state: 'public', recounting: true });
    expect(asked.form).toMatchObject({ count: 2, revision: 1 });
    expect(await confirmed({ count: 2, votes: { '1': 12, '2': 5, '3': 1 } }, { count: 2 })).toEqual([201]);
    expect((await desk.station()).row).toMatchObject({ state: 'public', recounting: false, count: 2 });
  });
});

describe('the sheet of a form', () => {
  test('names the ballot, and only the stations an officer reports for', async () => {
    const desk = await testDesk(account);
    const own = await desk.form(PRESIDING);
    expect(own.body.stations.map(({ id }: { id: string }) => id)).toEqual(['A']);
    expect(own.body.ballot).toBe(contentHash(aDefinition().constituencies[0]?.contestants));
    expect((await desk.form(ARO)).body.stations).toHaveLength(2);
    const entry = anEntry({ ballot: own.body.ballot });
    expect(saidOf(await desk.enter(PRESIDING, entry))).toEqual([201]);
  });

  test('and the list of places show an officer the own work only', async () => {
    const desk = await testDesk(account);
    const places = async (as: Parameters<TestDesk['home']>[0]) =>
      (await desk.home(as)).body.elections.map(
        (election: { constituencies: unknown }) => election.constituencies,
      );
    expect(await places(PRESIDING)).toMatchObject([[{ id: 'LC1', stations: [{ id: 'A' }] }]]);
    expect(await places(OBSERVER)).toMatchObject([[{ id: 'LC1', stations: [] }]]);
    expect(await places({ ...ARO, constituency: 'LC9' })).toEqual([]);
  });
});

describe('a recount asked for as soon as the result is told', () => {
  test('comes before any report: the first count is typed but never public, the second is', async () => {
    const desk = await testDesk(account);
    await desk.enter(PRESIDING);
    await desk.step(PRESIDING, 'result_told');
    const before = await desk.station(PRESIDING);
    const asked = await desk.api.call(
      'decide-recount',
      {
        constituency: 'LC1',
        number: before.nextRecount,
        scope: 'station',
        station: 'A',
        requestedBy: 'counting_agent',
        decision: 'allowed',
      },
      { as: PRESIDING },
    );
    expect(asked.status).toBe(201);
    expect(saidOf(await desk.confirm(ARO, before.sha256 ?? ''))).toEqual([409, 'nothing-to-confirm']);
    const now = await desk.station(PRESIDING);
    expect(now.form).toMatchObject({ count: 2, revision: 1, attempt: 1 });
    expect(now.recounts).toMatchObject([{ number: 1, requestedBy: 'counting_agent', decision: 'allowed' }]);
    expect(saidOf(await desk.enter(PRESIDING, anEntry({ count: 2 })))).toEqual([201]);
    await desk.step(PRESIDING, 'result_told', { count: 2 });
    const { sha256 } = await desk.station();
    expect(saidOf(await desk.confirm(ARO, sha256 ?? '', { count: 2 }))).toEqual([201]);
    expect(await publicReports(desk)).toBe(1);
    expect((await desk.station()).row).toMatchObject({ state: 'public', recounting: false, count: 2 });
  });

  test('a second count without one being allowed is still refused', async () => {
    const desk = await testDesk(account);
    expect(saidOf(await desk.enter(PRESIDING, anEntry({ count: 2 })))).toEqual([409, 'count-missing']);
  });
});
