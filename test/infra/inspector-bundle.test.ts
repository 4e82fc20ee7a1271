import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3ObjectStore } from '#functions/adapters/aws/s3-object-store.ts';
import { s3Quarantine } from '#functions/adapters/aws/s3-quarantine.ts';
import { bundleFunctions } from '#functions/bundle.ts';
import { quarantineBucket, verdictsBucket } from '#functions/local/stores/buckets.ts';
import { previewOf, verdictOn } from '#functions/platform/verdicts.ts';
import { sha256Hex } from '#shared/hash.ts';
import { must } from '#shared/result.ts';
import { post } from '../contracts/posted-form.ts';
import { runningStores, type TestStores } from '../contracts/running-stores.ts';
import { madeImage } from '../support/made-media.ts';
import { madeDocx } from '../support/made-office.ts';
import { madePdf } from '../support/made-pdf.ts';

/** Outside the project, so that no package is found but those that were bundled. */
const results = await mkdtemp(join(tmpdir(), 'open-returns-inspector-'));
let folder: string;
let running: TestStores;

beforeAll(async () => {
  running = await runningStores();
  const [bundle] = await bundleFunctions({ outDir: results, names: ['inspect-upload'] });
  folder = must(bundle, 'bundled').folder;
}, 60_000);
afterAll(async () => {
  await running.end();
  await rm(results, { recursive: true, force: true });
});

const verdicts = () => s3ObjectStore({ client: running.s3, bucket: verdictsBucket });

/** Brings a file as a browser does. */
const bring = async (key: string, bytes: Buffer): Promise<string> => {
  const quarantine = s3Quarantine({ client: running.s3, bucket: quarantineBucket });
  const offer = await quarantine.offer({ key, bytes: bytes.length, sha256: sha256Hex(bytes) });
  expect((await post(offer, bytes)).status).toBe(204);
  return must(await quarantine.head(key), 'arrived').version;
};

/** The function as Lambda has it: its own folder, the settings that the infrastructure gives, and an event. */
const call = async (where: string, objectKey: string, versionId: string): Promise<number> => {
  const { s3Endpoint, credentials } = running.stores;
  const event = {
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    detail: { s3ObjectDetails: { bucketName: quarantineBucket, objectKey, versionId, eTag: 'e' } },
  };
  const program = `const { handler } = await import('./index.mjs'); await handler(${JSON.stringify(event)});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: where,
    env: {
      AWS_REGION: 'ap-east-1',
      AWS_ENDPOINT_URL_S3: s3Endpoint,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      QUARANTINE_BUCKET: quarantineBucket,
      VERDICTS_BUCKET: verdictsBucket,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'close');
  return code;
};

const inspect = async (key: string, bytes: Buffer, where = folder) => {
  const version = await bring(key, bytes);
  const from = performance.now();
  const code = await call(where, key, version);
  return {
    code,
    version,
    seconds: (performance.now() - from) / 1000,
    verdict: await verdictOn({ verdicts: verdicts() }, key),
  };
};

describe('the inspector’s bundle, where nothing else is installed', () => {
  test.each([
    ['pdf', async () => madePdf(), true],
    ['png', () => madeImage('png'), true],
    ['docx', async () => madeDocx(), false],
  ] as const)(
    'reads and draws a %s',
    async (format, made, hasImage) => {
      const bytes = await made();
      const { code, version, verdict } = await inspect(`a-random-name/${format}`, bytes);
      expect(code).toBe(0);
      expect(verdict).toMatchObject({
        version,
        hasImage,
        inspection: { verdict: 'clean', format, sha256: sha256Hex(bytes), findings: [] },
      });
      if (!hasImage) return;
      const picture = await previewOf({ verdicts: verdicts() }, must(verdict, 'written'));
      expect(Buffer.from(must(picture, 'drawn')).subarray(1, 4).toString()).toBe('PNG');
    },
    30_000,
  );

  test('says within 20 seconds that it could not look into a file on which it hangs', async () => {
    const hanging = join(results, 'hanging');
    await cp(folder, hanging, { recursive: true });
    await writeFile(join(hanging, 'inspector.mjs'), 'for (;;);');
    const { code, verdict, seconds } = await inspect('another-name/pdf', madePdf(), hanging);
    expect(code).toBe(0);
    expect(verdict?.inspection).toMatchObject({
      verdict: 'refused',
      findings: [{ code: 'could-not-be-inspected' }],
    });
    expect(seconds).toBeLessThan(20);
  }, 40_000);

  test('cannot read what lies beside its folder: its own settings hold the keys of the function', async () => {
    const curious = join(results, 'curious');
    await cp(folder, curious, { recursive: true });
    await writeFile(
      join(curious, 'inspector.mjs'),
      `import { readFileSync } from 'node:fs';
       const found = ['/proc/self/environ', \`/proc/\${process.ppid}/environ\`, '/etc/passwd', ${JSON.stringify(join(folder, 'index.mjs'))}]
         .filter((path) => { try { readFileSync(path); return true; } catch { return false; } });
       const secrets = Object.keys(process.env).filter((name) => name.startsWith('AWS_'));
       if (found.length + secrets.length > 0) await new Promise((done) => setTimeout(done, 60_000));`,
    );
    // It ends at once when all of it failed; twice, as after any crash.
    const { verdict, seconds } = await inspect('third-name/pdf', madePdf(), curious);
    expect(verdict?.inspection.verdict).toBe('refused');
    expect(seconds).toBeLessThan(10);
  }, 40_000);

  test('holds what it needs there and little else', async () => {
    const packages = await readdir(join(folder, 'node_modules'), { recursive: true });
    expect(packages.filter((path) => path.endsWith('.node')).map((path) => /linux-x64/.test(path))).toEqual([
      true,
      true,
    ]);
    expect(packages.filter((path) => /\.map$|\.d\.ts$/.test(path))).toEqual([]);
  });
});
