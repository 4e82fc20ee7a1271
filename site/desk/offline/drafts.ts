import * as z from 'zod/mini';
import { nowInstant } from '../server-clock.ts';
import type { DeviceStore } from './device-store.ts';
import { formKey, type KeptForm, stationDrafts } from './form-key.ts';

/** A form as it stands on the screen, text as typed. No token and nothing about a person is in it. */
export const Draft = z.object({
  /** Hash of the candidate list that the rows were drawn from. */
  ballot: z.string(),
  /** The rows of that list, so that a change can be told. */
  rows: z.array(z.object({ id: z.string(), number: z.string() })),
  /** What was typed, by the path of its field in the report. */
  typed: z.record(z.string(), z.string()),
  rankings: z.array(z.object({ order: z.string(), papers: z.string() })),
  explanations: z.record(z.string(), z.string()),
  reason: z.string(),
  savedAt: z.string(),
});
export type Draft = z.infer<typeof Draft>;

export const emptyDraft = (ballot: string, rows: Draft['rows']): Draft => ({
  ballot,
  rows,
  typed: {},
  rankings: [],
  explanations: {},
  reason: '',
  savedAt: '',
});

export const isEmpty = ({ typed, rankings, explanations, reason }: Draft): boolean =>
  [...Object.values(typed), ...Object.values(explanations), reason].every((text) => text.trim() === '') &&
  rankings.every(({ order, papers }) => order.trim() === '' && papers.trim() === '');

export const readDraft = async (store: DeviceStore, kept: KeptForm): Promise<Draft | null> => {
  const parsed = z.safeParse(Draft, await store.get(formKey('draft', kept)));
  return parsed.success ? parsed.data : null;
};

/** What was typed for a station's form before it was sent back or another count was ordered, and never sent; the newest. */
export const earlierDraft = async (
  store: DeviceStore,
  kept: KeptForm,
): Promise<{ readonly key: string; readonly draft: Draft } | null> => {
  const own = formKey('draft', kept);
  const found = (await store.under(stationDrafts(kept))).flatMap(([key, value]) => {
    const parsed = z.safeParse(Draft, value);
    return key === own || !parsed.success ? [] : [{ key, draft: parsed.data }];
  });
  return found.sort((a, b) => (a.draft.savedAt < b.draft.savedAt ? 1 : -1))[0] ?? null;
};

export interface DraftWriter {
  /** Takes the newest state; it is written a moment later. */
  keep(draft: Draft): void;
  /** Writes now what has not been written. */
  flush(): Promise<void>;
  /** Forgets what was not written, and what was. */
  discard(): Promise<void>;
}

const DELAY_MS = 300;

/** Writes a draft a moment after a key, also while somebody types on without a pause; one write at a time, the newest last. */
export const draftWriter = (
  { store, kept }: { readonly store: DeviceStore; readonly kept: KeptForm },
  told: { readonly saved: (at: string) => void; readonly failed: () => void },
): DraftWriter => {
  const key = formKey('draft', kept);
  let pending: Draft | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const draft = pending;
    pending = null;
    if (!draft) return;
    const savedAt = nowInstant();
    try {
      await store.set(key, { ...draft, savedAt });
      told.saved(savedAt);
    } catch {
      told.failed();
    }
  };
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const flush = (): Promise<void> => {
    stop();
    writing = writing.then(write);
    return writing;
  };
  return {
    keep: (draft) => {
      pending = draft;
      timer ??= setTimeout(() => void flush(), DELAY_MS);
    },
    flush,
    discard: async () => {
      stop();
      pending = null;
      await writing;
      await store.delete(key).catch(() => undefined);
    },
  };
};
