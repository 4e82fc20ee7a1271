import { type PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Message, Messenger } from '#functions/ports.ts';

export interface MailAndTextOptions {
  readonly mail: Pick<SESv2Client, 'send'>;
  readonly textMessages: Pick<PinpointSMSVoiceV2Client, 'send'>;
  /** Who writes, such as `Open Returns <receipts@returns.example.hk>`; verified at SES. */
  readonly from: string;
  /** A number, sender id or pool of End User Messaging. */
  readonly sender: string;
}

/**
 * What both services say of an address or number that they will never deliver to, and of a message that cannot be one. Anything else (too
 * fast, out of money, an outage) may be over tomorrow, so it is thrown and told again.
 */
const final = new Set(['MessageRejected', 'BadRequestException', 'ValidationException']);

const orRefused = async (call: Promise<unknown>): Promise<'sent' | 'refused'> => {
  try {
    await call;
    return 'sent';
  } catch (error) {
    if (error instanceof Error && final.has(error.name)) return 'refused';
    throw error;
  }
};

/** Two letters that are one message can be told by its id; mail programs show a way out of those that were asked for (RFC 8058). */
const headersOf = ({ id, leaveUrl }: Message) => [
  { Name: 'X-Entity-Ref-ID', Value: id },
  ...(leaveUrl === undefined
    ? []
    : [
        { Name: 'List-Unsubscribe', Value: `<${leaveUrl}>` },
        { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
      ]),
];

const letter = (from: string, email: string, message: Message) =>
  new SendEmailCommand({
    FromEmailAddress: from,
    Destination: { ToAddresses: [email] },
    Content: {
      Simple: {
        Subject: { Data: message.subject ?? '', Charset: 'UTF-8' },
        Body: { Text: { Data: message.text, Charset: 'UTF-8' } },
        Headers: headersOf(message),
      },
    },
    EmailTags: [{ Name: 'kind', Value: message.kind }],
  });

/** E-mail by SES; nobody's telephone is known to who has it. */
export const mailMessenger = ({ mail, from }: Pick<MailAndTextOptions, 'mail' | 'from'>): Messenger => ({
  send: async (message) => {
    if (!('email' in message.to)) throw new RangeError('Only e-mail is sent from here.');
    return orRefused(mail.send(letter(from, message.to.email, message)));
  },
});

/** E-mail by SES, text messages by End User Messaging. Neither knows a message again, so one may come twice; the mail says its id. */
export const mailAndTextMessenger = ({ mail, textMessages, from, sender }: MailAndTextOptions): Messenger => {
  // People write numbers with spaces; carriers take E.164.
  const dialled = (phone: string): string => phone.replace(/[\s()-]/g, '');
  const textMessage = (phone: string, { id, kind, text }: Message) =>
    new SendTextMessageCommand({
      DestinationPhoneNumber: dialled(phone),
      OriginationIdentity: sender,
      MessageBody: text,
      MessageType: 'TRANSACTIONAL',
      Context: { id, kind },
    });
  const letters = mailMessenger({ mail, from });
  return {
    send: (message) =>
      'phone' in message.to
        ? orRefused(textMessages.send(textMessage(message.to.phone, message)))
        : letters.send(message),
  };
};
