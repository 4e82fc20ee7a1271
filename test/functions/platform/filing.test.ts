import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { storedAct } from '#functions/acts/stored-acts.ts';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import { endInspection } from '#functions/platform/end-inspection.ts';
import { publishingJobs } from '#functions/publishing/sweep.ts';
import { parseVerifierKey } from '#shared/ledger/verifier-key.ts';
import { verifyNote } from '#shared/ledger/verify-note.ts';
import { FILINGS_PARTITION } from '#shared/recount/act.ts';
import { must } from '#shared/result.ts';
import { CEO, signIn, type TestApi, testApi } from '../../support/api.ts';
import { aConstituency, aDefinition, aList, aStation } from '../../support/builders.ts';
import { aFiled } from '../../support/filings.ts';
import { aSigner } from '../../support/platform.ts';
import { announced, byContent, bytesOf, CANDIDATE, platformNight } from '../../support/platform-night.ts';
import { stubPages } from '../../support/simulation-pages.ts';

const definition = aDefinition({
  constituencies: [aConstituency({ id: 'LC1', contestants: [aList('1', 2), aList('2', 1)] })],
  stations: [aStation('A')],
});

const door = signIn();
afterAll(() => door.remove());

let api: TestApi;
let night: ReturnType<typeof platformNight>;

beforeEach(async () => {
  api = testApi(door);
  api.atDate(new Date('2016-08-15T11:00:00+08:00'));
  night = platformNight(api, byContent);
  expect((await api.define(definition)).status).toBe(201);
  expect((await night.openAccount()).status).toBe(201);
});

const onRecord = async (): Promise<readonly string[]> =>
  (await api.records.list('legco-2016', FILINGS_PARTITION)).map(({ body }) => JSON.parse(body).body.kind);

const submit = (id: string, ...names: readonly string[]) => night.submit(id, names);

