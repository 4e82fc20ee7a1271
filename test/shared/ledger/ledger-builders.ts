import type { LedgerProblemKind } from '#shared/ledger/ledger-problem.ts';
import { leafHash } from '#shared/ledger/merkle.ts';
import type { Result } from '#shared/result.ts';

const utf8 = new TextEncoder();

/** Entries that are told apart by their number. */
export const someEntries = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, index) => utf8.encode(`entry ${index}`));

export const someLeaves = (count: number): readonly Uint8Array[] => someEntries(count).map(leafHash);

export const accepted = <T>(result: Result<T, { readonly message: string }>): T => {
  if (!result.ok) throw new Error(`Expected a value, got: ${result.problem.message}`);
  return result.value;
};

export const flipBit = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, at) => (at === Math.floor(bit / 8) ? byte ^ (1 << (bit % 8)) : byte));

export const bytesOf = (text: string): Uint8Array => utf8.encode(text);

/** A refusal of this kind, whatever its sentence. */
export const refusedAs = (kind: LedgerProblemKind) => ({ ok: false, problem: { kind } });
