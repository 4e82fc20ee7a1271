import { describe, expect, test } from 'vitest';
import { referenceOf } from '#shared/advertisements/reference.ts';
import { sha256Hex, startSha256 } from '#shared/hash.ts';
import {
  answersTo,
  type ReceivedFile,
  readAsked,
  readReceived,
} from '../../../site/islands/received-hashes.ts';

const HKI = { account: 'HKI-01', number: 7 };
const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const received = (changes: Partial<ReceivedFile> = {}): ReceivedFile => ({
  account: 'HKI-01',
  reference: referenceOf('2016-09-04', HKI),
  receivedAt: '2016-08-15T03:02:47.000Z',
  sha256: SHA256,
  bytes: 1,
  entry: 9,
  ...changes,
});

describe('what somebody typed', () => {
  const reference = referenceOf('2016-09-04', HKI);

  test.each([reference, reference.toLowerCase(), ` ${reference.replaceAll('-', '\u2011')} `])(
    'is a reference, however it is written: %s',
    (typed) => {
      expect(readAsked(typed)).toEqual({ kind: 'reference', ...HKI, year: '16' });
    },
  );

  test('is a hash in capitals, with spaces, or as a program prints it', () => {
    expect(readAsked(`${SHA256.toUpperCase()}\n`)).toEqual({ kind: 'hash', sha256: SHA256 });
    expect(readAsked(SHA256.replace(/(.{8})/g, '$1 '))).toEqual({ kind: 'hash', sha256: SHA256 });
  });

  test('is no reference where one character is wrong, and neither where it is something else', () => {
    expect(readAsked(reference.replace('0007', '0008'))).toEqual({ kind: 'bad-reference' });
    expect(readAsked(SHA256.slice(1))).toEqual({ kind: 'neither' });
    expect(readAsked('leaflet.pdf')).toEqual({ kind: 'neither' });
  });
});

describe('the answer', () => {
  test('to a hash is every file of these bytes, to a reference every file of its submission', () => {
    const all = [
      received(),
      received({ sha256: 'a'.repeat(64) }),
      received({ reference: referenceOf('2016-09-04', { ...HKI, number: 8 }) }),
    ];
    expect(answersTo(readAsked(SHA256), all)).toEqual([all[0], all[2]]);
    expect(answersTo(readAsked(referenceOf('2016-09-04', HKI)), all)).toEqual([all[0], all[1]]);
  });

  test('is nothing where the reference is of the same account and number in another year', () => {
    expect(answersTo(readAsked(referenceOf('2020-09-06', HKI)), [received()])).toEqual([]);
  });
});

describe('the list', () => {
  const answering = (files: Readonly<Record<string, unknown>>) => async (address: string) =>
    new Response(JSON.stringify(answers(files, address)));

  const answers = (files: Readonly<Record<string, unknown>>, address: string): unknown => {
    if (address.endsWith('latest.json'))
      return { version: 1, files: { 'index.json': { path: '/index.json' } } };
    return address.endsWith('index.json') ? { files } : { hashes: [received()] };
  };

  test('is the one that the newest version has, and empty where there is no register', async () => {
    const named = { 'advertisement-hashes.json': { path: '/data/x/r/1-0/advertisement-hashes.json' } };
    expect(await readReceived(answering(named), '/data/x/latest.json')).toEqual([received()]);
    expect(await readReceived(answering({}), '/data/x/latest.json')).toEqual([]);
  });
});

test('a hash computed in pieces is that of the whole', () => {
  const bytes = Uint8Array.from({ length: 100_003 }, (_, index) => index % 251);
  const running = startSha256();
  for (let at = 0; at < bytes.length; at += 4096) running.update(bytes.subarray(at, at + 4096));
  expect(running.hex()).toBe(sha256Hex(bytes));
  expect(startSha256().hex()).toBe(SHA256);
});