describe('a submission', () => {
  test('is announced, sent, received, inspected and told of, each once', async () => {
    const committed = await submit('s1', 'File1.jpg');
    expect(committed.status).toBe(201);
    expect(committed.body.receipt).toMatchObject({
      reference: expect.stringMatching(/^EA-16-HKI-01-0001-[0-9A-Z]$/),
      receivedAt: '2016-08-15T03:00:00.000Z',
      items: [{ id: 'HKI-01-0001-1', due: { due: '2016-08-15' }, inTime: true }],
      files: [{ name: 'File1.jpg', state: 'waiting' }],
    });
    await night.tend();
    await night.tend();
    expect(await onRecord()).toEqual(['account', 'submission', 'inspection']);
    const { body } = await night.read();
    expect(body.receipts[0].receipt.files).toMatchObject([{ name: 'File1.jpg', state: 'clean' }]);
    const { path } = body.register.advertisements[0].files[0];
    const copy = await api.platform.uploads.get(decodeURIComponent(path.slice('/files/'.length)));
    expect(copy?.bytes).toEqual(bytesOf('File1.jpg'));
    expect([...api.platform.messages.values()].map(({ kind, to }) => [kind, Object.keys(to)[0]])).toEqual([
      ['advertisement-received', 'email'],
      ['advertisement-received', 'phone'],
      ['advertisement-inspected', 'email'],
      ['advertisement-inspected', 'phone'],
    ]);
  });

  test('sent twice, also at the same time, is one', async () => {
    const opened = await night.open('s1', [night.filed('File1.jpg')]);
    expect((await night.open('s1', [night.filed('File1.jpg')])).status).toBe(200);
    night.send(opened, 'File1.jpg');
    const [first, second] = await Promise.all([night.commit('s1'), night.commit('s1')]);
    expect([first.status, second.status].sort()).toEqual([201, 201]);
    expect(first.body.receipt.reference).toBe(second.body.receipt.reference);
    expect((await night.commit('s1')).body).toMatchObject({ outcome: 'replayed' });
    expect(await onRecord()).toEqual(['account', 'submission']);
  });

  test('with other content under the same name is a conflict', async () => {
    await night.open('s1', [night.filed('File1.jpg')]);
    expect((await night.open('s1', [night.filed('File2.jpg')])).status).toBe(409);
  });

  test('is not received while a file is missing, and says which', async () => {
    const opened = await night.open('s1', [aFiled({ files: [announced('A.jpg'), announced('B.jpg')] })]);
    night.send(opened, 'A.jpg');
    const refused = await night.commit('s1');
    expect(refused.status).toBe(409);
    expect(refused.body.errors[0]).toMatchObject({
      code: 'files-missing',
      problem: expect.stringContaining('B.jpg'),
    });
    const again = await night.open('s1', [aFiled({ files: [announced('A.jpg'), announced('B.jpg')] })]);
    expect(again.body.files.map(({ upload }: { upload: unknown }) => upload !== null)).toEqual([false, true]);
    night.send(again, 'B.jpg');
    expect((await night.commit('s1')).status).toBe(201);
  });

  test('that is changed before it was received keeps the files that are here, and is received as changed', async () => {
    const first = await night.open('s1.1', [night.filed('A.jpg')]);
    expect(night.send(first, 'A.jpg')).toBe(true);
    api.atDate(new Date('2016-08-15T12:00:00+08:00'));
    const both = [aFiled({ files: ['A.jpg', 'B.jpg', 'A.jpg'].map(announced) })];
    const changed = await night.open('s1.2', both);
    expect(changed.body.files.map(({ upload }: { upload: unknown }) => upload === null)).toEqual([
      true,
      false,
      false,
    ]);
    expect((await night.read()).body.openings).toMatchObject([{ submission: { id: 's1.2' } }]);
    const keys = changed.body.files.flatMap(
      ({ upload }: { upload: { fields: { key: string } } | null }) => upload?.fields.key ?? [],
    );
    expect(new Set(keys).size).toBe(2);
    for (const [index, key] of keys.entries()) {
      expect(api.platform.quarantine.bring(key, bytesOf(index === 0 ? 'B.jpg' : 'A.jpg'))).toBe(true);
    }
    expect((await night.commit('s1.2')).status).toBe(201);
    const late = await night.commit('s1.1');
    expect([late.status, late.body.errors[0].code]).toEqual([404, 'submission-unknown']);
    await night.tend();
    const { body } = await night.read();
    expect(body.openings).toEqual([]);
    expect(body.receipts[0].receipt.files.map(({ state }: { state: string }) => state)).toEqual([
      'clean',
      'clean',
      'clean',
    ]);
  });

  test('whose particulars were changed after its file arrived is received when they came', async () => {
    const first = await night.open('s1.1', [night.filed('A.jpg')]);
    night.send(first, 'A.jpg');
    api.atDate(new Date('2016-08-16T09:00:00+08:00'));
    await night.open('s1.2', [aFiled({ files: [announced('A.jpg')], size: 'A3' })]);
    const { receipt } = (await night.commit('s1.2')).body;
    expect(receipt).toMatchObject({ receivedAt: '2016-08-16T01:00:00.000Z', items: [{ inTime: false }] });
  });

  test('is received when its last byte arrived, however late it is committed', async () => {
    api.atDate(new Date('2016-08-15T23:59:58+08:00'));
    const opened = await night.open('s1', [night.filed('File1.jpg')]);
    night.send(opened, 'File1.jpg');
    api.atDate(new Date('2016-08-16T00:00:03+08:00'));
    const { receipt } = (await night.commit('s1')).body;
    expect(receipt).toMatchObject({ receivedAt: '2016-08-15T15:59:58.000Z', items: [{ inTime: true }] });
  });

  test('above the limit is refused whole, the file named', async () => {
    const large = { ...announced('Film.mpg'), bytes: 50_000_001 };
    const refused = await night.open('s1', [aFiled({ files: [announced('A.jpg'), large] })]);
    expect(refused.status).toBe(413);
    expect(refused.body.errors).toMatchObject([
      {
        code: 'file-too-large',
        path: '$.items[0].advertisement.files[1].bytes',
        problem: expect.stringContaining('Film.mpg'),
      },
    ]);
    const atLimit = { ...announced('Film.mpg'), bytes: 50_000_000 };
    expect((await night.open('s2', [aFiled({ files: [atLimit] })])).status).toBe(201);
  });

  test('whose file is held goes public once its candidate confirms; a refused one never does', async () => {
    await submit('s1', 'held.pdf', 'macro.doc');
    await night.tend();
    const states = async () =>
      (await night.read()).body.receipts[0].receipt.files.map(({ state }: { state: string }) => state);
    expect(await states()).toEqual(['held', 'refused']);
    const confirm = (name: string) =>
      night.own('confirm-held', { number: 1, sha256: announced(name).sha256 });
    expect((await confirm('macro.doc')).status).toBe(409);
    expect((await confirm('held.pdf')).status).toBe(201);
    await night.tend();
    expect(await states()).toEqual(['clean', 'refused']);
    expect(await api.platform.uploads.list('')).toHaveLength(1);
  });

  test('takes the next number of its account, and each filing the next place on record', async () => {
    await Promise.all(['s1', 's2', 's3'].map((id) => submit(id, `${id}.jpg`)));
    const { body } = await night.read();
    const references = body.receipts.map(({ receipt }: { receipt: { reference: string } }) =>
      receipt.reference.slice(13, 17),
    );
    expect(references.sort()).toEqual(['0001', '0002', '0003']);
    const keys = (await api.records.list('legco-2016', FILINGS_PARTITION)).map(({ key }) => key);
    expect(keys).toEqual(['00000001', '00000002', '00000003', '00000004'].map((n) => `filing#${n}`));
  });
});

