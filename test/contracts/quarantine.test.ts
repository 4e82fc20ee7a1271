import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3Client } from '#functions/adapters/aws/clients.ts';
import { s3Quarantine, s3UploadedVersion } from '#functions/adapters/aws/s3-quarantine.ts';
import { memoryQuarantine } from '#functions/adapters/local/memory-quarantine.ts';
import type { Quarantine, UploadOffer } from '#functions/ports.ts';
import type { FormPart } from '../support/multipart.ts';
import { formOf, post, postForm, sendBytes, wireOf } from './posted-form.ts';
import { expectedOf, quarantineContract, sha256Of } from './quarantine.contract.ts';
import { newFolder, runningStores, type TestStores } from './running-stores.ts';

const bucket = 'quarantine';
const inMemory = memoryQuarantine({ now: () => new Date() });
let folder: string;
let running: TestStores;
let inBucket: Quarantine;

beforeAll(async () => {
  folder = await newFolder();
  running = await runningStores(folder);
  inBucket = s3Quarantine({ client: running.s3, bucket });
});
afterAll(async () => {
  await running.end();
  await rm(folder, { recursive: true });
});

quarantineContract('memory', () => ({
  quarantine: inMemory,
  bring: async ({ fields }, bytes) => inMemory.bring(fields['key'] ?? '', bytes),
}));
quarantineContract('S3', () => ({
  quarantine: inBucket,
  bring: async (offer, bytes) => (await post(offer, bytes)).status === 204,
}));

const unfinished = (): readonly string[] => readdirSync(join(running.dataFolder, 'quarantine.unfinished'));
const bytes = Buffer.from('an advertisement');

/** Nothing under the key, and nothing on the way. */
const expectNothing = async (key: string): Promise<void> => {
  expect(await inBucket.head(key)).toBeNull();
  await expect.poll(unfinished).toEqual([]);
};

