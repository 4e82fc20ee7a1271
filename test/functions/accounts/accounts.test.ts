import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ACCOUNTS, accountRevision, readAccount, readAccounts } from '#functions/accounts/account-records.ts';
import { told } from '#functions/accounts/accounts.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { PORTAL, type Records } from '#functions/ports.ts';
import type { Account } from '#shared/desk/account.ts';
import type { AccountList } from '#shared/desk/account-view.ts';
import { anAccount } from '../../support/accounts.ts';
import { CEO, signIn, type TestApi, testApi } from '../../support/api.ts';
import { aDefinition, aReport } from '../../support/builders.ts';

const account = signIn();
afterAll(account.remove);

let api: TestApi;
let records: Records;
let minute: number;
beforeEach(async () => {
  records = memoryRecords();
  api = testApi(account, records);
  minute = 1;
  await api.define(aDefinition());
});
afterEach(() => vi.useRealTimers());

/** A little later: what is known of accounts is no longer fresh. */
const later = (): void => {
  minute += 1;
  api.at(minute);
};
const put = (changes: Partial<Account> = {}, as = { ...CEO, account: 'chief-1' }) => {
  const body = anAccount(changes);
  later();
  return api.call('put-account', body, { as, parameters: { account: body.id } });
};
const code = (answer: { body: { errors: { code: string }[] } }) => answer.body.errors[0]?.code;
const officer = { role: 'returning_officer', constituency: 'LC1', account: 'ro-1' } as const;