describe('a receipt', () => {
  test('is a signed note that anybody can check', async () => {
    const { note, verifierKey } = (await submit('s1', 'File1.jpg')).body;
    const key = parseVerifierKey(verifierKey);
    expect(key.ok && verifyNote(note, [key.value]).ok).toBe(true);
    expect(key.ok && verifyNote(note.replace('File1', 'File2'), [key.value]).ok).toBe(false);
    expect(note).toContain(announced('File1.jpg').sha256);
  });

  test('comes by e-mail with everything, and as a text message without a link', async () => {
    const { receipt } = (await submit('s1', 'File1.jpg')).body;
    await night.tend();
    const [mail, sms] = [...api.platform.messages.values()];
    for (const part of [
      receipt.reference,
      announced('File1.jpg').sha256,
      '2016-08-15 11:00:00',
      '15-08-2016',
      '1 working day after publication: published Sunday 14-08-2016',
    ]) {
      expect(mail?.text).toContain(part);
    }
    expect(sms?.text).toContain(receipt.reference);
    expect(sms?.text).not.toMatch(/https?:/);
  });

  test('says which file was stopped, what was found, and what to do', async () => {
    await submit('s1', 'macro.doc', 'A.jpg');
    await night.tend();
    const mail = [...api.platform.messages.values()].findLast(({ to }) => 'email' in to);
    expect(mail?.subject).toMatch(/^有檔案需要你處理 Files wait for you: EA-/);
    expect(mail?.text).toMatch(
      /macro\.doc: .*refused: please replace it\n {2}「macro\.doc」載有巨集.+\n {2}macro\.doc holds macros.+ file the new copy\.\n {2}SHA-256/,
    );
    expect(mail?.text).toMatch(/A\.jpg: .*public\n {2}SHA-256/);
  });
});

describe('a storm and an outage', () => {
  const enter = (name: string, body: object) => api.call(name, body, { as: CEO });
  const lateBy = async () => {
    const [ad] = (await night.read()).body.register.advertisements;
    return [ad.due.due, ad.inTime, ad.outages];
  };

  test('move the deadline of everybody, explain what came late, and can be taken back', async () => {
    api.atDate(new Date('2016-08-16T18:20:00+08:00'));
    await submit('s1', 'File1.jpg');
    expect(await lateBy()).toEqual(['2016-08-15', false, []]);
    const outage = { number: 1, revision: 1, what: { en: 'No uploads were taken.' } };
    const during = { from: '2016-08-15T20:00:00+08:00', to: '2016-08-15T23:00:00+08:00' };
    expect((await enter('record-outage', { ...outage, ...during })).status).toBe(201);
    expect(await lateBy()).toMatchObject(['2016-08-15', false, [{ number: 1 }]]);
    const storm = { day: '2016-08-15', weather: 'gale', source: 'Signal No. 8' };
    expect((await enter('enter-storm-day', { ...storm, revision: 1 })).status).toBe(201);
    expect((await enter('enter-storm-day', { ...storm, revision: 1 })).status).toBe(200);
    expect(await lateBy()).toEqual(['2016-08-16', true, []]);
    // Who files computes the same day before anything is sent.
    const weather = [{ day: '2016-08-15', kind: 'gale', source: 'Signal No. 8' }];
    expect((await night.read()).body.weather).toEqual(weather);
    const listed = await api.call('list-platform-accounts', undefined, { as: CEO });
    expect(listed.body.weather).toEqual(weather);
    expect((await enter('enter-storm-day', { ...storm, weather: 'none', revision: 2 })).status).toBe(201);
    expect(await lateBy()).toMatchObject(['2016-08-15', false, [{ number: 1 }]]);
    expect((await enter('enter-storm-day', { ...storm, revision: 4 })).body.errors[0].code).toBe(
      'revision-missing',
    );
    expect(await onRecord()).toEqual(['account', 'submission', 'outage', 'storm-day', 'storm-day']);
  });
});

