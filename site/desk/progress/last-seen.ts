import * as z from 'zod/mini';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { ProgressAnswer } from '../answers.ts';
import type { Named } from '../api.ts';
import type { DeskSession } from '../sign-in/session.ts';
import { keepSame } from './keep-same.ts';

/** A constituency's progress as it was seen last, under the name of who saw it. */
export interface LastSeen {
  readonly name: string;
  readonly view: ProgressView;
  readonly etag: string | null;
  /** When the server last said that this is how things stand. */
  readonly at: string;
}

/** Whoever comes back from a station finds the screen as it was, and then what changed. */
let last: LastSeen | null = null;

export const lastOf = (name: string): LastSeen | null => (last?.name === name ? last : null);

/** Takes a new answer, or keeps the one that still holds. */
export const keepLast = (
  name: string,
  named: Named<ProgressView> | null,
  at: string,
): ProgressView | null => {
  const before = lastOf(name);
  if (named) last = { name, view: keepSame(before?.view ?? null, named.value), etag: named.etag, at };
  else if (before) last = { ...before, at };
  return last?.view ?? null;
};

/** What a tab keeps while a wall is away to sign in again: its figures, and whose they are. No token is among it. */
const KEPT = 'open-returns/wall';

const Kept = z.object({
  session: z.looseObject({ account: z.string(), role: z.literal('observer') }),
  seen: z.object({
    name: z.string(),
    view: z.unknown(),
    etag: z.nullable(z.string()),
    at: z.string(),
  }),
});

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Before a wall leaves for the sign-in page: without its figures in hand it would come back empty. */
export const keepOverLeaving = (session: DeskSession, memory: Memory): void => {
  if (last) memory.setItem(KEPT, JSON.stringify({ session, seen: last }));
};

const readKept = (text: string): { readonly session: DeskSession; readonly seen: LastSeen } | null => {
  const kept = z.safeParse(Kept, JSON.parse(text));
  if (!kept.success || !z.safeParse(ProgressAnswer.schema, kept.data.seen.view).success) return null;
  // Written by this module a moment ago: what the schemas leave open is as it was then.
  return kept.data as unknown as { readonly session: DeskSession; readonly seen: LastSeen };
};

/** On coming back, once: the figures stand again, and whose session it was. Its end is no reading of this page's clock. */
export const takeAfterLeaving = (memory: Memory): DeskSession | null => {
  const text = memory.getItem(KEPT);
  memory.removeItem(KEPT);
  const kept = text === null ? null : readKept(text);
  if (kept === null) return null;
  last = kept.seen;
  return { ...kept.session, ending: false, expiresAt: Number.POSITIVE_INFINITY };
};