describe('the Chief Electoral Officer', () => {
  test('makes an account, once however often it is sent', async () => {
    const made = await put();
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({ outcome: 'accepted', account: 'ro-1', revision: 1 }),
    ]);
    const again = await put();
    expect([again.status, again.body.outcome]).toEqual([200, 'replayed']);
    expect(again.body.acceptedAt).toBe(made.body.acceptedAt);
    expect(await readAccount(records, 'ro-1')).toMatchObject({ account: anAccount() });
    expect(api.directory).toEqual(['provision ro-1', 'provision ro-1']);
  });

  test('changes it by the next revision with a reason, and every revision stays', async () => {
    await put();
    expect(code(await put({ revision: 2 }))).toBe('reason-required');
    expect(code(await put({ revision: 3, reason: 'x' }))).toBe('revision-missing');
    expect((await put({ revision: 2, constituencies: ['LC2'], reason: 'Moved.' })).status).toBe(201);
    expect(await readAccount(records, 'ro-1')).toMatchObject({ account: { constituencies: ['LC2'] } });
    expect(await records.list(PORTAL, ACCOUNTS)).toHaveLength(2);
  });

  test('who sends another content for a revision is told of the conflict, and a late duplicate undoes nothing', async () => {
    await put();
    await put({ revision: 2, active: false, reason: 'Left.' });
    expect(code(await put({ name: 'Somebody Else' }))).toBe('conflict');
    const late = await put();
    expect([late.status, late.body.outcome]).toEqual([200, 'replayed']);
    expect(await readAccount(records, 'ro-1')).toMatchObject({ account: { active: false } });
  });

  test('of two who change it at once exactly one does', async () => {
    await put();
    const answers = await Promise.all([
      put({ revision: 2, name: 'A', reason: 'x' }),
      put({ revision: 2, name: 'B', reason: 'x' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('cannot close the own account', async () => {
    const own = { id: 'chief-1', role: 'chief_electoral_officer' as const };
    await put(own);
    const answer = await put({ ...own, revision: 2, active: false, reason: 'x' });
    expect([answer.status, code(answer)]).toEqual([409, 'own-account']);
  });

  test('must name the same account in both places', async () => {
    const answer = await api.call('put-account', anAccount(), { as: CEO, parameters: { account: 'ro-2' } });
    expect([answer.status, code(answer)]).toEqual([422, 'account-id-differs']);
  });

  test('finds the directory brought up to date by sending again after a failure between the two', async () => {
    const directory: string[] = [];
    let down = true;
    const failing = testApi(account, records, {
      provision: async ({ id }) => {
        if (down) throw new Error('The directory is away.');
        directory.push(id);
      },
      signOut: async () => undefined,
    });
    const send = () => failing.call('put-account', anAccount(), { as: CEO, parameters: { account: 'ro-1' } });
    expect((await send()).status).toBe(500);
    expect(await readAccount(records, 'ro-1')).not.toBeNull();
    down = false;
    expect((await send()).body.outcome).toBe('replayed');
    expect(directory).toEqual(['ro-1']);
  });
});

describe('the list of accounts', () => {
  beforeEach(async () => {
    await put();
    await put({ id: 'ro-2', constituencies: ['LC2'] });
    await put({ id: 'po-1', role: 'presiding_officer', stations: ['A'] });
    await put({ id: 'other', elections: ['legco-2012'] });
    await put({ id: 'watcher', role: 'observer', constituencies: [], elections: [] });
  });
  const ids = async (as: Parameters<typeof account.token>[0], query = {}): Promise<readonly string[]> => {
    const { body } = await api.call('list-accounts', undefined, { as, query });
    return body.accounts.map(({ id }: Account) => id);
  };

  test('is whole for the Chief Electoral Officer, and can be asked for in part', async () => {
    expect(await ids(CEO)).toEqual(['other', 'po-1', 'ro-1', 'ro-2', 'watcher']);
    expect(await ids(CEO, { role: 'presiding_officer' })).toEqual(['po-1']);
    expect(await ids(CEO, { election: 'legco-2016', constituency: 'LC2' })).toEqual(['ro-2', 'watcher']);
  });

  test('is searched by name, id, e-mail, place, role and state', async () => {
    await put({ id: 'po-9', name: 'Au Ming', role: 'presiding_officer', stations: ['B'], active: false });
    expect(await ids(CEO, { name: 'ming AU' })).toEqual(['po-9']);
    expect(await ids(CEO, { name: '大文 ｒｏ-2' })).toEqual(['ro-2']);
    expect(await ids(CEO, { place: 'lc2' })).toEqual(['ro-2']);
    expect(await ids(CEO, { place: 'hong kong island', state: 'closed' })).toEqual(['po-9']);
    expect(await ids(CEO, { place: '香港島', role: 'presiding_officer' })).toEqual(['po-9', 'po-1']);
    expect(await ids(CEO, { state: 'active', name: 'au' })).toEqual([]);
  });

  test('refuses what it does not know, and says where', async () => {
    for (const [query, path] of [
      [{ role: 'king' }, '$.role'],
      [{ limit: '0' }, '$.limit'],
      [{ wanted: 'x' }, '$'],
      [{ cursor: 'nowhere' }, '$.cursor'],
    ] as const) {
      const { status, body } = await api.call('list-accounts', undefined, { as: CEO, query });
      expect(status).toBe(422);
      expect(body.errors[0].path.startsWith(path)).toBe(true);
    }
  });

  test('shows a Returning Officer those of the own constituency and election', async () => {
    later();
    expect(await ids(officer)).toEqual(['po-1', 'ro-1']);
  });

  test('is not for stations', async () => {
    const answer = await api.call('list-accounts', undefined, {
      as: { role: 'presiding_officer', station: 'A' },
    });
    expect(answer.status).toBe(403);
  });
});

describe('a list of 1,600 accounts', () => {
  const MANY = 1600;
  const idOf = (at: number): string => `po-${String(at).padStart(4, '0')}`;
  beforeEach(async () => {
    for (let at = 0; at < MANY; at += 1) {
      const one = anAccount({
        id: idOf(at),
        name: `Officer ${(at * 7) % 40}`,
        role: 'presiding_officer',
        stations: ['A'],
      });
      await records.accept(accountRevision(one, 'chief-1', '2016-09-01T00:00:00.000Z'));
    }
    later();
  });
  const ask = async (query: Readonly<Record<string, string>>): Promise<AccountList> =>
    (await api.call('list-accounts', undefined, { as: CEO, query })).body as AccountList;

  test('comes page by page, each account once, in the order of names', async () => {
    const seen: string[] = [];
    let query: Readonly<Record<string, string>> | null = { limit: '200' };
    let pages = 0;
    while (query) {
      const page: AccountList = await ask(query);
      expect([page.total, page.all]).toEqual([MANY, MANY]);
      seen.push(...page.accounts.map(({ name, id }) => `${name} ${id}`));
      query = page.next === null ? null : { limit: '200', cursor: page.next };
      pages += 1;
    }
    expect(pages).toBe(8);
    expect(new Set(seen).size).toBe(MANY);
    expect(seen).toEqual([...seen].sort());
  });

  test('moves no page where an account is made meanwhile', async () => {
    const first = await ask({});
    await put({ id: 'aaa', name: 'Aaa' });
    const second = await ask({ cursor: first.next ?? '' });
    const both = [...first.accounts, ...second.accounts].map(({ id }) => id);
    expect(new Set(both).size).toBe(100);
    expect(both).not.toContain('aaa');
  });

  test('sends a page and not all of them', async () => {
    const begun = performance.now();
    const page = await ask({});
    const took = Math.round(performance.now() - begun);
    const bytes = JSON.stringify(page).length;
    const whole = (await readAccounts(records)).reduce(
      (sum, one) => sum + JSON.stringify(told(one)).length + 1,
      0,
    );
    process.stdout.write(`1,600 accounts: ${bytes} bytes in ${took} ms; all of them were ${whole} bytes\n`);
    expect(page.accounts).toHaveLength(50);
    expect(bytes).toBeLessThan(20_000);
    expect(bytes).toBeLessThan(whole / 20);
  });
});

describe('one account', () => {
  const read = (id: string, as: Parameters<typeof account.token>[0] = { ...CEO, account: 'chief-1' }) => {
    later();
    return api.call('read-account', undefined, { as, parameters: { account: id } });
  };
  beforeEach(async () => {
    await put({ id: 'chief-1', name: 'Head', role: 'chief_electoral_officer', constituencies: [] });
    await put();
    await put({ revision: 2, constituencies: ['LC1', 'LC2'], reason: 'Covers for a colleague.' });
  });

  test('tells who sees every account what was done to it, by whom and why, newest first', async () => {
    later();
    await api.call('sign-out-everywhere', { request: 'r-1' }, { as: CEO, parameters: { account: 'ro-1' } });
    const { status, body } = await read('ro-1');
    expect([status, body.account.revision, body.account.signedOutAt]).toEqual([200, 2, body.history[0].at]);
    expect(body.history).toEqual([
      expect.objectContaining({ kind: 'sign-out', revision: null, changes: [] }),
      {
        kind: 'account',
        revision: 2,
        at: body.account.changedAt,
        by: { account: 'chief-1', name: 'Head' },
        reason: 'Covers for a colleague.',
        changes: [{ path: '$.constituencies', before: 'LC1', after: 'LC1, LC2' }],
      },
      expect.objectContaining({ kind: 'account', revision: 1, reason: null }),
    ]);
    expect((await read('ro-1', { role: 'commission', account: 'c-1' })).body.history).toHaveLength(3);
  });

  test('shows an officer of the constituency the account without its history', async () => {
    const { body } = await read('ro-1', officer);
    expect([body.account.id, body.history]).toEqual(['ro-1', null]);
  });

  test('that the caller may not see, or that nobody has, is not there', async () => {
    await put({ id: 'ro-3', constituencies: ['LC3'] });
    for (const id of ['ro-3', 'nobody', 'ro-1#account', '']) {
      const answer = await read(id, officer);
      expect([answer.status, code(answer)]).toEqual([404, 'account-unknown']);
    }
  });

  test('cannot be called as the form for a new one is', async () => {
    const answer = await put({ id: 'new' });
    expect([answer.status, code(answer)]).toEqual([422, 'reserved-name']);
  });
});

describe('who acts is held against the account', () => {
  const report = () => {
    later();
    return api.report(aReport(), { as: officer });
  };

  test('closed: refused, and nothing is written', async () => {
    await put();
    await put({ revision: 2, active: false, reason: 'Left.' });
    const before = await api.written();
    const answer = await report();
    expect([answer.status, code(answer)]).toEqual([403, 'account-closed']);
    expect(await api.written()).toBe(before);
  });

  test('of another role by now: must sign in again', async () => {
    await put();
    await put({ revision: 2, role: 'assistant_returning_officer', reason: 'Deputy.' });
    const answer = await report();
    expect([answer.status, code(answer)]).toEqual([401, 'account-changed']);
  });

  test('of fewer places by now: the token’s others are gone', async () => {
    await put();
    await put({ revision: 2, constituencies: ['LC2'], reason: 'Moved.' });
    const answer = await report();
    expect([answer.status, code(answer)]).toEqual([403, 'outside-scope']);
  });

  test.each([
    ['of another station by now', { station: 'A' }],
    ['for one station, with a token for the whole constituency', {}],
  ])('%s: a Presiding Officer does not become one of every station', async (_, place) => {
    await put({ id: 'po-1', role: 'presiding_officer', stations: ['B'] });
    later();
    const answer = await api.report(aReport(), {
      as: { role: 'presiding_officer', constituency: 'LC1', account: 'po-1', ...place },
    });
    expect([answer.status, code(answer)]).toEqual([401, 'account-changed']);
  });

  test('for another election: what has the same name there is not theirs', async () => {
    await put({ elections: ['legco-2012'] });
    const answer = await report();
    expect([answer.status, code(answer)]).toEqual([403, 'outside-scope']);
  });

  test('as it says: may act', async () => {
    await put();
    expect((await report()).status).toBe(201);
  });

  test('is noticed within two seconds', async () => {
    await put();
    await report();
    await put({ revision: 2, active: false, reason: 'Left.' });
    expect((await report()).status).toBe(403);
  });

  test('in a burst is read once a second', async () => {
    await put();
    later();
    let reads = 0;
    const list: Records['list'] = (election, ...rest) => {
      if (election === PORTAL) reads += 1;
      return records.list(election, ...rest);
    };
    const counted = testApi(account, { ...records, list });
    await Promise.all(Array.from({ length: 20 }, () => counted.report(aReport(), { as: officer })));
    expect(reads).toBe(1);
  });
});

describe('signing out everywhere', () => {
  const out = (id: string, as: Parameters<typeof account.token>[0], request = 'r-1', now = new Date()) => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    api.atDate(now);
    return api.call('sign-out-everywhere', { request }, { as, parameters: { account: id } });
  };

  test('refuses every token issued before, takes a later one, and reaches the directory', async () => {
    await put();
    const old = `Bearer ${account.token(officer)}`;
    const done = await out('ro-1', officer);
    expect([done.status, done.body.outcome]).toEqual([201, 'accepted']);
    expect(api.directory).toContain('sign out ro-1');
    const soon = new Date(Date.now() + 3000);
    vi.setSystemTime(soon);
    api.atDate(soon);
    const refused = await api.report(aReport(), { authorization: old });
    expect([refused.status, code(refused)]).toEqual([401, 'signed-out']);
    api.at(2);
    expect((await api.report(aReport(), { as: officer })).status).toBe(201);
  });

  test('twice with the same name is one', async () => {
    await put();
    await out('ro-1', CEO);
    const again = await out('ro-1', CEO);
    expect([again.status, again.body.outcome]).toEqual([200, 'replayed']);
    expect((await readAccounts(records))[0]?.signedOutAt).toBe(Date.parse(again.body.acceptedAt));
  });

  test('of another account is for the Chief Electoral Officer only', async () => {
    await put();
    await put({ id: 'ro-2' });
    const before = await api.written();
    const answer = await out('ro-2', officer);
    expect([answer.status, code(answer)]).toEqual([403, 'outside-scope']);
    for (const id of ['nobody', 'ro-1#account', '', '../x']) expect((await out(id, CEO)).status).toBe(404);
    expect(await api.written()).toBe(before);
  });
});