describe('corrections, revocations and removals', () => {
  test('are beside the original, and corrections end two working days after polling day', async () => {
    await submit('s1', 'File1.jpg');
    const correct = (id: string) =>
      night.open(id, [{ kind: 'correction', of: 'HKI-01-0001-1', particulars: { copiesPublished: 90 } }]);
    api.atDate(new Date('2016-09-06T23:59:59+08:00'));
    expect((await correct('c1')).status).toBe(201);
    expect((await night.commit('c1')).status).toBe(201);
    api.atDate(new Date('2016-09-07T00:00:01+08:00'));
    const late = await correct('c2');
    expect(late.body.errors[0]).toMatchObject({ code: 'corrections-closed', figures: { due: '2016-09-06' } });
    const [ad] = (await night.read()).body.register.advertisements;
    expect([ad.copiesPublished, ad.corrections[0].particulars.copiesPublished]).toEqual([100, 90]);
  });

  test('a removal needs two officers, takes every copy away and leaves a stub', async () => {
    const consents = [{ file: announced('Consent.pdf') }];
    const opened = await night.open('s1', [aFiled({ files: [announced('File1.jpg')], consents })]);
    for (const name of ['File1.jpg', 'Consent.pdf']) night.send(opened, name);
    expect((await night.commit('s1')).status).toBe(201);
    const revocation = {
      kind: 'revocation',
      consent: 'HKI-01-0001-1-c1',
      revokedOn: '2016-08-15',
      notice: announced('Notice.pdf'),
    } as const;
    night.send(await night.open('s2', [revocation]), 'Notice.pdf');
    expect((await night.commit('s2')).status).toBe(201);
    await night.tend();
    expect(await api.platform.uploads.list('')).toHaveLength(3);
    const removal = { of: 'HKI-01-0001-1', by: 'court', reason: 'Order of the court.' };
    const remove = (account: string, body: object = removal) =>
      api.call('remove-advertisement', body, {
        as: { role: 'chief_electoral_officer', account },
        parameters: { platform: 'HKI-01' },
      });
    expect((await remove('chief-a')).body).toMatchObject({ state: 'waits-for-second' });
    expect((await remove('chief-a')).body).toMatchObject({ outcome: 'replayed', state: 'waits-for-second' });
    expect((await remove('chief-b', { ...removal, reason: 'Another.' })).body.state).toBe('waits-for-second');
    const asked = async (account: string) =>
      (
        await api.call('read-platform', undefined, {
          as: { role: 'chief_electoral_officer', account },
          parameters: { platform: 'HKI-01' },
        })
      ).body.proposals;
    expect(await asked('chief-b')).toMatchObject([
      { own: false, by: 'court', reason: 'Order of the court.' },
      { own: true, reason: 'Another.' },
    ]);
    expect((await night.read()).body.proposals).toBeUndefined();
    expect((await remove('chief-b')).body).toMatchObject({ outcome: 'accepted', state: 'removed' });
    expect(await asked('chief-b')).toEqual([]);
    await night.tend();
    expect(await api.platform.uploads.list('')).toEqual([]);
    const [ad] = (await night.read()).body.register.advertisements;
    expect(ad).toMatchObject({
      removal: { by: 'court', reason: 'Order of the court.', removedOn: '2016-08-15' },
      files: [{ state: 'removed', path: null, sha256: announced('File1.jpg').sha256 }],
    });
  });
});

