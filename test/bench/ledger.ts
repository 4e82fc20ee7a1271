import { createHash } from 'node:crypto';
import { appendLeaves, emptyFrontier, frontierRoot, leafHash } from '#shared/ledger/merkle.ts';
import { type Figure, spreadOfRuns } from './measure.ts';

const ENTRIES = 20_000;
const RUNS = { warmUp: 1, counted: 5 };

const entries = Array.from({ length: ENTRIES }, (_, index) =>
  new TextEncoder().encode(
    JSON.stringify({ type: 'report', index, votes: { '1': index * 7, '2': index * 11 } }),
  ),
);

const nodeSha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** RFC 6962 section 2.1, as it is written there, with Node's own hash. */
const plainRoot = (from: number, to: number): Uint8Array => {
  if (to - from === 1) return nodeSha256(Uint8Array.of(0), entries[from] ?? new Uint8Array());
  let split = 1;
  while (split * 2 < to - from) split *= 2;
  return nodeSha256(Uint8Array.of(1), plainRoot(from, from + split), plainRoot(from + split, to));
};

const rootByFrontier = (): Uint8Array => frontierRoot(appendLeaves(emptyFrontier, entries.map(leafHash)));

/** A ledger's root from all of its entries. */
export const ledger = async (): Promise<readonly Figure[]> => {
  if (Buffer.compare(rootByFrontier(), plainRoot(0, ENTRIES)) !== 0) throw new Error('The two roots differ');
  const measured = await spreadOfRuns(RUNS, rootByFrontier);
  const plain = await spreadOfRuns(RUNS, () => plainRoot(0, ENTRIES));
  return [
    {
      name: `root of a ledger of ${ENTRIES.toLocaleString('en')} entries`,
      unit: 'ms',
      measured,
      target: null,
      yardstick: { what: "RFC 6962 as written, Node's hash", value: plain.median },
    },
  ];
};
