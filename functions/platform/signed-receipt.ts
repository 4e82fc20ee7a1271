import { calendarOf } from '#shared/advertisements/platform-calendar.ts';
import { type Receipt, receiptKeyName, receiptOf, receiptText } from '#shared/advertisements/receipt.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { formatNote, noteSignatureLine } from '#shared/ledger/signed-note.ts';
import { formatVerifierKey } from '#shared/ledger/verifier-key.ts';
import { must } from '#shared/result.ts';
import type { Signer } from '../ports.ts';
import type { KnownAccount } from './known-account.ts';
import type { Kept } from './platform-records.ts';

export interface SignedReceipt {
  readonly receipt: Receipt;
  /** The signed note: what was received, when, and by which key that is attested. */
  readonly note: string;
  readonly verifierKey: string;
}

const utf8 = new TextEncoder();

/** The receipt of an accepted submission as things stand. What is signed never changes, so the signature is always the same. */
export const signedReceipt = async (
  { receipts }: { readonly receipts: Signer },
  { register, days }: KnownAccount,
  definition: ElectionDefinition,
  acceptance: Kept<'acceptance'>,
): Promise<SignedReceipt> => {
  const { filing, submission = null } = acceptance;
  const number = filing.kind === 'submission' ? filing.number : 0;
  const receipt = must(
    receiptOf(definition, register, { number, submission, calendar: calendarOf(days) }),
    'an accepted submission stands in its register',
  );
  const text = receiptText(receipt);
  const name = receiptKeyName(receipts.name, definition.id);
  const signature = await receipts.sign(utf8.encode(text));
  return {
    receipt,
    note: formatNote(text, [noteSignatureLine(name, receipts.publicKey, signature)]),
    verifierKey: formatVerifierKey(name, receipts.publicKey),
  };
};