describe('inspection by the public', () => {
  const gazetted = (constituency: string, date: string) => ({
    type: 'N27',
    constituency,
    number: 1,
    revision: 1,
    contents: { elected: ['1a'] },
    text: { en: 'Elected.' },
    postedAt: { place: { en: 'Gazette' }, at: `${date}T09:00:00+08:00` },
    gazette: { number: '5120', date },
  });

  /** Put among the records as it would stand there once the result was declared. */
  const gazette = (date: string) =>
    api.records.accept(
      storedAct(
        {
          type: 'notice',
          election: 'legco-2016',
          acceptedAt: `${date}T01:00:00.000Z`,
          role: 'returning_officer',
          body: gazetted('LC1', date) as never,
        },
        'ro',
      ),
    );

  test('ends by itself after the computed day, takes every copy away and leaves the hashes', async () => {
    await submit('s1', 'File1.jpg');
    await night.tend();
    const ending = () => endInspection({ ...api.ports, uploads: api.platform.uploads }, 'legco-2016');
    const store = memoryObjectStore();
    const keptFor = new Map<string, string>();
    const files: typeof store = {
      ...store,
      putIfAbsent: (key, object) => {
        keptFor.set(key, object.cacheControl);
        return store.putIfAbsent(key, object);
      },
    };
    const signers = { real: aSigner('returns.example.hk/log'), test: aSigner('returns.example.hk/log/test') };
    const jobs = publishingJobs({
      records: api.records,
      files,
      pages: stubPages,
      clock: api.ports.clock,
      signers,
      remove: (key) => files.remove(key),
    });
    const published = async (): Promise<string> => {
      await jobs.sweep();
      const keys = await files.list('');
      const texts = await Promise.all(
        keys.map(async (key) => new TextDecoder().decode((await files.get(key))?.bytes)),
      );
      return texts.join('\n');
    };
    expect(await ending()).toBe(false);
    await gazette('2016-09-09');
    api.atDate(new Date('2017-09-09T23:59:59+08:00'));
    expect(await ending()).toBe(false);
    expect(await published()).toContain('Distributed on street');
    expect(await published()).toContain('File1.jpg');
    const telling = [...keptFor].filter(([key]) => /\/log\/body\/|\/r\/.*\/advertisements/.test(key));
    expect(telling.length).toBeGreaterThan(3);
    for (const [key, cacheControl] of telling) expect(cacheControl, key).toBe('public, max-age=3600');
    api.atDate(new Date('2017-09-10T00:00:00+08:00'));
    expect(await ending()).toBe(true);
    expect(await ending()).toBe(true);
    expect(await api.platform.uploads.list('')).toEqual([]);
    const after = await published();
    expect(after).not.toContain('Distributed on street');
    expect(after).not.toContain('File1.jpg');
    expect(after).toContain(announced('File1.jpg').sha256);
    expect(await onRecord()).toEqual(['account', 'submission', 'inspection', 'inspection-ended']);
  });
});

describe('another account', () => {
  test('sees and changes nothing of this one', async () => {
    await night.openAccount({ id: 'HKI-02', contestant: '2' });
    await submit('s1', 'File1.jpg');
    const other = { role: 'candidate', account: 'HKI-02' } as const;
    const calls: readonly (readonly [string, unknown])[] = [
      ['read-platform', undefined],
      ['open-submission', { id: 'x', items: [night.filed('x.jpg')] }],
      ['commit-submission', { submission: 's1' }],
      ['confirm-held', { number: 1, sha256: announced('File1.jpg').sha256 }],
      ['give-address', { number: 1, address: 'https://example.hk/' }],
    ];
    for (const [name, body] of calls) {
      const answer = await night.own(name, body, other);
      expect([name, answer.status, answer.body.errors[0].code]).toEqual([name, 403, 'outside-scope']);
    }
    expect(await onRecord()).toEqual(['account', 'account', 'submission']);
  });

  test('and the log of requests hold no address, number, name or content', async () => {
    await submit('s1', 'File1.jpg');
    await night.read(CANDIDATE);
    const lines = JSON.stringify(api.log);
    for (const text of ['chan@example.hk', '4512', 'File1', 'Printing']) expect(lines).not.toContain(text);
    expect(must(api.log[0], 'a line').function).toBe('put-definition');
  });
});
