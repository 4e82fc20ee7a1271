import { beforeEach, describe, expect, test } from 'vitest';
import type { Submission } from '#shared/advertisements/submission.ts';
import { filesOf } from '#shared/advertisements/submission.ts';
import { sha256Hex } from '#shared/hash.ts';
import { ok, refuse } from '#shared/result.ts';
import { addItem, type Draft, startDraft } from '../../../../site/desk/platform/draft/draft.ts';
import type { Offer, ReceiptGiven } from '../../../../site/desk/platform/platform-answers.ts';
import { secondsLeft, wholeOf } from '../../../../site/desk/platform/upload/file-state.ts';
import type { Posted } from '../../../../site/desk/platform/upload/post-file.ts';
import { startWork, type Work, type WorkPorts } from '../../../../site/desk/platform/upload/work.ts';

const named = (name: string, text: string): File => new File([text], name);
const hashOf = async (file: Blob): Promise<string> => sha256Hex(new Uint8Array(await file.arrayBuffer()));

/** A server that takes what is announced, and a network that fails as a test says. */
const world = () => {
  const arrived = new Set<string>();
  const announced: Submission[] = [];
  const kept = new Map<string, unknown>();
  const next: Posted[] = [];
  const sent: string[] = [];
  let now = Date.parse('2016-08-15T03:00:00Z');
  let refusal: string | null = null;
  const ports: WorkPorts = {
    kept: {
      write: async (draft) => void kept.set('draft', structuredClone(draft)),
      file: async (_draft, { key }) => (kept.get(key) as Blob | undefined) ?? null,
      keepFile: async (_draft, key, blob) => void kept.set(key, blob),
      dropFile: async (_draft, key) => void kept.delete(key),
      forget: async () => kept.clear(),
    },
    hash: (file) => hashOf(file),
    post: async (offer, { blob, name }, { progress }) => {
      const posted = next.shift() ?? 'arrived';
      progress(blob.size / 2);
      now += 1000;
      if (posted === 'arrived') {
        arrived.add(offer.fields['sha256'] ?? '');
        sent.push(name);
      }
      return posted;
    },
    announce: async (submission) => {
      announced.push(structuredClone(submission));
      if (refusal !== null) {
        const problem = { code: refusal, path: '$', problem: '', remedy: '', value: null, figures: {} };
        const status = refusal === 'conflict' ? 409 : 422;
        refusal = null;
        return refuse({ kind: 'refused', status, problems: [problem] });
      }
      const offer = (sha256: string): Offer => ({
        url: 'https://store/',
        fields: { sha256 },
        expiresAt: new Date(now + 3_600_000).toISOString(),
      });
      return ok({
        submission: submission.id,
        files: filesOf(submission).map(({ sha256 }) => ({
          sha256,
          upload: arrived.has(sha256) ? null : offer(sha256),
        })),
      });
    },
    commit: async () => ok({ note: 'signed' } as ReceiptGiven),
    again: async () => undefined,
    nowMs: () => now,
    now: () => new Date(now).toISOString(),
    saved: () => undefined,
  };
  return {
    ports,
    kept,
    next,
    sent,
    announced,
    refuseOnce: (code: string): void => {
      refusal = code;
    },
    draft: () => kept.get('draft') as Draft,
  };
};

const leaflet = (): Draft => {
  const draft = addItem(startDraft('d1'), 'advertisement');
  return {
    ...draft,
    values: { 'a1.kind': 'leaflet', 'a1.adType-en': 'Pamphlets', 'a1.publishedOn': '14-08-2016' },
  };
};

const settled = (work: Work, isSo: () => boolean): Promise<void> =>
  new Promise((done) => {
    if (isSo()) return done();
    const stop = work.state.subscribe(() => {
      if (!isSo()) return;
      stop();
      done();
    });
  });

const phases = (work: Work): readonly (string | undefined)[] => {
  const { draft, files } = work.state.get();
  return draft.files.map(({ key }) => files[key]?.phase);
};

const allHere = (work: Work): Promise<void> => settled(work, () => work.isAllHere());

let at: ReturnType<typeof world>;
let work: Work;
beforeEach(() => {
  at = world();
  work = startWork(leaflet(), at.ports);
});

