import { messageOf, type Occasion } from '#shared/advertisements/messages.ts';
import { calendarOf } from '#shared/advertisements/platform-calendar.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { Message, Messenger } from '../ports.ts';
import type { KnownAccount } from './known-account.ts';
import type { Kept } from './platform-records.ts';
import type { SignedReceipt } from './signed-receipt.ts';

export interface TellingPorts {
  readonly messenger: Messenger;
  readonly receiptFor: (
    known: KnownAccount,
    definition: ElectionDefinition,
    acceptance: Kept<'acceptance'>,
  ) => Promise<SignedReceipt>;
}

/** The submission that a change of state is about, and what happened to it. */
const occasionOf = (
  { register }: KnownAccount,
  { filing }: Kept<'acceptance'>,
): { readonly occasion: Occasion; readonly number: number } | null => {
  switch (filing.kind) {
    case 'submission':
      return { occasion: 'received', number: filing.number };
    case 'inspection':
    case 'confirmation':
      return { occasion: 'inspected', number: filing.number };
    case 'removal': {
      const removed = register.advertisements.get(filing.of);
      return removed ? { occasion: 'removed', number: removed.number } : null;
    }
    default:
      return null;
  }
};

/** A name for the message that is the same whenever it is tried again; never the key's own `#`. */
const messageId = ({ election, account }: KnownAccount, key: string, way: string): string =>
  `${election}.${account}.${key.replaceAll('#', '.').slice(0, 60)}.${way}`.slice(-128);

/** Sends the receipt as things stand, by e-mail and by text message [2016 App.5 ¶6]. */
export const tellCandidate = async (
  { messenger, receiptFor }: TellingPorts,
  known: KnownAccount & { readonly definition: ElectionDefinition },
  acceptance: Kept<'acceptance'>,
): Promise<void> => {
  const { standing, acceptances, definition } = known;
  const about = occasionOf(known, acceptance);
  const submission = acceptances.find(
    ({ filing }) => filing.kind === 'submission' && filing.number === about?.number,
  );
  if (!standing || !about || !submission) return;
  const { subject, text, short } = messageOf(about.occasion, {
    ...(await receiptFor(known, definition, submission)),
    inspections: (known.register.submissions.get(about.number)?.files ?? []).map(
      ({ inspection }) => inspection,
    ),
    calendar: calendarOf(known.days),
  });
  const kind = `advertisement-${about.occasion}`;
  const messages: readonly Message[] = [
    { id: messageId(known, acceptance.key, 'email'), to: { email: standing.email }, kind, subject, text },
    { id: messageId(known, acceptance.key, 'sms'), to: { phone: standing.mobile }, kind, text: short },
  ];
  for (const message of messages) await messenger.send(message);
};
