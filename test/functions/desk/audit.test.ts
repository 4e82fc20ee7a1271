import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storedAct } from '#functions/acts/stored-acts.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { storedDeskRecord } from '#functions/desk/desk-records.ts';
import type { TokenRequest } from '#functions/local/token-issuer.ts';
import type { AuditLine, AuditPage } from '#shared/desk/audit.ts';
import { signIn, type TestApi, testApi } from '../../support/api.ts';
import {
  aConstituency,
  aDefinition,
  aList,
  aReport,
  aStation,
  minutes,
  reportAct,
} from '../../support/builders.ts';
import { ARO, OBSERVER, PRESIDING, RETURNING, saidOf } from '../../support/desk.ts';
import { aDecision, CHIEF, COMMISSION, deskNight } from '../../support/desk-night.ts';

const account = signIn();
afterAll(account.remove);

let api: TestApi;
const ask = (
  query: Readonly<Record<string, string>> = {},
  as: TokenRequest = CHIEF,
  election = 'legco-2016',
) => api.call('read-audit', undefined, { as, query, election });
const page = async (
  query: Readonly<Record<string, string>> = {},
  as: TokenRequest = CHIEF,
  election = 'legco-2016',
): Promise<AuditPage> => {
  const { status, body } = await ask({ limit: '200', ...query }, as, election);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as AuditPage;
};
const told = ({ kind, station, who, second }: AuditLine): string =>
  [kind, station, who.account, second?.account].filter((part) => part != null).join(' ');

beforeAll(async () => {
  api = testApi(account, memoryRecords());
  await deskNight(api);
  api.at(200);
});