describe('a form posted to S3', () => {
  test('45 MB arrive whole', async () => {
    const large = randomBytes(45_000_000);
    const expected = expectedOf(large);
    expect((await post(await inBucket.offer(expected), large)).status).toBe(204);
    const head = await inBucket.head(expected.key);
    expect(head).toMatchObject({ bytes: 45_000_000, sha256: expected.sha256 });
    const read = await inBucket.read(expected.key, head?.version ?? '');
    expect(sha256Of(read ?? new Uint8Array())).toBe(expected.sha256);
    await inBucket.discard(expected.key);
  });

  test('of 45 MB where one byte was expected no more than that is kept', async () => {
    const expected = expectedOf(Buffer.from('a'));
    const offer = await inBucket.offer(expected);
    const { head, body } = await wireOf(offer.url, formOf(offer, randomBytes(45_000_000)));
    // On a connection of its own: an answer that comes before the request has ended can leave the next ones of `fetch` waiting for ever.
    const answer = await sendBytes(offer.url, Buffer.concat([Buffer.from(head), body]), 'never');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('<Code>EntityTooLarge</Code>');
    await expectNothing(expected.key);
  });

  test('cut at any byte it leaves nothing', async () => {
    const expected = expectedOf(bytes);
    const offer = await inBucket.offer(expected);
    const { head, body } = await wireOf(offer.url, formOf(offer, bytes));
    const wire = Buffer.concat([Buffer.from(head), body]);
    const cuts = Array.from({ length: wire.length }, (_, length) => length);
    for (let at = 0; at < cuts.length; at += 50)
      await Promise.all(
        cuts.slice(at, at + 50).map(async (length) => {
          expect(await sendBytes(offer.url, wire.subarray(0, length), 'at once'), `${length}`).not.toContain(
            ' 204 ',
          );
        }),
      );
    await expectNothing(expected.key);
    expect(await sendBytes(offer.url, wire, 'never')).toContain(' 204 ');
    expect(await inBucket.head(expected.key)).toMatchObject({ bytes: bytes.length });
  });

  test('cut in the middle of a large file it leaves nothing', async () => {
    const large = randomBytes(5_000_000);
    const expected = expectedOf(large);
    const offer = await inBucket.offer(expected);
    const { head, body } = await wireOf(offer.url, formOf(offer, large));
    await sendBytes(offer.url, Buffer.concat([Buffer.from(head), body.subarray(0, 3_000_000)]), 'at once');
    await expectNothing(expected.key);
  });

  test('whole by its length, but without the closing boundary, it is refused', async () => {
    const expected = expectedOf(bytes);
    const offer = await inBucket.offer(expected);
    const { head, body } = await wireOf(offer.url, formOf(offer, bytes));
    for (const missing of [3, 5, 20, 60]) {
      const short = body.subarray(0, -missing);
      const shortHead = head.replace(/Content-Length: \d+/, `Content-Length: ${short.length}`);
      const answer = await sendBytes(offer.url, Buffer.concat([Buffer.from(shortHead), short]), 'never');
      expect(answer, `${missing}`).toContain('<Code>MalformedPOSTRequest</Code>');
    }
    await expectNothing(expected.key);
  });

  test('an offer that has expired is refused', async () => {
    const expected = expectedOf(bytes);
    const late = s3Quarantine({ client: running.s3, bucket, offerSeconds: -1 });
    const answer = await post(await late.offer(expected), bytes);
    expect([answer.status, answer.code]).toEqual([403, 'AccessDenied']);
    expect(answer.body).toContain('Policy expired');
    await expectNothing(expected.key);
  });

  const withFields = (
    offer: UploadOffer,
    over: Readonly<Record<string, string | undefined>>,
  ): UploadOffer => {
    const changed = Object.entries({ ...offer.fields, ...over });
    const fields = changed.filter((field): field is [string, string] => field[1] !== undefined);
    return { ...offer, fields: Object.fromEntries(fields) };
  };
  const otherSum = Buffer.from(sha256Of(Buffer.from('other')), 'hex').toString('base64');
  const foreign: readonly (readonly [string, Readonly<Record<string, string | undefined>>, string])[] = [
    ['another key', { key: 'elsewhere' }, 'AccessDenied'],
    ['another checksum', { 'x-amz-checksum-sha256': otherSum }, 'AccessDenied'],
    ['no checksum', { 'x-amz-checksum-sha256': undefined }, 'AccessDenied'],
    ['another algorithm', { 'x-amz-checksum-algorithm': 'CRC32' }, 'AccessDenied'],
    ['another content type', { 'Content-Type': 'text/html' }, 'AccessDenied'],
    ['no content type', { 'Content-Type': undefined }, 'AccessDenied'],
    ['another status', { success_action_status: '201' }, 'AccessDenied'],
    ['another bucket', { bucket: 'public' }, 'InvalidArgument'],
    ['a tag', { tagging: '<Tagging/>' }, 'AccessDenied'],
    ['an access list', { acl: 'public-read' }, 'AccessDenied'],
    ['a redirection', { success_action_redirect: 'https://elsewhere.example' }, 'AccessDenied'],
    ['metadata', { 'x-amz-meta-name': 'x' }, 'AccessDenied'],
    ['a storage class', { 'x-amz-storage-class': 'GLACIER' }, 'AccessDenied'],
    ['any other field', { surprise: 'x' }, 'AccessDenied'],
    ['another date', { 'X-Amz-Date': '20160101T000000Z' }, 'InvalidArgument'],
    ['another key id', { 'X-Amz-Credential': 'AKIA/20160101/ap-east-1/s3/aws4_request' }, 'InvalidArgument'],
    ['another signature', { 'X-Amz-Signature': '0'.repeat(64) }, 'SignatureDoesNotMatch'],
    ['a short signature', { 'X-Amz-Signature': '0' }, 'SignatureDoesNotMatch'],
    ['no signature', { 'X-Amz-Signature': undefined }, 'InvalidArgument'],
    ['no policy', { Policy: undefined }, 'InvalidArgument'],
    ['another policy', { Policy: Buffer.from('{}').toString('base64') }, 'SignatureDoesNotMatch'],
    ['a very long field', { 'x-ignore-this': 'x'.repeat(30_000) }, 'MaxPostPreDataLengthExceeded'],
  ];
  test.each(foreign)('with %s is refused, and nothing is kept', async (_, over, code) => {
    const expected = expectedOf(bytes);
    const answer = await post(withFields(await inBucket.offer(expected), over), bytes);
    expect(answer.code).toBe(code);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    await expectNothing(expected.key);
    await expectNothing('elsewhere');
  });

  test('with another secret is refused', async () => {
    const { s3Endpoint, credentials } = running.stores;
    const wrong = { ...credentials, secretAccessKey: 'guess' };
    const client = s3Client({ region: 'ap-east-1', s3Endpoint, credentials: wrong });
    const expected = expectedOf(bytes);
    const answer = await post(await s3Quarantine({ client, bucket }).offer(expected), bytes);
    expect([answer.status, answer.code]).toEqual([403, 'SignatureDoesNotMatch']);
    await expectNothing(expected.key);
  });

  test('with a field that comes twice is refused, also when both are right', async () => {
    const expected = expectedOf(bytes);
    const offer = await inBucket.offer(expected);
    const form: FormPart[] = [...Object.entries(offer.fields), ['KEY', expected.key], ['file', bytes]];
    expect((await postForm(offer.url, form)).code).toBe('InvalidArgument');
    await expectNothing(expected.key);
  });

  test('with anything after the file is refused', async () => {
    const expected = expectedOf(bytes);
    const offer = await inBucket.offer(expected);
    for (const after of ['x-ignore-this', 'file']) {
      const form = formOf(offer, bytes);
      if (after === 'file') form.push(['file', Buffer.from('another')]);
      else form.push([after, 'x']);
      expect((await postForm(offer.url, form)).code, after).toBe('InvalidArgument');
    }
    await expectNothing(expected.key);
  });

  test('without a file, or not as a form, is refused', async () => {
    const offer = await inBucket.offer(expectedOf(bytes));
    const form: FormPart[] = Object.entries(offer.fields);
    expect((await postForm(offer.url, form)).code).toBe('InvalidArgument');
    const plain = await fetch(offer.url, { method: 'POST', body: new URLSearchParams(offer.fields) });
    expect(plain.status).toBe(412);
    const noBoundary = { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'x' };
    expect((await fetch(offer.url, noBoundary)).status).toBe(412);
  });

  test('is answered although the sender is not done, and the store goes on', async () => {
    const expected = expectedOf(bytes);
    const offer = withFields(await inBucket.offer(expected), { key: 'elsewhere' });
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(offer, randomBytes(20_000_000))));
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['AccessDenied']));
    expect((await post(await inBucket.offer(expected), bytes)).status).toBe(204);
  });
});

