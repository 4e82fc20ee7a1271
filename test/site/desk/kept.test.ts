import { describe, expect, test, vi } from 'vitest';
import type { FormName } from '#shared/desk/entry.ts';
import type { Failure } from '../../../site/desk/api.ts';
import { memoryStore } from '../../../site/desk/offline/device-store.ts';
import {
  draftWriter,
  earlierDraft,
  emptyDraft,
  isEmpty,
  readDraft,
} from '../../../site/desk/offline/drafts.ts';
import { formKey, type KeptForm } from '../../../site/desk/offline/form-key.ts';
import { type OneAtATime, outbox, type Posted } from '../../../site/desk/offline/outbox.ts';

const form: FormName = { constituency: 'LC1', station: 'A01', count: 1, revision: 1, attempt: 1 };
const keptBy = (account: string): KeptForm => ({ account, election: 'legco-2016', form });
const mine = keptBy('po-1');
const posted: Posted = {
  outcome: 'accepted',
  place: '',
  sha256: 'f'.repeat(64),
  acceptedAt: '2016-09-04T23:00:00Z',
};

const atOnce: OneAtATime = (run) => run();

/** One after the other, as a lock that all tabs share. */
const oneAfterAnother = (): OneAtATime => {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };
};

const answering = (...answers: readonly (Posted | Failure)[]) => {
  const left = [...answers];
  const post = vi.fn(async () => {
    const answer = left.length > 1 ? left.shift() : left[0];
    return answer && 'outcome' in answer ? { ok: true, value: answer } : { ok: false, problem: answer };
  });
  return { post: post as never, calls: post.mock.calls as readonly unknown[][] };
};

const boxOf = (store = memoryStore(), oneAtATime: OneAtATime = atOnce) => {
  const acknowledged = vi.fn(async (kept: KeptForm) => store.delete(formKey('draft', kept)));
  return { store, acknowledged, box: outbox({ store, oneAtATime, acknowledged }) };
};

const posting = (kept = mine) => ({ kept, path: '/api/elections/legco-2016/entries', body: { attempt: 1 } });