describe('a submission at work', () => {
  test('is announced once its advertisement has a copy, and sends one file after the other', async () => {
    work.addFile('a1', 'consent', named('Consent.pdf', 'consent'));
    await settled(work, () => phases(work)[0] === 'waiting');
    expect(at.announced).toEqual([]);
    work.addFile('a1', 'copy', named('Copy.pdf', 'copy'));
    await allHere(work);
    expect(at.sent).toEqual(['Copy.pdf', 'Consent.pdf']);
    expect(at.announced.at(-1)).toMatchObject({
      id: 'd1.1',
      items: [
        { advertisement: { medium: 'printed', publishedOn: '2016-08-14', files: [{ name: 'Copy.pdf' }] } },
      ],
    });
  });

  test('leaves out a file that cannot be filed, and says so until it is removed', async () => {
    work.addFile('a1', 'copy', named('Copy.pdf', 'copy'));
    work.addFile('a1', 'copy', named('Film.mp4', 'film'));
    await settled(work, () => phases(work)[0] === 'sent');
    expect(phases(work)).toEqual(['sent', 'barred']);
    expect(work.isAllHere()).toBe(false);
    work.remove(work.state.get().draft.files[1]?.key ?? '');
    await allHere(work);
    expect(at.sent).toEqual(['Copy.pdf']);
  });

  test('that changes is announced under its next number, and what has arrived is not sent again', async () => {
    work.addFile('a1', 'copy', named('Copy.pdf', 'copy'));
    await allHere(work);
    work.type({ 'a1.size': 'A4' });
    expect(work.isAllHere()).toBe(false);
    work.goOn();
    await allHere(work);
    expect(at.announced.map(({ id }) => id)).toEqual(['d1.1', 'd1.2']);
    expect(at.sent).toEqual(['Copy.pdf']);
  });

  test('sends a file again from its beginning after the network was lost, and says that it was', async () => {
    at.next.push('lost', 'lost');
    work.addFile('a1', 'copy', named('Copy.pdf', 'copy'));
    await allHere(work);
    expect(at.sent).toEqual(['Copy.pdf']);
    expect(Object.values(work.state.get().files)[0]).toMatchObject({ phase: 'sent', wasCut: true });
  });

  test('asks for a file again that the store takes for another one', async () => {
    at.next.push('refused', 'refused');
    work.addFile('a1', 'copy', named('Copy.pdf', 'copy'));
    await settled(work, () => phases(work)[0] === 'gone');
    work.addFile('a1', 'copy', named('Copy.pdf', 'copy'));
    await allHere(work);
    expect(work.state.get().draft.files).toHaveLength(1);
  });

  test('takes another number where another window used this one', async () => {
    at.refuseOnce('conflict');
    work.addFile('a1', 'copy', named('Copy.pdf', 'copy'));
    await allHere(work);
    expect(at.announced.map(({ id }) => id)).toEqual(['d1.1', 'd1.2']);
  });

  test('stops at a refusal until something changes', async () => {
    at.refuseOnce('identity-number');
    work.addFile('a1', 'copy', named('Copy.pdf', 'copy'));
    await settled(work, () => work.state.get().failure !== null);
    expect(at.sent).toEqual([]);
    work.change(work.state.get().draft);
    await allHere(work);
  });

  test('goes on in another tab with the files that the device kept, and asks for those it did not', async () => {
    at.next.push('lost');
    const never = { ...at.ports, again: () => new Promise<void>(() => undefined) };
    work = startWork(leaflet(), never);
    work.addFile('a1', 'copy', named('A.pdf', 'a'));
    work.addFile('a1', 'copy', named('B.pdf', 'b'));
    await settled(work, () => work.state.get().draft.files.every(({ sha256 }) => sha256 !== null));
    const draft = at.draft();
    at.kept.delete(draft.files[1]?.key ?? '');
    const second = startWork(draft, at.ports);
    await settled(second, () => phases(second).join() === 'sent,gone');
    second.addFile('a1', 'copy', named('Renamed.pdf', 'b'));
    await allHere(second);
    expect(second.state.get().draft.files.map(({ name }) => name)).toEqual(['A.pdf', 'B.pdf']);
  });

  test('leaves nothing on the device once it is received', async () => {
    work.addFile('a1', 'copy', named('Copy.pdf', 'copy'));
    await allHere(work);
    expect((await work.commit()).ok).toBe(true);
    expect([...at.kept.keys()]).toEqual([]);
  });
});

describe('the whole', () => {
  const file = (key: string, bytes: number) =>
    ({ key, item: 'a1', use: 'copy', name: `${key}.pdf`, bytes, sha256: null }) as const;
  const state = (phase: 'sent' | 'sending' | 'waiting' | 'barred', done = 0) => ({
    phase,
    done,
    wasCut: false,
    isKept: true,
  });

  test('counts bytes, leaves out what cannot be filed, and says a hundred only at the end', () => {
    const files = [file('a', 100), file('b', 899), file('c', 1), file('d', 5000)];
    const states = { a: state('sent'), b: state('sending', 899), c: state('waiting'), d: state('barred') };
    expect(wholeOf({ files }, states)).toMatchObject({
      files: 3,
      sent: 1,
      sending: 1,
      waiting: 1,
      barred: 1,
      percent: 99,
    });
    expect(wholeOf({ files: [file('a', 1)] }, { a: state('sent') }).percent).toBe(100);
  });

  test('tells how long it will take at the pace so far, and nothing too early', () => {
    const whole = { bytes: 1000, bytesSent: 400 };
    expect(secondsLeft(whole, { bytes: 400, ms: 2000 })).toBe(3);
    expect(secondsLeft(whole, { bytes: 400, ms: 900 })).toBeNull();
  });
});
