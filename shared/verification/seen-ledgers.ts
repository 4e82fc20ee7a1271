/** What a reader remembers of ledgers between two visits, so that nothing can be taken back unnoticed. */
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { encodeBase64 } from '../ledger/base64.ts';
import { treeRoot } from '../ledger/merkle.ts';
import { dataPaths } from '../publication/paths.ts';
import type { Finding } from './finding.ts';

/** The newest checkpoint of a ledger that was found to hold. */
export const SeenLedger = z.strictObject({
  name: z.string(),
  vkey: z.string(),
  /** Hash of the first entry: it tells one ledger from another where names and keys do not. */
  firstEntry: z.string(),
  size: z.int().check(z.gte(1)),
  /** Base64. */
  root: z.string(),
  /** The signed note: with a second one that contradicts it, proof of what the signer did. */
  note: z.string(),
});
export type SeenLedger = z.infer<typeof SeenLedger>;

export const SeenLedgers = z.strictObject({ ledgers: z.array(SeenLedger) });
export type SeenLedgers = z.infer<typeof SeenLedgers>;

/** What was remembered as text; `null` where that cannot be read any more. */
export const readSeen = (text: string | null): SeenLedgers | null => {
  if (text === null) return { ledgers: [] };
  try {
    return z.parse(SeenLedgers, JSON.parse(text));
  } catch {
    return null;
  }
};

/** A ledger as it is found now. */
export interface FoundLedger {
  readonly election: string;
  readonly name: string;
  readonly vkey: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  /** Of all entries, where they could be read. */
  readonly leafHashes: readonly Uint8Array[] | null;
}

const firstEntry = ({ leafHashes }: FoundLedger): string | null =>
  leafHashes?.[0] === undefined ? null : bytesToHex(leafHashes[0]);

/** Every computer has names in `localhost` and `.local`: two ledgers may bear one without being the same. */
const isAnybodysName = (name: string): boolean =>
  /^(?:[^/]*\.local|(?:[^/]+\.)?localhost)(?::\d+)?\//.test(name);

/** Whether a remembered ledger claims to be this one: by key, by first entry, or by a name that only one can have. */
const isSame = (seen: SeenLedger, found: FoundLedger): boolean =>
  seen.vkey === found.vkey ||
  seen.firstEntry === firstEntry(found) ||
  (seen.name === found.name && !isAnybodysName(found.name));

const compare = (seen: SeenLedger, found: FoundLedger): readonly Finding[] => {
  const path = dataPaths.checkpoint(found.election);
  if (seen.vkey !== found.vkey) {
    const message = `is signed with another key than the one seen before: now ${found.vkey}, before ${seen.vkey}`;
    return [{ kind: 'signature', path, message }];
  }
  if (found.size < seen.size) {
    const message = `has ${found.size} entries, but ${seen.size} were seen signed before: the ledger was rolled back`;
    const extent = { of: 'entries', now: found.size, before: seen.size } as const;
    return [{ kind: 'rolled-back', path, message, extent }];
  }
  const beginning = found.leafHashes && treeRoot(found.leafHashes.slice(0, seen.size));
  const before = found.size === seen.size ? found.root : beginning;
  if (before === null || encodeBase64(before) === seen.root) return [];
  const message = `has ${found.size} entries that do not continue the ${seen.size} seen signed before: those had root ${seen.root}, now their root is ${encodeBase64(before)}`;
  const extent = { of: 'entries', now: found.size, before: seen.size } as const;
  return [{ kind: 'fork', path, message, extent }];
};

/** Everything in which a ledger contradicts what was seen of it before. */
export const compareWithSeen = (seen: SeenLedgers, found: FoundLedger): readonly Finding[] =>
  seen.ledgers.filter((one) => isSame(one, found)).flatMap((one) => compare(one, found));

/** Size of the ledger when it was last seen, or `null` the first time. */
export const sizeSeen = (seen: SeenLedgers, found: FoundLedger): number | null =>
  seen.ledgers.find((one) => isSame(one, found))?.size ?? null;

/** What to remember once a ledger was found to hold; never less than before. */
export const remember = (seen: SeenLedgers, found: FoundLedger): SeenLedgers => {
  const first = firstEntry(found);
  if (first === null || compareWithSeen(seen, found).length > 0) return seen;
  const { name, vkey, size, root, note } = found;
  const others = seen.ledgers.filter((one) => !isSame(one, found));
  return { ledgers: [...others, { name, vkey, firstEntry: first, size, root: encodeBase64(root), note }] };
};
