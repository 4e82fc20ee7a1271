import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectCapped } from '#functions/inspection/capped.ts';
import { madePdf } from '../../support/made-pdf.ts';

const file = { name: 'leaflet.pdf', bytes: madePdf() };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-returns-capped-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** An inspector that does this instead of looking. */
const inspectorThat = async (name: string, does: string): Promise<URL> => {
  const path = join(folder, `${name}.mjs`);
  const frame = `const frame = (text) => { const b = Buffer.from(text); const l = Buffer.alloc(4); l.writeUInt32BE(b.length); return Buffer.concat([l, b]); };`;
  await writeFile(
    path,
    `import { writeSync } from 'node:fs';\n${frame}\nfor await (const _ of process.stdin);\n${does}\n`,
  );
  return pathToFileURL(path);
};

const REFUSED = { verdict: 'refused', findings: [{ code: 'could-not-be-inspected' }] };

describe('a file is looked into in a process of its own', () => {
  test('and gets the same report as without', async () => {
    const { inspection, previews, usage } = await inspectCapped(file);
    expect(inspection).toMatchObject({
      verdict: 'clean',
      format: 'pdf',
      bytes: file.bytes.length,
      findings: [],
    });
    expect(previews.text).toBe('Vote for list 1');
    expect(
      Buffer.from(previews.png ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(usage.milliseconds).toBeLessThan(20_000);
    expect(usage.peakBytes).toBeLessThan(512_000_000);
  });

  test.each([
    ['says nothing', ''],
    ['dies', 'process.kill(process.pid, "SIGKILL");'],
    ['throws', 'throw new Error("broken");'],
    ['answers nonsense', 'writeSync(3, frame("clean!"));'],
    ['answers half a word', 'writeSync(3, Buffer.from([0, 0, 9]));'],
    [
      'speaks of another file',
      `writeSync(3, frame(JSON.stringify({ sha256: "${'0'.repeat(64)}", bytes: 1, format: "pdf", verdict: "clean", findings: [], accessibility: { language: null, textLayer: null, tagged: null, imagesWithoutText: null, pages: null }, scans: [], inner: [] })));`,
    ],
    ['answers without end', 'const much = Buffer.alloc(1e6, 1); for (;;) writeSync(3, much);'],
  ])('an inspector that %s refuses the file', async (what, does) => {
    const entry = await inspectorThat(what.replaceAll(' ', '-'), does);
    expect((await inspectCapped(file, { entry })).inspection).toMatchObject(REFUSED);
  });

  test('an inspector that hangs is ended in time', async () => {
    const entry = await inspectorThat('hangs', 'for (;;);');
    const { inspection, usage } = await inspectCapped(file, { entry, milliseconds: 1_500 });
    expect(inspection).toMatchObject(REFUSED);
    expect(usage.milliseconds).toBeLessThan(5_000);
  });

  test('an inspector that takes too much memory is ended', async () => {
    const entry = await inspectorThat('grows', 'const kept = []; for (;;) kept.push(Buffer.alloc(5e6, 1));');
    const { inspection, usage } = await inspectCapped(file, { entry, memoryBytes: 200_000_000 });
    expect(inspection).toMatchObject(REFUSED);
    expect(usage.peakBytes).toBeLessThan(512_000_000);
  });

  test('a verdict stands when the drawing after it hangs', async () => {
    const { inspection } = await inspectCapped(file);
    const entry = await inspectorThat(
      'draws',
      `writeSync(3, frame(${JSON.stringify(JSON.stringify(inspection))})); for (;;);`,
    );
    const slow = await inspectCapped(file, { entry, milliseconds: 2_000 });
    expect(slow.inspection).toEqual(inspection);
    expect(slow.previews).toEqual({ png: null, text: null });
  });

  test('an inspector sees nothing of ours, and writes, starts and reaches nothing', async () => {
    const entry = await inspectorThat(
      'tries',
      `const tried = [];
       const attempt = async (name, work) => { try { await work(); tried.push(name); } catch {} };
       await attempt('write', async () => (await import('node:fs')).writeFileSync(${JSON.stringify(join(folder, 'written'))}, 'x'));
       await attempt('read', async () => (await import('node:fs')).readFileSync('/etc/passwd'));
       await attempt('start', async () => { const { spawnSync } = await import('node:child_process'); if (spawnSync('true').error) throw 0; });
       await attempt('eval', async () => new Function('return 1')());
       const names = Object.keys(process.env).filter((name) => name !== 'MALLOC_ARENA_MAX');
       if (tried.length === 0 && names.length === 0) { for (;;); }`,
    );
    // It hangs when all of this failed, and ends at once when anything succeeded.
    const from = performance.now();
    await inspectCapped(file, { entry, milliseconds: 2_500 });
    expect(performance.now() - from).toBeGreaterThan(2_400);
  });

  test('after a crash one more try is made', async () => {
    const { inspection } = await inspectCapped(file);
    // The second try finds what the first one has left behind: the clock, as it may write nothing.
    const until = Date.now() + 1_200;
    const entry = await inspectorThat(
      'crashes-once',
      `const wait = ${until} - Date.now();
       if (wait > 0) { await new Promise((done) => setTimeout(done, wait + 50)); process.exit(1); }
       writeSync(3, frame(${JSON.stringify(JSON.stringify(inspection))}));`,
    );
    expect((await inspectCapped(file, { entry })).inspection).toEqual(inspection);
  });
});