describe('the trail', () => {
  test('tells every act and record, newest first, by whom, and by whom besides', async () => {
    const { lines, total, next } = await page();
    expect([total, next]).toEqual([lines.length, null]);
    expect(lines.map(told)).toEqual([
      'sign-out chief-7f3a',
      'statement ro-7f3a',
      'declaration ro-7f3a aro-7f3a',
      'seconding aro-7f3a',
      'proposal ro-7f3a aro-7f3a',
      'seconding aro-7f3a',
      'proposal ro-7f3a aro-7f3a',
      'report A pro-7f3a aro-7f3a',
      'step A pro-7f3a',
      'decision A pro-7f3a',
      'decision A pro-7f3a',
      'decision A pro-7f3a',
      'resolution A aro-8f3a',
      'entry A dep-7f3a',
      'entry A pro-7f3a',
      'sent-back A pro-7f3a',
      'entry A pro-7f3a',
      'definition chief-7f3a',
      'account chief-7f3a',
      'account chief-7f3a',
    ]);
    for (const { at } of lines) expect(at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  test('names people where an account says their name, and gives both roles', async () => {
    const [report] = (await page({ kind: 'report' })).lines;
    expect(report).toMatchObject({
      who: { account: 'pro-7f3a', name: 'Wong Siu Ming 黃小明', role: 'presiding_officer' },
      second: { account: 'aro-7f3a', name: null, role: 'assistant_returning_officer' },
      constituency: 'LC1',
      station: 'A',
    });
  });

  test('links a form with its report, and a proposal with what it brought about', async () => {
    const kinds = async (story: string) => (await page({ story })).lines.map(({ kind }) => kind).toReversed();
    expect(await kinds('form#A#1#1')).toEqual([
      'entry',
      'sent-back',
      'entry',
      'entry',
      'resolution',
      'report',
    ]);
    expect(await kinds('proposal#1')).toEqual(['proposal', 'seconding']);
    expect(await kinds('proposal#2')).toEqual(['proposal', 'seconding', 'declaration']);
    expect(await kinds('decision#A#2')).toEqual(['decision', 'decision']);
  });

  test('tells what each changed, field by field, with the reason', async () => {
    const changes = async (query: Readonly<Record<string, string>>, election = 'legco-2016') =>
      (await page(query, CHIEF, election)).lines.map(({ changes: all, reason }) => [
        reason,
        ...all.map(({ path, before, after }) => `${path} ${before} > ${after}`),
      ]);
    const [account2] = await changes({ kind: 'account' });
    expect(account2).toEqual(['Private: moved to another hall', '$.phone +852 5555 7777 > +852 5555 7770']);
    const [other, again, first] = await changes({ kind: 'entry' });
    expect(first).toContain('$.votes["1"] null > 90');
    expect(again).toEqual([null, '$.votes["1"] 90 > 10']);
    expect(other).toContain('$.votes["3"] null > 2');
    expect(await changes({ kind: 'resolution' })).toEqual([[null, '$.votes["3"] 1 / 2 > 1']]);
    expect(await changes({ kind: 'sent-back' })).toEqual([
      ['Private: the form was folded over a row', '$.attempt 1 > 2'],
    ]);
    const [mended] = await changes({ kind: 'decision' });
    expect(mended).toContain('$.final reject > accept');
    expect(mended).toContain('$.countedFor null > 1');
    expect(await changes({ kind: 'step' })).toEqual([[null, '$.step null > result_told']]);
    expect(await changes({ kind: 'correction' }, 'legco-2015')).toEqual([
      ['Digits swapped.', '$.votes["1"] 10 > 11'],
    ]);
    expect(await changes({ kind: 'adjournment' }, 'legco-2015')).toEqual([
      ['Typhoon.', '$.state suspended > resumed'],
      ['Typhoon.', '$.state null > suspended', '$.ground null > severe_weather'],
    ]);
    expect(await changes({ kind: 'event' }, 'legco-2015')).toEqual([
      [null, '$.candidate null > 3a', '$.event null > died', `$.satisfiedAt null > ${minutes(1)}`],
    ]);
    const [defined] = await changes({ kind: 'definition' });
    expect(defined).toContain('$.stations null > 1');
  });

  test.each([
    [{ station: 'A' }, 10],
    [{ account: 'dep-7f3a' }, 1],
    [{ account: 'aro-7f3a' }, 6],
    [{ account: 'pro-7f3a', kind: 'account' }, 2],
    [{ text: 'FOLDED over' }, 1],
    [{ text: '黃小明' }, 10],
    [{ text: 'ｗｏｎｇ．ｓｉｕ' }, 2],
    [{ text: 'hong kong island', kind: 'proposal' }, 2],
    [{ text: 'no such word' }, 0],
    [{ constituency: 'LC1' }, 16],
    [{ from: minutes(1000) }, 0],
    [{ to: minutes(3) }, 2],
  ])('is searched by %j: %i lines', async (query, lines) => {
    expect((await page(query as Record<string, string>)).total).toBe(lines);
  });

  test('comes in pages that join without a gap, whatever is done meanwhile', async () => {
    const all = (await page({}, CHIEF, 'legco-2015')).lines.map(({ id }) => id);
    const joined: string[] = [];
    let cursor: string | undefined;
    do {
      const { lines, next, total } = await page(
        { limit: '4', ...(cursor === undefined ? {} : { cursor }) },
        CHIEF,
        'legco-2015',
      );
      expect(lines.length).toBeLessThanOrEqual(4);
      expect(total).toBeGreaterThanOrEqual(all.length);
      joined.push(...lines.map(({ id }) => id));
      if (cursor === undefined) {
        const body = aReport({ revision: 3, reason: 'Later.', votes: { '1': 12, '2': 5, '3': 5 } });
        await api.call('correct-report', body, {
          as: { ...RETURNING, account: 'ro-7f3a' },
          election: 'legco-2015',
        });
      }
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    expect(joined).toEqual(all);
  });

  test.each([
    [{ kind: 'gossip' }, 'not-one-of'],
    [{ from: 'yesterday' }, 'not-a-time'],
    [{ limit: '0' }, 'wrong-type'],
    [{ limit: '201' }, 'wrong-type'],
    [{ cursor: 'x' }, 'cursor-unknown'],
    [{ station: '../B' }, 'not-an-identifier'],
    [{ colour: 'red' }, 'unknown-field'],
    [{ constituency: 'LC9' }, 'unknown-constituency'],
    [{ format: 'xml' }, 'not-one-of'],
  ])('refuses %j: %s', async (query, code) => {
    expect(saidOf(await ask(query as Record<string, string>))).toEqual([422, code]);
  });
});

describe('the trail as a file', () => {
  test('has the same lines as CSV, readable by a spreadsheet, with a name', async () => {
    const { headers, body } = await ask({ format: 'csv', kind: 'entry' });
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="legco-2016-audit-20160904T175000.csv"',
      'cache-control': 'no-store',
    });
    expect(body.startsWith('\uFEFFtime,kind,constituency,station,account,name,role,')).toBe(true);
    expect(body).toContain('"votes[""1""]: 90 → 10",form#A#1#1');
    expect(body.match(/\r\n/g)).toHaveLength(4);
  });

  test('has them as JSON with what was asked for', async () => {
    const { headers, body } = await ask({ format: 'json', station: 'A', limit: '2' });
    expect(headers['content-disposition']).toMatch(/\.json"$/);
    expect(body).toMatchObject({ election: 'legco-2016', query: { station: 'A' }, next: null });
    expect(body.lines).toEqual((await page({ station: 'A' })).lines);
  });
});

const TWO = aDefinition({
  constituencies: [aConstituency(), aConstituency({ id: 'LC2', name: { en: 'Kowloon West' } })],
  stations: [aStation('A'), aStation('K', { constituency: 'LC2' })],
});

describe('officers of one constituency', () => {
  let two: TestApi;
  beforeAll(async () => {
    two = testApi(account, memoryRecords());
    await two.define(TWO, { as: CHIEF });
    two.at(2);
    await two.report(aReport(), { as: RETURNING });
    const kowloon = { role: 'returning_officer', constituency: 'LC2', account: 'ro-k' } as const;
    await two.report(aReport({ constituency: 'LC2', station: 'K' }), { as: kowloon });
    two.at(3);
    const renamed = TWO.constituencies.map((one) =>
      one.id === 'LC2' ? { ...one, name: { en: 'Kowloon East' } } : one,
    );
    await two.define({ ...TWO, constituencies: renamed }, { as: CHIEF });
    two.at(9);
  });
  const lines = async (as: TokenRequest, query = {}): Promise<readonly AuditLine[]> =>
    ((await two.call('read-audit', undefined, { as, query })).body as AuditPage).lines;

  test('see its lines and nobody else’s, however they ask', async () => {
    expect((await lines(RETURNING)).map(({ kind, station }) => [kind, station])).toEqual([
      ['report', 'A'],
      ['definition', null],
    ]);
    for (const query of [{ station: 'K' }, { account: 'ro-k' }, { text: 'Kowloon' }, { kind: 'account' }])
      expect(await lines(ARO, query)).toEqual([]);
    const other = await two.call('read-audit', undefined, { as: ARO, query: { constituency: 'LC2' } });
    expect(saidOf(other)).toEqual([403, 'outside-scope']);
    const exported = await two.call('read-audit', undefined, { as: ARO, query: { format: 'csv' } });
    expect(exported.body).not.toMatch(/Kowloon|LC2|ro-k/);
  });

  test('who see the whole election see all of it, also what a definition changed', async () => {
    const all = await lines(COMMISSION);
    expect(all.map(({ kind, station }) => [kind, station])).toEqual([
      ['definition', null],
      ['report', 'K'],
      ['report', 'A'],
      ['definition', null],
    ]);
    expect(all[0]?.changes).toEqual([
      { path: '$.constituencies.LC2.name.en', before: 'Kowloon West', after: 'Kowloon East' },
    ]);
  });

  test.each([OBSERVER, PRESIDING])('a %j reads no trail', async (as) => {
    expect(saidOf(await two.call('read-audit', undefined, { as }))).toEqual([403, 'wrong-role']);
  });
});

/** A night's worth of acts and records, put where the functions would have put them. */
const busyNight = async (stations: number): Promise<TestApi> => {
  const records = memoryRecords();
  const busy = testApi(account, records);
  const ids = Array.from({ length: stations }, (_, index) => `S${index}`);
  const contestants = Array.from({ length: 22 }, (_, index) => aList(String(index + 1)));
  await busy.define(
    aDefinition({
      entry: 'double',
      constituencies: [aConstituency({ contestants })],
      stations: ids.map((id) => aStation(id)),
    }),
  );
  const at = { election: 'legco-2016', role: 'presiding_officer' } as const;
  const votes = Object.fromEntries(contestants.map(({ id }, index) => [id, 100 + index]));
  for (const [index, station] of ids.entries()) {
    const acceptedAt = new Date(Date.parse(minutes(1)) + index * 1000).toISOString();
    const body = aReport({ station, votes });
    const entry = { ...at, acceptedAt, type: 'entry', body: { attempt: 1, report: body } } as const;
    const step = { constituency: 'LC1', station, count: 1, step: 'result_told' } as const;
    await records.accept(storedDeskRecord({ ...entry, slot: 1 }, `pro-${index}`));
    await records.accept(storedDeskRecord({ ...entry, slot: 2 }, `dep-${index}`));
    await records.accept(storedDeskRecord({ ...at, acceptedAt, type: 'step', body: step }, `pro-${index}`));
    for (const seq of [1, 2])
      await records.accept(
        storedDeskRecord({ ...at, acceptedAt, type: 'decision', body: aDecision({ station, seq }) }, 'x'),
      );
    await records.accept(
      storedAct(reportAct(body, 1, { acceptedAt, confirmedBy: 'returning_officer' }), 'ro'),
    );
  }
  return busy;
};

test('600 stations with six records each answer quickly, searched and exported', async () => {
  const busy = await busyNight(600);
  const timed = async (query: Readonly<Record<string, string>>): Promise<number> => {
    const before = performance.now();
    const { status } = await busy.call('read-audit', undefined, { as: CHIEF, query });
    expect(status).toBe(200);
    return Math.round(performance.now() - before);
  };
  const [cold, warm] = [await timed({}), await timed({})];
  const [searched, exported] = [await timed({ text: 'station s59' }), await timed({ format: 'csv' })];
  const figures = { cold, warm, searched, exported };
  // Many times what it takes, as other programs run beside the tests.
  for (const [what, took] of Object.entries(figures)) expect(took, what).toBeLessThan(3000);
});
