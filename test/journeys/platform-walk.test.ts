import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hongKongDayOf } from '#shared/calendar/hong-kong-time.ts';
import { aConstituency, aDefinition, aList, aStation } from '../support/builders.ts';
import { aFiled } from '../support/filings.ts';
import { announcedAs, type LocalFile, platformOf } from '../support/platform-portal.ts';
import { eventually, type PortalProcess, startPortalProcess } from '../support/running-portal.ts';

/** The whole walk of an advertisement over HTTP: account, upload, receipt, inspection, register, removal; verified, and killed in between. */

const ELECTION = 'filing-2016';
const folder = mkdtempSync(join(tmpdir(), 'open-returns-filing-'));
let portal: PortalProcess;
let platform: ReturnType<typeof platformOf>;
let picture: LocalFile;
const text: LocalFile = {
  name: 'Leaflet 單張.txt',
  bytes: new TextEncoder().encode('Vote for list 1. 請投1號。\n'),
};
const macro: LocalFile = {
  name: 'Eicar.txt',
  bytes: new TextEncoder().encode(
    ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  ),
};

const start = async (): Promise<void> => {
  portal = await startPortalProcess(folder);
  platform = platformOf(portal, ELECTION, 'HKI-01');
};

const today = (): string => hongKongDayOf(new Date().toISOString());
const poll = (daysAhead: number, time: string): string =>
  `${hongKongDayOf(new Date(Date.now() + daysAhead * 86_400_000).toISOString())}T${time}:00+08:00`;

const filing = (...files: readonly LocalFile[]) =>
  aFiled({ publishedOn: today(), producedOn: today(), files: files.map(announcedAs) });

beforeAll(async () => {
  picture = {
    name: 'Poster.png',
    bytes: await sharp({ create: { width: 640, height: 480, channels: 3, background: '#336699' } })
      .png()
      .toBuffer(),
  };
  await start();
  const definition = aDefinition({
    id: ELECTION,
    test: true,
    pollOpensAt: poll(30, '07:30'),
    pollClosesAt: poll(30, '22:30'),
    constituencies: [aConstituency({ id: 'LC1', contestants: [aList('1', 2), aList('2', 1)] })],
    stations: [aStation('A')],
  });
  expect((await platform.define(definition)).status).toBe(201);
  expect((await platform.openAccount({ appliedOn: today() })).status).toBe(201);
}, 120_000);

afterAll(async () => {
  await portal?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const ads = async () => (await platform.register()).accounts[0]?.advertisements ?? [];

describe('an advertisement', () => {
  test('is received, inspected and public within moments, and told of by mail and text message', async () => {
    const committed = await platform.submit('first', [filing(picture, text)], [picture, text]);
    expect(committed.status).toBe(201);
    const { reference } = committed.body.receipt;
    const received = await eventually(platform.outbox, (all) => all.length >= 2, 5);
    expect(received.map(({ to }) => Object.keys(to)[0]).sort()).toEqual(['email', 'phone']);
    const [ad] = await eventually(
      ads,
      ([one]) => one?.files.every((file: { state: string }) => file.state === 'public'),
      60,
    );
    expect(ad).toMatchObject({ reference, inTime: true });
    for (const [index, file] of [picture, text].entries()) {
      const answer = await fetch(`${portal.url}${ad.files[index].path}`);
      expect(new URL(answer.url).origin).toBe(portal.files);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(file.bytes));
    }
  }, 90_000);

  test('with a virus is refused by name, and nothing of it is public', async () => {
    await platform.submit('virus', [filing(macro)], [macro]);
    const [ad] = await eventually(ads, (all) => all[0]?.files[0]?.state === 'refused', 60);
    expect(ad.files[0]).toMatchObject({ name: 'Eicar.txt', path: null });
    const wanted = `${portal.files}/${ELECTION}/${ad.reference}/${ad.files[0].sha256}/Eicar.txt`;
    expect((await fetch(wanted)).status).toBe(404);
    const mails = await eventually(
      platform.outbox,
      (all) =>
        all.some(({ kind, text: told }) => kind === 'advertisement-inspected' && told.includes('Eicar.txt')),
      20,
    );
    expect(mails.length).toBeGreaterThan(0);
  }, 90_000);

  test('survives a kill at any moment: received once, inspected once, nothing lost', async () => {
    const files = Array.from(
      { length: 3 },
      (_, n): LocalFile => ({
        name: `Flyer ${n}.txt`,
        bytes: new TextEncoder().encode(`Flyer number ${n}.\n`),
      }),
    );
    for (const [n, file] of files.entries()) {
      await platform.send(`kill-${n}`, [filing(file)], [file]);
      const committing = platform.own('/commits', { submission: `kill-${n}` }).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, 20 * n));
      await portal.kill();
      await committing;
      await start();
      expect((await platform.own('/commits', { submission: `kill-${n}` })).status).toBeLessThan(300);
    }
    const all = await eventually(
      ads,
      (found) =>
        found.length === 5 &&
        found.every((ad: { files: { state: string }[] }) => ad.files[0]?.state !== 'waiting'),
      60,
    );
    expect(new Set(all.map(({ reference }: { reference: string }) => reference)).size).toBe(5);
  }, 180_000);

  test('is removed by two, leaves its stub, and the file is gone', async () => {
    const before = await ads();
    const ad = before.find((one: { files: { name: string }[] }) => one.files[0]?.name === 'Flyer 0.txt');
    const removal = { of: ad.id, by: 'commission', reason: 'It belongs to another election.' };
    expect((await platform.remove('chief-1', removal)).body.state).toBe('waits-for-second');
    expect((await platform.remove('chief-2', removal)).body.state).toBe('removed');
    const find = async () => (await ads()).find((one: { id: string }) => one.id === ad.id);
    const stub = await eventually(find, (one) => one?.removal !== null, 20);
    expect(stub).toMatchObject({ removal: { by: 'commission' }, files: [{ state: 'removed', path: null }] });
    await eventually(
      async () => (await fetch(`${portal.url}${ad.files[0].path}`)).status,
      (status) => status === 404,
      20,
    );
  }, 60_000);

  test('and everything published verifies', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['functions/commands/verify.ts', '--from', join(folder, 'public')],
      { encoding: 'utf8' },
    );
    expect({ status, stderr, stdout }).toMatchObject({ status: 0 });
  }, 60_000);
});
