import { connect } from 'node:net';
import type { MalwareScans, Quarantine, ScanResult } from '../ports.ts';

/** Where a clamd answers. */
export interface ClamdAddress {
  readonly host: string;
  readonly port: number;
}

/** A chunk of a stream, as clamd takes it: its length in four bytes, big-endian, and its bytes. */
const CHUNK_BYTES = 64 * 1024;
/** Longer than clamd takes for the largest file; who is silent for so long is asked again later. */
const PATIENCE_MS = 60_000;

function* instream(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
  yield Buffer.alloc(4);
}

/** What clamd says of a stream, up to its closing NUL; rejects when it is not there, is silent, or leaves without an answer. */
const answerTo = (bytes: Uint8Array, { host, port }: ClamdAddress): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    let said = '';
    socket.setEncoding('utf8');
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd is silent')));
    socket.once('connect', () => {
      for (const piece of instream(bytes)) socket.write(piece);
    });
    socket.on('data', (text: string) => {
      said += text;
      if (!said.includes('\0')) return;
      resolve(said.slice(0, said.indexOf('\0')));
      socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('clamd left without an answer')));
  });

/** Only one answer is clean. What clamd gave up on, a stream over its limit for one, is an ERROR, and nobody can say that it is clean. */
const resultOf = (answer: string): ScanResult => {
  if (answer === 'stream: OK') return 'clean';
  return answer.endsWith(' FOUND') ? 'infected' : 'unscannable';
};

/**
 * Asks a clamd (its INSTREAM command, clamd(8)) about the bytes in quarantine. As long as none answers a file waits: it is neither refused
 * nor public. clamd says "OK" of what it skipped, so it is to run with `AlertExceedsMax yes` and limits above those of the platform.
 */
export const clamavScans = ({
  quarantine,
  address,
}: {
  readonly quarantine: Pick<Quarantine, 'read'>;
  readonly address: ClamdAddress;
}): MalwareScans => ({
  engine: 'clamav',
  async of(key, version) {
    const bytes = await quarantine.read(key, version);
    if (!bytes) return 'unscannable';
    try {
      return resultOf(await answerTo(bytes, address));
    } catch {
      return 'waiting';
    }
  },
});
