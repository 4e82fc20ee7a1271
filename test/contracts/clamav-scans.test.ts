import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { clamavScans } from '#functions/adapters/clamav-scans.ts';

/** What INSTREAM carries: the bytes once the closing chunk of no length is in, null before. */
const streamed = (said: Buffer): Buffer | null => {
  const command = Buffer.from('zINSTREAM\0');
  if (said.length < command.length) return null;
  if (!said.subarray(0, command.length).equals(command)) throw new Error('No INSTREAM');
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= said.length; ) {
    const length = said.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(said.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
};

const open: Server[] = [];
const sockets = new Set<Socket>();

/** A listener that takes a stream as clamd does, and answers what `answer` says of its bytes; null hangs up. */
const listening = async (answer: (bytes: Buffer) => string | null): Promise<number> => {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    let said = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      said = Buffer.concat([said, chunk]);
      const bytes = streamed(said);
      if (bytes === null) return;
      const words = answer(bytes);
      if (words === null) socket.destroy();
      // In two pieces: an answer is over at its NUL, not at the end of a packet.
      else {
        socket.write(words.slice(0, 3));
        setTimeout(() => socket.end(words.slice(3)), 5);
      }
    });
  });
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of open.splice(0)) server.close();
});

const scanOf = (port: number, bytes: Uint8Array | null) =>
  clamavScans({
    quarantine: { read: async (key, version) => (key === 'key' && version === 'version' ? bytes : null) },
    address: { host: '127.0.0.1', port },
  }).of('key', 'version');

const SOME = new Uint8Array(200_000).fill(7);

describe('what clamd says of a file', () => {
  test('is asked about its very bytes', async () => {
    const heard: Buffer[] = [];
    const port = await listening((bytes) => {
      heard.push(bytes);
      return 'stream: OK\0';
    });
    expect(await scanOf(port, SOME)).toBe('clean');
    expect(heard).toEqual([Buffer.from(SOME)]);
  });

  test.each([
    ['stream: OK\0', 'clean'],
    ['stream: Win.Test.EICAR_HDB-1 FOUND\0', 'infected'],
    ['stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0', 'infected'],
    ['INSTREAM size limit exceeded. ERROR\0', 'unscannable'],
    ['stream: Can’t open file ERROR\0', 'unscannable'],
    ['stream: OK but not quite\0', 'unscannable'],
    ['UNKNOWN COMMAND\0', 'unscannable'],
  ])('%j', async (answer, result) => {
    expect(await scanOf(await listening(() => answer), SOME)).toBe(result);
  });

  test('is nothing yet while it is away, hangs up, or stops in the middle of a word', async () => {
    expect(await scanOf(await listening(() => null), SOME)).toBe('waiting');
    expect(await scanOf(await listening(() => 'stream: OK'), SOME)).toBe('waiting');
    const gone = await listening(() => null);
    for (const server of open.splice(0)) server.close();
    expect(await scanOf(gone, SOME)).toBe('waiting');
  });

  test('is not known of what is gone', async () => {
    expect(await scanOf(1, null)).toBe('unscannable');
  });
});
