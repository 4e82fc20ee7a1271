import type { Submission } from '#shared/advertisements/submission.ts';
import { contentHash } from '#shared/hash.ts';
import type { Result } from '#shared/result.ts';
import type { Failure } from '../../api.ts';
import { type Source, source } from '../../observable.ts';
import { type Draft, type DraftFile, submissionId, USES_OF, type Use } from '../draft/draft.ts';
import { isComplete } from '../draft/is-complete.ts';
import type { KeptDrafts } from '../draft/kept-drafts.ts';
import { filesInOrder, itemsOf } from '../draft/submission-of.ts';
import type { Offer, Opened, ReceiptGiven } from '../platform-answers.ts';
import { type FileState, type FileStates, isBarred } from './file-state.ts';
import type { Posted, Posting } from './post-file.ts';

/** What sending needs from outside; tests bring their own. */
export interface WorkPorts {
  readonly kept: Pick<KeptDrafts, 'write' | 'file' | 'keepFile' | 'dropFile' | 'forget'>;
  readonly hash: (
    file: Blob,
    how: { readonly signal: AbortSignal; readonly progress: (bytes: number) => void },
  ) => Promise<string>;
  readonly post: (
    offer: Offer,
    file: { readonly blob: Blob; readonly name: string },
    how: Posting,
  ) => Promise<Posted>;
  readonly announce: (submission: Submission) => Promise<Result<Opened, Failure>>;
  readonly commit: (submission: string) => Promise<Result<ReceiptGiven, Failure>>;
  /** Resolves when it is worth trying again: the network or the session is back, or a while has passed. */
  readonly again: (why: Failure['kind'] | 'lost') => Promise<void>;
  readonly nowMs: () => number;
  readonly now: () => string;
  /** Told whenever the draft was saved, or could not be. */
  readonly saved: (at: string | null) => void;
}

export interface WorkState {
  readonly draft: Draft;
  readonly files: FileStates;
  /** Why the server does not take the submission as it stands. */
  readonly failure: Failure | null;
  /** The network is gone, or the session is over: it goes on by itself. */
  readonly waitsFor: 'offline' | 'signed-out' | 'failed' | null;
  /** How fast it went so far. */
  readonly pace: { readonly bytes: number; readonly ms: number };
}

/** An offer is asked for anew this long before its end, in milliseconds. */
const SPARE_MS = 60_000;
/** A store that says no this often in a row means it: the file is another one than was read. */
const MOST_REFUSALS = 2;

type Announced = 'announced' | 'not-yet' | 'again';

const fresh = (phase: FileState['phase'], isKept = false): FileState => ({
  phase,
  done: 0,
  wasCut: false,
  isKept,
});

/** Runs once at a time; asked for while it runs, it runs once more afterwards, so that no change goes unseen. */
const oneAtATime = (run: () => Promise<void>): (() => Promise<void>) => {
  let isRunning = false;
  let isAsked = false;
  return async () => {
    isAsked = true;
    if (isRunning) return;
    isRunning = true;
    while (isAsked) {
      isAsked = false;
      await run();
    }
    isRunning = false;
  };
};

