import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleFunctions, type FunctionBundle } from '#functions/bundle.ts';
import { MANIFEST } from '#functions/manifest.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Sources inside the project, where packages are found; results outside, where none are.
const sources = join(root, 'test/.cache', `bundle-${process.pid}`);
const results = mkdtempSync(join(tmpdir(), 'open-returns-bundle-'));
afterAll(() => {
  rmSync(sources, { recursive: true, force: true });
  rmSync(results, { recursive: true, force: true });
});

const probe = `
  import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
  export const client = new DynamoDBClient({ region: 'ap-east-1' });
  export const put = (endpoint) =>
    new DynamoDBClient({ region: 'ap-east-1', endpoint, credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } }).send(
      new PutItemCommand({ TableName: 't', Item: { PK: { S: '香港' } }, ConditionExpression: 'attribute_not_exists(PK)' }),
    );
  export const handler = () => new PutItemCommand({ TableName: 't', Item: {} });
  export const read = (path) => import(path);
`;

describe('a bundle', () => {
  let bundle: FunctionBundle;

  beforeAll(async () => {
    mkdirSync(join(sources, 'extra'), { recursive: true });
    writeFileSync(join(sources, 'probe.ts'), probe);
    writeFileSync(join(sources, 'extra/words.txt'), 'words');
    writeFileSync(join(sources, 'page.mjs'), "export { sha256 } from '@noble/hashes/sha2.js';");
    const [made] = await bundleFunctions({
      outDir: results,
      functions: [{ name: 'probe', entry: join(sources, 'probe.ts') }],
      include: {
        probe: [
          { from: `test/.cache/bundle-${process.pid}/extra`, to: 'extra' },
          { from: `test/.cache/bundle-${process.pid}/page.mjs`, to: 'site/page.mjs' },
        ],
      },
    });
    if (made === undefined) throw new Error('Nothing was bundled.');
    bundle = made;
  }, 60_000);

  test('runs where no package is installed', async () => {
    const module = await import(pathToFileURL(join(bundle.folder, 'index.mjs')).href);
    expect(module.handler().input).toEqual({ TableName: 't', Item: {} });
  });

  test('still signs, sends, and understands answers and refusals', async () => {
    const { put } = await import(pathToFileURL(join(bundle.folder, 'index.mjs')).href);
    const seen: { target: unknown; authorization: unknown; body: unknown }[] = [];
    const refusal = JSON.stringify({
      __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
      message: 'no',
    });
    const server = createServer(async (request, response) => {
      const { 'x-amz-target': target, authorization } = request.headers;
      seen.push({ target, authorization, body: JSON.parse(await text(request)) });
      response.writeHead(seen.length === 1 ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(seen.length === 1 ? '{}' : refusal);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await put(endpoint);
      await expect(put(endpoint)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
      expect(seen[0]).toMatchObject({
        target: 'DynamoDB_20120810.PutItem',
        authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=id\//),
        body: { TableName: 't', Item: { PK: { S: '香港' } } },
      });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('takes its credentials from the environment, as Lambda gives them, and from nowhere else', async () => {
    const { client } = await import(pathToFileURL(join(bundle.folder, 'index.mjs')).href);
    const before = { ...process.env };
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
    });
    try {
      expect(await client.config.credentials()).toMatchObject({
        accessKeyId: 'id',
        secretAccessKey: 'secret',
        sessionToken: 'token',
      });
    } finally {
      for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
    const packages = Object.keys(bundle.inputs).join('\n');
    expect(packages).not.toMatch(
      /credential-provider-(sso|ini|process|web-identity|login)|nested-clients|token-providers/,
    );
  });

  test('copies extra files, and bundles extra modules with what they import', async () => {
    expect(readFileSync(join(bundle.folder, 'extra/words.txt'), 'utf8')).toBe('words');
    const page = await import(pathToFileURL(join(bundle.folder, 'site/page.mjs')).href);
    expect(page.sha256(new Uint8Array())).toHaveLength(32);
  });

  test('is byte for byte the same when it is made again', async () => {
    const first = readFileSync(join(bundle.folder, 'index.mjs'));
    const [again] = await bundleFunctions({
      outDir: join(results, 'again'),
      functions: [{ name: 'probe', entry: join(sources, 'probe.ts') }],
    });
    expect(readFileSync(join(again?.folder ?? '', 'index.mjs')).equals(first)).toBe(true);
  });

  test('is refused for a name that the manifest does not know', async () => {
    await expect(bundleFunctions({ outDir: results, names: ['count-again'] })).rejects.toThrow(
      'no function named count-again',
    );
    expect(existsSync(join(results, 'count-again'))).toBe(false);
  });
});

describe('the bundles of the manifest', () => {
  /**
   * Every station wakes the first on the night; the others serve a few officers, and carry the words of what those can get wrong. The progress
   * also works out which notices wait, with the holidays of twenty years, and stays awake. Through three functions files come in: they speak
   * to the file store and to the key of receipts too.
   */
  const MOST: Readonly<Record<string, number>> = {
    'submit-reports': 350 * 1024,
    'read-progress': 500_000,
    'open-submission': 640_000,
    'commit-submission': 640_000,
    'read-platform': 640_000,
  };
  const mostBytes = (name: string): number => MOST[name] ?? 450_000;

  test('of rehearsals is small, and has the data of its elections beside it', async () => {
    const [bundle] = await bundleFunctions({ outDir: join(results, 'rehearse'), names: ['rehearse'] });
    expect(bundle?.bytes).toBeLessThan(700_000);
    for (const file of ['legco-2012/reports.json', 'legco-2012/election.json', 'rehearsal-2016/lots.json'])
      expect(existsSync(join(bundle?.folder ?? '', file)), file).toBe(true);
  }, 60_000);

  test('of acts are small, that of reports smallest, the AWS client included', async () => {
    const names = MANIFEST.filter(({ trigger }) => trigger.kind === 'http').map(({ name }) => name);
    const bundles = await bundleFunctions({ outDir: join(results, 'manifest'), names });
    expect(bundles.map(({ name }) => name)).toEqual(names);
    for (const { name, bytes, inputs } of bundles) {
      expect(bytes, name).toBeLessThan(mostBytes(name));
      expect(
        Object.keys(inputs).some((path) => path.includes('@aws-sdk/client-dynamodb')),
        name,
      ).toBe(true);
    }
  }, 120_000);
});
