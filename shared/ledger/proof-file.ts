/** A receipt that can be checked without the ledger: entry index, proof and checkpoint in one text (C2SP tlog-proof). */
import { ok, type Result } from '../result.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { parseDecimal } from './checkpoint.ts';
import { type LedgerProblem, refuseLedger, shown } from './ledger-problem.ts';
import { hashBytes } from './merkle.ts';
import type { MerkleProof } from './merkle-proof.ts';

const header = 'c2sp.org/tlog-proof@v1';

export interface ProofFile {
  readonly index: number;
  readonly proof: MerkleProof;
  /** The signed note, word for word. */
  readonly checkpoint: string;
  /** Not covered by any signature: never to be trusted on its own. */
  readonly extra?: Uint8Array;
}

export const formatProofFile = ({ index, proof, checkpoint, extra }: ProofFile): string =>
  [
    header,
    ...(extra === undefined ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...proof.map(encodeBase64),
    '',
    checkpoint,
  ].join('\n');

const malformed = (message: string) => refuseLedger('proof-file-malformed', message);

export const parseProofFile = (text: string): Result<ProofFile, LedgerProblem> => {
  if (!text.startsWith(`${header}\n`)) return malformed(`${shown(text)} does not begin with ${header}.`);
  const blankLine = text.indexOf('\n\n');
  if (blankLine < 0) return malformed('A proof has no blank line before its checkpoint.');
  const [, ...lines] = text.slice(0, blankLine).split('\n');
  const extra = lines[0]?.startsWith('extra ') ? lines.shift()?.slice('extra '.length) : undefined;
  const [indexLine = '', ...hashLines] = lines;
  const index = indexLine.startsWith('index ') ? parseDecimal(indexLine.slice('index '.length)) : undefined;
  if (index === undefined)
    return malformed(`${shown(indexLine)} is not an index line; one looks like "index 12".`);
  const proof = parseHashes(hashLines);
  if (!proof.ok) return proof;
  const file = { index, proof: proof.value, checkpoint: text.slice(blankLine + 2) };
  if (extra === undefined) return ok(file);
  const extraBytes = decodeBase64(extra);
  return extraBytes === undefined
    ? malformed(`The extra data are not Base64: ${shown(extra)}.`)
    : ok({ ...file, extra: extraBytes });
};

const parseHashes = (lines: readonly string[]): Result<MerkleProof, LedgerProblem> => {
  const hashes: Uint8Array[] = [];
  for (const line of lines) {
    const hash = decodeBase64(line);
    if (hash?.length !== hashBytes)
      return malformed(`${shown(line)} is not the Base64 of a hash of ${hashBytes} bytes.`);
    hashes.push(hash);
  }
  return ok(hashes);
};
