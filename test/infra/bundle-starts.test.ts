import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resvgPictures } from '#functions/adapters/resvg-pictures.ts';
import { bundleFunctions } from '#functions/bundle.ts';
import { MANIFEST } from '#functions/manifest.ts';
import { REHEARSED_ELECTIONS } from '#shared/election/rehearsal-night.ts';
import { must } from '#shared/result.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Outside the project, where no package is found. */
const results = mkdtempSync(join(tmpdir(), 'open-returns-starts-'));
const before = { ...process.env };
/** One function of each kind of access: what it speaks to follows from that. */
const kinds = [...new Map(MANIFEST.map((one) => [JSON.stringify(one.access), one.name])).values()];
let aws: Server;
let folders: ReadonlyMap<string, string>;

/** What functions ask for while they start: the public half of their key, and to leave the descriptions of the API in the file store. */
const answering = (): Server => {
  const inDer = ({ publicKey }: { readonly publicKey: KeyObject }): string =>
    publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const signing = inDer(generateKeyPairSync('ed25519'));
  const push = inDer(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  return createServer(async (request, response) => {
    const asked = await text(request);
    const isKey = request.headers['x-amz-target'] === 'TrentService.GetPublicKey';
    const PublicKey = asked.includes('"push-key"') ? push : signing;
    response.writeHead(isKey || request.method === 'PUT' ? 200 : 404, {
      'content-type': isKey ? 'application/x-amz-json-1.1' : 'application/xml',
      etag: '"e"',
    });
    response.end(isKey ? JSON.stringify({ PublicKey, KeyUsage: 'SIGN_VERIFY' }) : '');
  });
};

beforeAll(async () => {
  aws = answering();
  await new Promise<void>((resolve) => aws.listen(0, '127.0.0.1', resolve));
  writeFileSync(join(results, 'build.json'), '{"build":1}');
  writeFileSync(join(results, 'entry.mjs'), "export const render = async () => '';");
  const site = ['build.json', 'entry.mjs'].map((name) => ({
    from: relative(root, join(results, name)),
    to: `site/${name}`,
  }));
  const publishers = MANIFEST.filter(({ access }) => access.publicFiles.includes('write'));
  const bundles = await bundleFunctions({
    outDir: join(results, 'functions'),
    names: kinds,
    include: Object.fromEntries(publishers.map(({ name }) => [name, site])),
  });
  folders = new Map(bundles.map(({ name, folder }) => [name, folder]));
  // Every setting that the infrastructure gives to some function.
  Object.assign(process.env, {
    AWS_REGION: 'ap-east-1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(aws.address() as AddressInfo).port}`,
    RECORDS_TABLE: 'records',
    PUBLIC_BUCKET: 'public',
    SIGNING_KEY_ID: 'key',
    TEST_SIGNING_KEY_ID: 'test-key',
    RECEIPT_KEY_ID: 'receipts',
    LOG_ORIGIN: 'returns.example.hk/log',
    SITE_MODULE: './site/entry.mjs',
    TOKEN_ISSUER: 'https://sign-in.example.hk',
    TOKEN_AUDIENCE: 'desk',
    USER_POOL_ID: 'ap-east-1_pool',
    QUARANTINE_BUCKET: 'quarantine',
    VERDICTS_BUCKET: 'verdicts',
    VAULT_BUCKET: 'vault',
    FILES_BUCKET: 'files',
    INSPECTOR: 'inspector',
    MAIL_FROM: 'receipts@returns.example.hk',
    MESSAGES_REGION: 'ap-southeast-1',
    REHEARSALS: JSON.stringify(
      REHEARSED_ELECTIONS.map((election, at) => ({
        closesAt: `2026-12-0${at + 5}T22:30:00+08:00`,
        election,
        minutes: 90,
      })),
    ),
    ALERTS_TABLE: 'alerts',
    PUSH_KEY_ID: 'push-key',
    PORTAL_ADDRESS: 'https://returns.example.hk',
    TEXT_SENDER: 'arn:aws:sms-voice:ap-southeast-1:123456789012:sender-id/REO/HK',
  });
}, 120_000);

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  aws.closeAllConnections();
  aws.close();
  rmSync(results, { recursive: true, force: true });
});

describe('a bundle, where no package is installed', () => {
  test.each(kinds)(
    'of %s starts',
    async (name) => {
      const path = join(must(folders.get(name), 'bundled'), 'index.mjs');
      const { handler } = await import(pathToFileURL(path).href);
      expect(handler).toBeTypeOf('function');
    },
    20_000,
  );

  test('of the sweep has what pictures are drawn with beside it', async () => {
    const folder = must(folders.get('sweep'), 'bundled');
    const pictures = resvgPictures(({ to }) => pathToFileURL(join(folder, to)));
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="18">選</text></svg>';
    const png = Buffer.from(await pictures.draw(new TextEncoder().encode(svg)));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  }, 20_000);
});
