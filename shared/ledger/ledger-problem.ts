import { refuse } from '../result.ts';

export type LedgerProblemKind =
  | 'size-invalid'
  | 'index-outside-tree'
  | 'hash-malformed'
  | 'proof-length'
  | 'root-mismatch'
  | 'bundle-malformed'
  | 'file-missing'
  | 'file-mismatch'
  | 'note-malformed'
  | 'key-malformed'
  | 'key-ambiguous'
  | 'signature-missing'
  | 'signature-invalid'
  | 'checkpoint-malformed'
  | 'origin-mismatch'
  | 'cosignature-malformed'
  | 'proof-file-malformed';

/** Why a ledger, or a proof about it, is not to be believed; the message names the value that is wrong. */
export interface LedgerProblem {
  readonly kind: LedgerProblemKind;
  readonly message: string;
}

export const refuseLedger = (
  kind: LedgerProblemKind,
  message: string,
): { readonly ok: false; readonly problem: LedgerProblem } => refuse({ kind, message });

/** A foreign text as it may stand in a message: quoted, control characters escaped, at most 80 characters. */
export const shown = (text: string): string =>
  JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
