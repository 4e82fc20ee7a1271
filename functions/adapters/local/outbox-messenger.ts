import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Message, Messenger } from '#functions/ports.ts';

const messageId = /^[A-Za-z0-9._-]{1,128}$/;

const isThere = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'EEXIST';

/** A message as it lies in the outbox. */
export interface OutboxMessage extends Message {
  readonly sentAt: string;
}

/**
 * Puts each message into a file of a folder, `<id>.json`, in place of a carrier: it appears whole, outlives the process and a loss of power,
 * and the same id again leaves the first. Only the owner may read them: they hold addresses and numbers.
 */
export const outboxMessenger = (options: {
  readonly folder: string;
  readonly clock: Clock;
  /** Told once for each new message. */
  readonly onSent?: (message: OutboxMessage, path: string) => void;
}): Messenger => {
  const { folder, clock, onSent } = options;
  return {
    async send(message) {
      if (!messageId.test(message.id) || message.id.startsWith('.'))
        throw new RangeError(`Not the id of a message: ${JSON.stringify(message.id)}`);
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${message.id}.json`);
      const temporary = join(folder, `.${randomUUID()}.new`);
      const sent: OutboxMessage = { ...message, sentAt: clock.now().toISOString() };
      const file = await open(temporary, 'w', 0o600);
      try {
        await file.writeFile(`${JSON.stringify(sent, null, 2)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      try {
        await link(temporary, path);
        onSent?.(sent, path);
      } catch (error) {
        if (!isThere(error)) throw error;
      } finally {
        await rm(temporary, { force: true });
      }
      return 'sent';
    },
  };
};