describe('a draft', () => {
  const told = { saved: vi.fn(), failed: vi.fn() };
  const draft = { ...emptyDraft('b', []), typed: { '$.votes["1"]': '1,4' } };

  test('is written a moment after the last key, and at once when the page goes', async () => {
    const store = memoryStore();
    const writer = draftWriter({ store, kept: mine }, told);
    writer.keep(draft);
    expect(await readDraft(store, mine)).toBeNull();
    writer.keep({ ...draft, reason: 'swapped' });
    await writer.flush();
    expect(await readDraft(store, mine)).toMatchObject({ typed: draft.typed, reason: 'swapped' });
  });

  test('is written while somebody types on without a pause', async () => {
    vi.useFakeTimers();
    const store = memoryStore();
    const writer = draftWriter({ store, kept: mine }, told);
    for (let keys = 0; keys < 10; keys += 1) {
      writer.keep({ ...draft, reason: String(keys) });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(Number((await readDraft(store, mine))?.reason)).toBeGreaterThan(5);
    vi.useRealTimers();
  });

  test('of another account is not found, and neither is one of another form', async () => {
    const store = memoryStore();
    const writer = draftWriter({ store, kept: mine }, told);
    writer.keep(draft);
    await writer.flush();
    expect(await readDraft(store, keptBy('po-2'))).toBeNull();
    expect(await readDraft(store, { ...mine, form: { ...form, attempt: 2 } })).toBeNull();
  });

  test('of an earlier attempt that was overtaken is found for the form that follows, and no other station’s', async () => {
    const store = memoryStore();
    const next = { ...mine, form: { ...form, attempt: 2 } };
    await store.set(formKey('draft', mine), { ...draft, savedAt: '2016-09-04T23:00:00Z' });
    await store.set(formKey('draft', { ...mine, form: { ...form, station: 'A01B' } }), draft);
    expect((await earlierDraft(store, next))?.draft.typed).toEqual(draft.typed);
    expect(await earlierDraft(store, mine)).toBeNull();
  });

  test('is not written after it was discarded', async () => {
    const store = memoryStore();
    const writer = draftWriter({ store, kept: mine }, told);
    writer.keep(draft);
    await writer.discard();
    await writer.flush();
    expect(await readDraft(store, mine)).toBeNull();
  });

  test('that the device cannot keep is told', async () => {
    const failing = { ...memoryStore(), set: () => Promise.reject(new Error('no room')) };
    const failed = vi.fn();
    const writer = draftWriter({ store: failing, kept: mine }, { saved: vi.fn(), failed });
    writer.keep(draft);
    await writer.flush();
    expect(failed).toHaveBeenCalledOnce();
  });

  test('of another version of the desk, or none at all, is no draft', async () => {
    const store = memoryStore();
    await store.set(formKey('draft', mine), { votes: 3 });
    expect(await readDraft(store, mine)).toBeNull();
    expect(isEmpty(emptyDraft('b', []))).toBe(true);
    expect(isEmpty(draft)).toBe(false);
  });
});

describe('the outbox', () => {
  test('keeps a form without network, and sends it once when the network is there', async () => {
    const { box, store, acknowledged } = boxOf();
    const api = answering({ kind: 'offline' }, posted);
    await store.set(formKey('draft', mine), { any: 'draft' });
    await box.put(posting());
    await box.send('po-1', api);
    expect(await box.waiting('po-1')).toHaveLength(1);
    await box.send('po-1', api);
    await box.send('po-1', api);
    expect(api.calls).toHaveLength(2);
    expect(await box.waiting('po-1')).toEqual([]);
    expect(acknowledged).toHaveBeenCalledOnce();
    expect(await store.get(formKey('draft', mine))).toBeUndefined();
    expect(await box.receipts('po-1', 'legco-2016')).toEqual([
      { form, acceptedAt: posted.acceptedAt, sha256: posted.sha256, repeated: false },
    ]);
  });

  test('two tabs that begin together send once', async () => {
    const store = memoryStore();
    const lock = oneAfterAnother();
    const [one, other] = [boxOf(store, lock).box, boxOf(store, lock).box];
    const api = answering(posted);
    await one.put(posting());
    await Promise.all([one.send('po-1', api), other.send('po-1', api)]);
    expect(api.calls).toHaveLength(1);
  });

  test('what is refused waits for its officer, with the reasons, and is not sent again by itself', async () => {
    const { box, acknowledged } = boxOf();
    const problem = {
      code: 'attempt-differs',
      path: '$.attempt',
      problem: 'p',
      remedy: 'r',
      value: 1,
      figures: {},
    };
    const api = answering({ kind: 'refused', status: 409, problems: [problem] });
    await box.put(posting());
    await box.send('po-1', api);
    await box.send('po-1', api);
    expect(api.calls).toHaveLength(1);
    expect(await box.find(mine)).toMatchObject({
      state: 'refused',
      problems: [problem],
      body: { attempt: 1 },
    });
    expect(acknowledged).not.toHaveBeenCalled();
  });

  test.each([[{ kind: 'signed-out' }], [{ kind: 'failed', status: 503 }]] as const)(
    'after %j it goes on later and nothing is lost',
    async (failure) => {
      const { box } = boxOf();
      await box.put(posting());
      await box.send('po-1', answering(failure));
      expect(await box.find(mine)).toMatchObject({ state: 'waiting' });
      await box.send('po-1', answering({ ...posted, outcome: 'replayed' }));
      expect(await box.find(mine)).toBeNull();
    },
  );

  test('forms of another account stay where they are', async () => {
    const { box } = boxOf();
    const api = answering(posted);
    await box.put(posting(keptBy('po-2')));
    await box.send('po-1', api);
    expect(api.calls).toEqual([]);
    expect(await box.waiting('po-2')).toHaveLength(1);
  });

  test('a form taken out to be changed is not sent', async () => {
    const { box } = boxOf();
    const api = answering(posted);
    await box.put(posting());
    await box.takeBack(mine);
    await box.send('po-1', api);
    expect(api.calls).toEqual([]);
  });
});
