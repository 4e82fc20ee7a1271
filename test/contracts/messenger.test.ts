import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailAndTextMessenger, mailMessenger } from '#functions/adapters/aws/mail-and-text-messenger.ts';
import { outboxMessenger } from '#functions/adapters/local/outbox-messenger.ts';
import type { Message } from '#functions/ports.ts';

const clock = { now: () => new Date('2016-08-01T01:02:03Z') };
const aMessage = (over: Partial<Message> = {}): Message => ({
  id: 'receipt-1.mail',
  to: { email: 'agent@list.example.hk' },
  kind: 'advertisement-received',
  subject: '收到 3 個檔案',
  text: '收條 A-1',
  ...over,
});

describe('the outbox', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outbox-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('holds each message in a file of its own, for its owner only', async () => {
    const outbox = join(folder, 'one');
    expect(await outboxMessenger({ folder: outbox, clock }).send(aMessage())).toBe('sent');
    expect(await readdir(outbox)).toEqual(['receipt-1.mail.json']);
    const path = join(outbox, 'receipt-1.mail.json');
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      ...aMessage(),
      sentAt: '2016-08-01T01:02:03.000Z',
    });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('leaves the first of messages with one id, also when they race, and tells of it once', async () => {
    const outbox = join(folder, 'again');
    const told: string[] = [];
    const messenger = () =>
      outboxMessenger({ folder: outbox, clock, onSent: ({ text }) => void told.push(text) });
    await messenger().send(aMessage({ text: 'first' }));
    const texts = Array.from({ length: 20 }, (_, n) => String(n));
    const outcomes = await Promise.all(texts.map((text) => messenger().send(aMessage({ text }))));
    expect(new Set(outcomes)).toEqual(new Set(['sent']));
    expect(await readdir(outbox)).toHaveLength(1);
    expect(JSON.parse(await readFile(join(outbox, 'receipt-1.mail.json'), 'utf8')).text).toBe('first');
    expect(told).toEqual(['first']);
  });

  test.each(['', '../x', 'a/b', '.hidden', 'x'.repeat(129), '香'])('takes no id %j', async (id) => {
    const outbox = join(folder, 'odd');
    await expect(outboxMessenger({ folder: outbox, clock }).send(aMessage({ id }))).rejects.toThrow(
      RangeError,
    );
  });
});

/** As much of a carrier as its one call shows. */
const carrier = (problem?: Error) => {
  const taken: unknown[] = [];
  const send = async (command: unknown) => {
    taken.push(command);
    if (problem) throw problem;
    return { MessageId: '1' };
  };
  return { taken, client: { send } as never };
};
const named = (name: string): Error => Object.assign(new Error('no'), { name });

describe('mail and text messages', () => {
  const messenger = (mail = carrier(), text = carrier()) =>
    mailAndTextMessenger({
      mail: mail.client,
      textMessages: text.client,
      from: 'receipts@returns.example.hk',
      sender: '#HKREO',
    });

  test('an e-mail says from whom, to whom, its words and its id', async () => {
    const mail = carrier();
    expect(await messenger(mail).send(aMessage())).toBe('sent');
    const [command] = mail.taken;
    expect(command).toBeInstanceOf(SendEmailCommand);
    expect((command as SendEmailCommand).input).toMatchObject({
      FromEmailAddress: 'receipts@returns.example.hk',
      Destination: { ToAddresses: ['agent@list.example.hk'] },
      Content: {
        Simple: {
          Subject: { Data: '收到 3 個檔案' },
          Body: { Text: { Data: '收條 A-1' } },
          Headers: [{ Value: 'receipt-1.mail' }],
        },
      },
    });
  });

  test('an e-mail that was asked for can be ended with one click (RFC 8058)', async () => {
    const mail = carrier();
    const leaveUrl = 'https://returns.example.hk/api/elections/legco-2012/alerts/0a/leave';
    await mailMessenger({ mail: mail.client, from: 'receipts@returns.example.hk' }).send(
      aMessage({ leaveUrl }),
    );
    const [command] = mail.taken;
    expect((command as SendEmailCommand).input.Content?.Simple?.Headers).toEqual([
      { Name: 'X-Entity-Ref-ID', Value: 'receipt-1.mail' },
      { Name: 'List-Unsubscribe', Value: `<${leaveUrl}>` },
      { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
    ]);
  });

  test('whoever only writes letters sends no text message', async () => {
    const letters = mailMessenger({ mail: carrier().client, from: 'receipts@returns.example.hk' });
    await expect(letters.send(aMessage({ to: { phone: '+852 6123 4567' } }))).rejects.toThrow(RangeError);
  });

  test('a text message goes to the number', async () => {
    const text = carrier();
    expect(await messenger(carrier(), text).send(aMessage({ to: { phone: '+852 6123 4567' } }))).toBe('sent');
    expect(text.taken[0]).toBeInstanceOf(SendTextMessageCommand);
    expect((text.taken[0] as SendTextMessageCommand).input).toMatchObject({
      DestinationPhoneNumber: '+85261234567',
      OriginationIdentity: '#HKREO',
      MessageBody: '收條 A-1',
      MessageType: 'TRANSACTIONAL',
    });
  });

  test.each(['MessageRejected', 'BadRequestException'])('%s will never be delivered', async (name) => {
    expect(await messenger(carrier(named(name))).send(aMessage())).toBe('refused');
  });

  test('a number that is none is refused', async () => {
    const refusing = messenger(carrier(), carrier(named('ValidationException')));
    expect(await refusing.send(aMessage({ to: { phone: '+1' } }))).toBe('refused');
  });

  test.each(['TooManyRequestsException', 'ThrottlingException', 'TimeoutError'])(
    '%s may be over tomorrow',
    async (name) => {
      await expect(messenger(carrier(named(name))).send(aMessage())).rejects.toThrow('no');
    },
  );
});