/** A submission at work: what was typed and chosen, kept on the device, and its files on their way. It outlives the screens of its steps. */
export const startWork = (first: Draft, ports: WorkPorts) => {
  const state: Source<WorkState> = source<WorkState>({
    draft: first,
    files: {},
    failure: null,
    waitsFor: null,
    pace: { bytes: 0, ms: 0 },
  });
  const blobs = new Map<string, Blob>();
  const stops = new Map<string, AbortController>();
  const refusals = new Map<string, number>();
  let offers = new Map<string, Offer | null>();
  let isOver = false;

  const set = (change: Partial<WorkState>): void => state.set({ ...state.get(), ...change });
  const put = (key: string, change: Partial<FileState>): void => {
    const before = state.get().files[key];
    if (before) set({ files: { ...state.get().files, [key]: { ...before, ...change } } });
  };
  const fileOf = (key: string): DraftFile | undefined =>
    state.get().draft.files.find((file) => file.key === key);

  const save = (draft: Draft): void => {
    const savedAt = ports.now();
    set({ draft: { ...draft, savedAt } });
    ports.kept.write({ ...draft, savedAt }).then(
      () => ports.saved(savedAt),
      () => ports.saved(null),
    );
  };

  const readNext = async (): Promise<boolean> => {
    const next = state
      .get()
      .draft.files.find(({ key, sha256 }) => sha256 === null && state.get().files[key]?.phase === 'reading');
    const blob = next && blobs.get(next.key);
    if (!next || !blob) return false;
    const stop = new AbortController();
    stops.set(next.key, stop);
    const sha256 = await ports
      .hash(blob, { signal: stop.signal, progress: (done) => put(next.key, { done }) })
      .catch(() => null);
    if (!fileOf(next.key)) return true;
    if (sha256 === null) put(next.key, { phase: 'gone' });
    else {
      const { draft } = state.get();
      save({ ...draft, files: draft.files.map((one) => (one.key === next.key ? { ...one, sha256 } : one)) });
      put(next.key, { phase: 'waiting', done: 0 });
      adopt(next.key, sha256);
    }
    return true;
  };

  /** A file that had to be chosen again was: the new one takes the old one's place. */
  const adopt = (key: string, sha256: string): void => {
    const { draft, files } = state.get();
    const own = fileOf(key);
    const gone = draft.files.find(
      (one) => one.key !== key && one.sha256 === sha256 && files[one.key]?.phase === 'gone',
    );
    const blob = blobs.get(key);
    if (!own || !gone || !blob) return;
    refusals.delete(gone.key);
    put(gone.key, { phase: 'waiting', done: 0 });
    keepBlob(gone.key, blob);
    remove(key);
  };

  const readAll = oneAtATime(async () => {
    while (!isOver && (await readNext())) void sendAll();
  });

  /** The next state of the draft to be announced; another content is another revision. */
  const toAnnounce = (draft: Draft, hash: string): Draft => {
    const isSame = draft.announced === null || draft.announced === hash;
    return { ...draft, revision: isSame ? draft.revision : draft.revision + 1, announced: hash };
  };

  const takeOffers = (order: readonly DraftFile[], { files }: Opened): void => {
    offers = new Map(order.map((file, index) => [file.key, files[index]?.upload ?? null]));
    for (const { key, bytes } of order) {
      if (offers.get(key) === null) put(key, { phase: 'sent', done: bytes });
    }
    set({ failure: null, waitsFor: null });
  };

  const refused = (problem: Failure & { readonly kind: 'refused' }, revision: number): Announced => {
    if (!problem.problems.some(({ code }) => code === 'conflict')) {
      set({ failure: problem, waitsFor: null });
      return 'not-yet';
    }
    // This revision stands with other content, sent from another window.
    save({ ...state.get().draft, revision: revision + 1, announced: null });
    return 'again';
  };

  const announce = async (): Promise<Announced> => {
    const { draft } = state.get();
    const items = itemsOf(draft);
    const next = toAnnounce(draft, contentHash(items));
    // Kept before it is sent: whatever becomes of the answer, the same is announced again.
    if (draft.announced !== next.announced) save(next);
    const answer = await ports.announce({ id: submissionId(next), items });
    if (isOver) return 'not-yet';
    if (answer.ok) {
      takeOffers(filesInOrder(next), answer.value);
      return 'announced';
    }
    const { problem } = answer;
    if (problem.kind === 'refused') return refused(problem, next.revision);
    set({ waitsFor: problem.kind });
    await ports.again(problem.kind);
    return isOver ? 'not-yet' : 'again';
  };

  const isAnnounced = (): boolean => {
    const { draft } = state.get();
    return (
      offers.size === filesInOrder(draft).length &&
      filesInOrder(draft).every(({ key }) => offers.has(key)) &&
      draft.announced === contentHash(itemsOf(draft))
    );
  };

  const lost = async (file: DraftFile, blob: Blob): Promise<void> => {
    offers = new Map();
    const readable = await blob
      .slice(0, 1)
      .arrayBuffer()
      .then(
        () => true,
        () => false,
      );
    if (!readable) return put(file.key, { phase: 'gone', done: 0 });
    put(file.key, { phase: 'waiting', done: 0, wasCut: true });
    set({ waitsFor: 'offline' });
    await ports.again('lost');
    set({ waitsFor: null });
  };

  const sendOne = async (file: DraftFile, offer: Offer, blob: Blob): Promise<void> => {
    const stop = new AbortController();
    stops.set(file.key, stop);
    put(file.key, { phase: 'sending', done: 0 });
    const before = state.get().pace;
    const begun = ports.nowMs();
    const posted = await ports.post(
      offer,
      { blob, name: file.name },
      {
        signal: stop.signal,
        progress: (done) => {
          if (stop.signal.aborted) return;
          put(file.key, { done });
          set({ pace: { bytes: before.bytes + done, ms: before.ms + (ports.nowMs() - begun) } });
        },
      },
    );
    if (isOver || !fileOf(file.key)) return;
    switch (posted) {
      case 'arrived':
        refusals.delete(file.key);
        offers.set(file.key, null);
        return put(file.key, { phase: 'sent', done: file.bytes });
      case 'stopped':
        return;
      case 'lost':
        return lost(file, blob);
      case 'refused': {
        const times = (refusals.get(file.key) ?? 0) + 1;
        refusals.set(file.key, times);
        offers = new Map();
        return put(file.key, { phase: times >= MOST_REFUSALS ? 'gone' : 'waiting', done: 0 });
      }
    }
  };

  const sendNext = async (): Promise<boolean> => {
    const { draft, files } = state.get();
    if (!isComplete(draft)) return false;
    if (!isAnnounced()) return (await announce()) !== 'not-yet';
    const next = filesInOrder(draft).find(({ key }) => files[key]?.phase === 'waiting' && blobs.has(key));
    const offer = next && offers.get(next.key);
    const blob = next && blobs.get(next.key);
    if (!next || !offer || !blob) return false;
    if (Date.parse(offer.expiresAt) - ports.nowMs() < SPARE_MS) {
      offers = new Map();
      return true;
    }
    await sendOne(next, offer, blob);
    return true;
  };

  /** Sends what waits, one file after the other, for as long as there is something to be done. */
  const sendAll = oneAtATime(async () => {
    while (!isOver && (await sendNext())) {
      // on to the next
    }
  });

  const goOn = (): void => {
    void readAll();
    void sendAll();
  };

  const change = (draft: Draft): void => {
    set({ failure: null });
    save(draft);
    goOn();
  };

  /** Something was typed: kept now, and announced when its files are shown or go on. */
  const type = (changes: Draft['values']): void => {
    const { draft } = state.get();
    set({ failure: null });
    save({ ...draft, values: { ...draft.values, ...changes } });
  };

  const stop = (key: string): void => {
    stops.get(key)?.abort();
    stops.delete(key);
  };

  const remove = (key: string): void => {
    const { draft, files } = state.get();
    stop(key);
    blobs.delete(key);
    const { [key]: _gone, ...rest } = files;
    set({ files: rest });
    void ports.kept.dropFile(draft.id, key).catch(() => undefined);
    change({ ...draft, files: draft.files.filter((file) => file.key !== key) });
  };

  /** Of some things there is only one file: another one takes its place. */
  const makeRoom = (item: string): void => {
    const { draft } = state.get();
    const kind = draft.items.find(({ key }) => key === item)?.kind ?? 'advertisement';
    if (USES_OF[kind].length > 1) return;
    for (const file of draft.files.filter((one) => one.item === item)) remove(file.key);
  };

  const keepBlob = (key: string, blob: Blob): void => {
    blobs.set(key, blob);
    void ports.kept.keepFile(first.id, key, blob).then(
      () => put(key, { isKept: true }),
      () => undefined,
    );
  };

  const addFile = (item: string, use: Use, blob: Blob & { readonly name: string }): void => {
    makeRoom(item);
    const key = crypto.randomUUID();
    const file: DraftFile = {
      key,
      item,
      use,
      name: blob.name.normalize('NFC'),
      bytes: blob.size,
      sha256: null,
    };
    const barred = isBarred(file);
    set({ files: { ...state.get().files, [key]: fresh(barred ? 'barred' : 'reading') } });
    if (!barred) keepBlob(key, blob);
    const { draft } = state.get();
    change({ ...draft, files: [...draft.files, file] });
  };

  /** Finds the files of a draft that was made earlier. */
  const restore = async (): Promise<void> => {
    const found = await Promise.all(
      first.files.map(async (file): Promise<readonly [string, FileState]> => {
        if (isBarred(file)) return [file.key, fresh('barred')];
        const blob = await ports.kept.file(first.id, file);
        if (!blob) return [file.key, fresh('gone')];
        blobs.set(file.key, blob);
        return [file.key, fresh(file.sha256 === null ? 'reading' : 'waiting', true)];
      }),
    );
    set({ files: { ...Object.fromEntries(found), ...state.get().files } });
    goOn();
  };

  return {
    state,
    ready: restore(),
    change,
    type,
    addFile,
    remove,
    pause: (key: string): void => {
      stop(key);
      put(key, { phase: 'paused', done: 0 });
    },
    resume: (key: string): void => {
      put(key, { phase: 'waiting', done: 0 });
      goOn();
    },
    goOn,
    /** Everything was announced as it stands now, and every file has arrived. */
    isAllHere: (): boolean =>
      isAnnounced() &&
      filesInOrder(state.get().draft).length === state.get().draft.files.length &&
      [...offers.values()].every((offer) => offer === null),
    commit: async (): Promise<Result<ReceiptGiven, Failure>> => {
      const answer = await ports.commit(submissionId(state.get().draft));
      if (answer.ok) {
        isOver = true;
        await ports.kept.forget(first.id).catch(() => undefined);
      } else offers = new Map();
      return answer;
    },
    /** Leaves it for good: nothing of it stays on this device. */
    discard: async (): Promise<void> => {
      isOver = true;
      for (const key of [...stops.keys()]) stop(key);
      await ports.kept.forget(first.id).catch(() => undefined);
    },
  };
};

export type Work = ReturnType<typeof startWork>;