describe('policies that ours are not', () => {
  interface Wanted {
    readonly conditions: NonNullable<Parameters<typeof createPresignedPost>[1]['Conditions']>;
    readonly fields?: Record<string, string>;
  }
  const offered = async ({ conditions, fields = {} }: Wanted): Promise<UploadOffer & { key: string }> => {
    const key = randomUUID();
    const { url, fields: made } = await createPresignedPost(running.s3, {
      Bucket: bucket,
      Key: key,
      Conditions: conditions,
    });
    return { url, fields: { ...made, ...fields }, expiresAt: '', key };
  };

  test('a value that begins as it must is taken, another one is not', async () => {
    const conditions: Wanted['conditions'] = [['starts-with', '$Content-Type', 'image/']];
    const image = await offered({ conditions, fields: { 'content-type': 'image/png' } });
    expect((await post(image, bytes)).status).toBe(204);
    const page = await offered({ conditions, fields: { 'content-type': 'text/html' } });
    const answer = await post(page, bytes);
    expect(answer.code).toBe('AccessDenied');
    expect(answer.body).toContain('starts-with');
    await expectNothing(page.key);
  });

  test.each([
    [15, 'EntityTooSmall', 17, 20],
    [17, 'EntityTooLarge', 1, 15],
  ])('a size outside its range is refused (%i)', async (_, code, least, most) => {
    const offer = await offered({ conditions: [['content-length-range', least, most]] });
    expect((await post(offer, bytes)).code).toBe(code);
    await expectNothing(offer.key);
  });

  test.each([
    [1, 16],
    [16, 16],
    [16, 99],
  ])('a size within its range is taken (%i to %i)', async (least, most) => {
    const offer = await offered({ conditions: [['content-length-range', least, most]] });
    expect((await post(offer, bytes)).status).toBe(204);
  });

  test.each(['../x', 'a/../x', '/x', 'a//x', '.hidden', '%2e%2e/x', 'a b', '香', 'x'.repeat(129)])(
    'a key that is no plain path is refused: %j',
    async (key) => {
      const { url, fields } = await createPresignedPost(running.s3, { Bucket: bucket, Key: key });
      const answer = await post({ url, fields, expiresAt: '' }, bytes);
      expect([answer.status, answer.code]).toEqual([501, 'NotImplemented']);
      await expect.poll(unfinished).toEqual([]);
    },
  );

  test('a checksum that a policy leaves open must still be the one of the bytes', async () => {
    const conditions: Wanted['conditions'] = [['starts-with', '$x-amz-checksum-sha256', '']];
    const sum = Buffer.from(sha256Of(Buffer.from('other')), 'hex').toString('base64');
    const offer = await offered({ conditions, fields: { 'x-amz-checksum-sha256': sum } });
    expect((await post(offer, bytes)).code).toBe('BadDigest');
    await expectNothing(offer.key);
  });

  test('a field that a policy allows and this store does not know is not overlooked', async () => {
    const tagged = await offered({
      conditions: [['starts-with', '$tagging', '']],
      fields: { tagging: '<Tagging/>' },
    });
    expect((await post(tagged, bytes)).code).toBe('NotImplemented');
    await expectNothing(tagged.key);
  });

  test('201 tells in XML what was made', async () => {
    const offer = await offered({
      conditions: [{ success_action_status: '201' }],
      fields: { success_action_status: '201' },
    });
    const answer = await post(offer, bytes);
    expect(answer.status).toBe(201);
    expect(answer.body).toContain(`<Key>${offer.key}</Key>`);
  });
});

