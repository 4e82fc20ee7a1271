import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kmsPushKey } from '#functions/adapters/aws/kms-push-key.ts';
import { keyFilePushKey } from '#functions/adapters/local/key-file-push-key.ts';
import type { PushKey } from '#functions/ports.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ed25519');
let folder: string;
let kms: Server;
let client: KMSClient;

/** Answers as KMS does, to the real client, over HTTP: signatures in DER. */
const kmsServer = (): Server =>
  createServer(async (request, response) => {
    const asked = JSON.parse(await text(request)) as Record<string, string>;
    const key = asked['KeyId'] === 'other' ? other.publicKey : publicKey;
    const isAsExpected = asked['MessageType'] === 'RAW' && asked['SigningAlgorithm'] === 'ECDSA_SHA_256';
    const answer = String(request.headers['x-amz-target']).endsWith('GetPublicKey')
      ? { PublicKey: key.export({ type: 'spki', format: 'der' }).toString('base64') }
      : {
          Signature: isAsExpected
            ? sign('sha256', Buffer.from(asked['Message'] ?? '', 'base64'), privateKey).toString('base64')
            : '',
        };
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-returns-push-key-'));
  kms = kmsServer();
  await new Promise<void>((resolve) => kms.listen(0, '127.0.0.1', resolve));
  client = new KMSClient({
    region: 'local',
    endpoint: `http://127.0.0.1:${(kms.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});
afterAll(async () => {
  client.destroy();
  kms.close();
  await rm(folder, { recursive: true });
});

const keys: readonly (readonly [string, () => Promise<PushKey>])[] = [
  ['key file', () => keyFilePushKey(join(folder, 'push.pem'))],
  ['KMS', () => kmsPushKey({ client, keyId: 'key' })],
];

describe.each(keys)('the key for push services: %s', (_, open) => {
  test('signs as tokens want it, for its message only', async () => {
    const key = await open();
    expect(key.publicKey.length).toBe(65);
    const point = Buffer.from(key.publicKey);
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const stated = createPublicKey({ key: jwk, format: 'jwk' });
    // Numbers that begin with zeros or a high bit are shorter or longer in DER.
    for (let at = 0; at < 40; at += 1) {
      const message = Buffer.from(`head.claims-${at}`);
      const signature = await key.sign(message);
      expect(signature.length).toBe(64);
      const check = { key: stated, dsaEncoding: 'ieee-p1363' } as const;
      expect(verify('sha256', message, check, signature)).toBe(true);
      expect(verify('sha256', message.subarray(1), check, signature)).toBe(false);
    }
  });
});

test('a key of another kind is refused', async () => {
  await expect(kmsPushKey({ client, keyId: 'other' })).rejects.toThrow('P-256');
});
