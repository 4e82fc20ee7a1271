import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kmsSigner } from '#functions/adapters/aws/kms-signer.ts';
import { keyFileSigner } from '#functions/adapters/local/key-file-signer.ts';
import type { Signer } from '#functions/ports.ts';

const name = 'returns.example/legco';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const notEd25519 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
let folder: string;
let kms: Server;
let client: KMSClient;

/** Answers as KMS does, to the real client, over HTTP. */
const kmsServer = (): Server =>
  createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const asked = JSON.parse(text) as Record<string, string>;
    const key = asked['KeyId'] === 'other' ? notEd25519.publicKey : publicKey;
    const spki = key.export({ type: 'spki', format: 'der' }).toString('base64');
    const isAsExpected = asked['MessageType'] === 'RAW' && asked['SigningAlgorithm'] === 'ED25519_SHA_512';
    const answer = String(request.headers['x-amz-target']).endsWith('GetPublicKey')
      ? { PublicKey: spki }
      : {
          Signature: isAsExpected
            ? sign(null, Buffer.from(asked['Message'] ?? '', 'base64'), privateKey).toString('base64')
            : '',
        };
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-returns-signer-'));
  kms = kmsServer();
  await new Promise<void>((resolve) => kms.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(kms.address() as AddressInfo).port}`;
  client = new KMSClient({
    region: 'local',
    endpoint,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});
afterAll(async () => {
  client.destroy();
  kms.close();
  await rm(folder, { recursive: true });
});

const signers: readonly (readonly [string, () => Promise<Signer>])[] = [
  ['key file', () => keyFileSigner({ path: join(folder, 'keys', 'checkpoint.pem'), name })],
  ['KMS', () => kmsSigner({ client, keyId: 'key', name })],
];

describe.each(signers)('signer: %s', (_, open) => {
  test('a signature verifies under the public key it states, and only for its message', async () => {
    const signer = await open();
    const message = new TextEncoder().encode('returns.example/legco\n8\nrootroot\n');
    const x = Buffer.from(signer.publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const signature = await signer.sign(message);
    expect(signer.name).toBe(name);
    expect([signer.publicKey.length, signature.length]).toEqual([32, 64]);
    expect(verify(null, message, key, signature)).toBe(true);
    expect(verify(null, message.subarray(1), key, signature)).toBe(false);
  });

  test('the same message has the same signature, also after a restart', async () => {
    const message = new TextEncoder().encode('again');
    expect(await (await open()).sign(message)).toEqual(await (await open()).sign(message));
  });
});

describe('key file', () => {
  test('it is made once, complete, and only its owner may read it', async () => {
    const path = join(folder, 'first', 'key.pem');
    const racing = await Promise.all(Array.from({ length: 8 }, () => keyFileSigner({ path, name })));
    expect(new Set(racing.map((signer) => Buffer.from(signer.publicKey).toString('hex'))).size).toBe(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'first'))).toEqual(['key.pem']);
  });

  test('an unreadable or foreign key is one clear sentence, and is never replaced', async () => {
    const path = join(folder, 'broken.pem');
    await writeFile(path, '-----BEGIN PRIVATE KEY-----\nMC4C');
    await expect(keyFileSigner({ path, name })).rejects.toThrow('is not a private key in PEM. Restore it');
    await writeFile(path, notEd25519.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await expect(keyFileSigner({ path, name })).rejects.toThrow('is of type ec, not ed25519');
    await expect(keyFileSigner({ path: folder, name })).rejects.toThrow('cannot be read (EISDIR)');
    await expect(keyFileSigner({ path: join(path, 'x', 'key.pem'), name })).rejects.toThrow(/ENOTDIR/);
  });
});

describe('KMS', () => {
  test('a key of another kind is refused at the start', async () => {
    await expect(kmsSigner({ client, keyId: 'other', name })).rejects.toThrow('not an Ed25519 key');
  });

  test('a message that KMS does not take raw is refused before it is sent', async () => {
    const signer = await kmsSigner({ client, keyId: 'key', name });
    await expect(signer.sign(new Uint8Array(4097))).rejects.toThrow('at most 4096');
  });
});