describe('the bucket of uploads', () => {
  test('lists the newest version first, and answers with it where none is named', async () => {
    const expected = expectedOf(bytes);
    const offer = await inBucket.offer(expected);
    const ids: (string | null)[] = [];
    for (let n = 0; n < 3; n += 1) ids.push((await post(offer, bytes)).headers.get('x-amz-version-id'));
    const { Versions = [] } = await running.s3.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: expected.key }),
    );
    expect(Versions.map(({ VersionId }) => VersionId)).toEqual(ids.toReversed());
    const newest = await running.s3.send(new GetObjectCommand({ Bucket: bucket, Key: expected.key }));
    expect(newest.VersionId).toBe(ids[2]);
  });

  test('shows an inspector the one version that it was told of, and lists it nothing', async () => {
    const expected = expectedOf(bytes);
    const offer = await inBucket.offer(expected);
    await post(offer, bytes);
    const version = (await post(offer, bytes)).headers.get('x-amz-version-id') ?? '';
    const client = s3Client({
      region: 'ap-east-1',
      s3Endpoint: running.stores.s3Endpoint,
      credentials: running.stores.credentials,
    });
    client.middlewareStack.add(
      (next, context) => (call) => {
        if (String(context.commandName).startsWith('List')) throw new Error('may not list');
        return next(call);
      },
      { step: 'initialize' },
    );
    const seen = s3UploadedVersion({ client, bucket, version });
    expect(await seen.head(expected.key)).toMatchObject({ sha256: expected.sha256, version });
    expect(Buffer.from((await seen.read(expected.key, version)) ?? [])).toEqual(bytes);
    expect(await s3UploadedVersion({ client, bucket, version: 'none' }).head(expected.key)).toBeNull();
  });

  test('keeps what it has over a restart, and nothing unfinished', async () => {
    const expected = expectedOf(bytes);
    await post(await inBucket.offer(expected), bytes);
    const before = await inBucket.head(expected.key);
    await running.end();
    running = await runningStores(folder);
    inBucket = s3Quarantine({ client: running.s3, bucket });
    expect(await inBucket.head(expected.key)).toEqual(before);
    expect(unfinished()).toEqual([]);
  });

  test('is read by nobody without a signature', async () => {
    const expected = expectedOf(bytes);
    const offer = await inBucket.offer(expected);
    await post(offer, bytes);
    for (const address of [`${offer.url}/${expected.key}`, `${offer.url}?versions`, offer.url])
      expect((await fetch(address)).status, address).toBe(403);
    expect((await fetch(`${offer.url}/${expected.key}`, { method: 'DELETE' })).status).toBe(403);
    const elsewhere = new URL('/public', offer.url).href;
    expect((await postForm(elsewhere, formOf(offer, bytes))).status).toBe(403);
  });

  test('is posted to by pages of the portal, whose browser may read the answer; by no other page', async () => {
    const portal = 'http://127.0.0.1:4321';
    running.stores.allowPosts([portal]);
    const expected = expectedOf(bytes);
    const offer = await inBucket.offer(expected);
    const asked = (origin: string) =>
      fetch(offer.url, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    await expect.poll(async () => (await asked(portal)).status).toBe(200);
    const allowed = await asked(portal);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(portal);
    expect(allowed.headers.get('access-control-allow-methods')).toBe('POST');
    const other = await asked('http://elsewhere.example');
    expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    const posted = await postForm(offer.url, formOf(offer, bytes), { headers: { origin: portal } });
    expect(posted.headers.get('access-control-allow-origin')).toBe(portal);
    const refused = await postForm(offer.url, formOf(withoutKey(offer), bytes), {
      headers: { origin: portal },
    });
    expect(refused.headers.get('access-control-allow-origin')).toBe(portal);
    const foreign = await postForm(offer.url, formOf(offer, bytes), {
      headers: { origin: 'http://elsewhere.example' },
    });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const elsewhere = {
      method: 'OPTIONS',
      headers: { origin: portal, 'access-control-request-method': 'POST' },
    };
    expect((await fetch(new URL('/files', offer.url), elsewhere)).status).toBe(403);
  });
});

const withoutKey = (offer: UploadOffer): UploadOffer => {
  const { key: _key, ...fields } = offer.fields;
  return { ...offer, fields };
};
