import { encodeBase64 } from '../ledger/base64.ts';
import { formatNote, parseNote, type SignedNote, signatureLine } from '../ledger/signed-note.ts';
import { parseVerifierKey } from '../ledger/verifier-key.ts';
import { verifyCosignatures } from '../ledger/verify-cosignatures.ts';
import type { CosignedHead, WitnessFacts } from './witness-facts.ts';

/** The cosignature of one witness below this checkpoint: the first that is good, or `null`. */
export const cosignedBy = (note: string, vkey: string): CosignedHead | null => {
  const parsed = parseNote(note);
  const key = parseVerifierKey(vkey);
  if (!parsed.ok || !key.ok) return null;
  for (const signature of parsed.value.signatures) {
    const line = signatureLine(signature);
    const seen = verifyCosignatures(formatNote(parsed.value.text, [line]), [key.value]);
    const [cosignature] = seen.ok ? seen.value.cosignatures : [];
    if (!seen.ok || !cosignature) continue;
    const { size, root } = seen.value.checkpoint;
    const at = new Date(cosignature.timeSeconds * 1000).toISOString();
    return { size, root: encodeBase64(root), at, line };
  }
  return null;
};

/** A checkpoint with more cosignatures below it: the ledger's own signatures first, cosignatures by name and key, each key once. */
export const withCosignatures = ({ text, signatures }: SignedNote, lines: readonly string[]): string => {
  const origin = text.slice(0, text.indexOf('\n'));
  const own = signatures.filter(({ name }) => name === origin).map(signatureLine);
  const added = lines.flatMap((line) => {
    const parsed = parseNote(formatNote(text, [line]));
    return parsed.ok ? parsed.value.signatures : [];
  });
  const theirs = new Map<string, string>();
  for (const signature of [...signatures, ...added]) {
    const place = `${signature.name}+${signature.keyId}`;
    if (signature.name !== origin && !theirs.has(place)) theirs.set(place, signatureLine(signature));
  }
  const sorted = [...theirs].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
  return formatNote(text, [...own, ...sorted]);
};

const further = (before: CosignedHead | null, now: CosignedHead | null): CosignedHead | null =>
  now !== null && (before === null || now.size > before.size) ? now : before;

export interface Noting {
  readonly election: string;
  readonly test: boolean;
  /** Verifier keys of those that are asked, in the order in which they are told of. */
  readonly vkeys: readonly string[];
  /** A checkpoint with the cosignatures that it has. */
  readonly note: string;
}

/** What is known once a checkpoint has been seen; of each witness it only goes forward. */
export const factsAfter = (
  before: WitnessFacts | null,
  { election, test, vkeys, note }: Noting,
): WitnessFacts => ({
  election,
  test,
  witnesses: vkeys.map((vkey) => {
    const known = before?.witnesses.find((one) => one.vkey === vkey)?.cosigned ?? null;
    return { name: vkey.split('+')[0] ?? vkey, vkey, cosigned: further(known, cosignedBy(note, vkey)) };
  }),
});
