import { randomFillSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Message } from '#functions/ports.ts';
import { hongKongDayOf } from '#shared/calendar/hong-kong-time.ts';
import { aConstituency, aDefinition, aList, aStation } from '../support/builders.ts';
import { aFiled } from '../support/filings.ts';
import { madePdf, pdfStream } from '../support/made-pdf.ts';
import { announcedAs, type LocalFile, platformOf } from '../support/platform-portal.ts';
import { type PortalProcess, startPortalProcess } from '../support/running-portal.ts';
import { builtSite } from './counted-night.ts';
import { type Figure, only, percentile } from './measure.ts';

const ELECTION = 'filings-2016';
/** 200 candidates in ten minutes, for two minutes; all of them with CANDIDATES=200. */
const CANDIDATES = Number(process.env['CANDIDATES'] ?? 40);
const EVERY_MS = 3000;

const day = (ahead: number): string => hongKongDayOf(new Date(Date.now() + ahead * 86_400_000).toISOString());
const accountOf = (index: number): string => `HKI-${String(index + 1).padStart(2, '0')}`;

const noisy = (width: number, height: number) =>
  sharp(randomFillSync(Buffer.alloc(width * height * 3)), { raw: { width, height, channels: 3 } });

/** A drawing, a photograph and a leaflet of about 5 MB each; nothing of them can be compressed. */
const filesOfFiveMegabytes = async (): Promise<readonly LocalFile[]> => [
  { name: 'Poster.png', bytes: await noisy(1400, 1200).png().toBuffer() },
  { name: 'Banner.jpg', bytes: await noisy(2600, 2000).jpeg({ quality: 80 }).toBuffer() },
  {
    name: 'Leaflet.pdf',
    bytes: madePdf({
      objects: [
        pdfStream(
          '/Type /XObject /Subtype /Image /Width 1400 /Height 1200 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
          randomFillSync(Buffer.alloc(1400 * 1200 * 3)).toString('latin1'),
        ),
      ],
      page: '/Resources << /XObject << /I 4 0 R >> >>',
      content: 'q 500 0 0 500 0 0 cm /I Do Q',
    }),
  },
];

const definition = () =>
  aDefinition({
    id: ELECTION,
    test: true,
    pollOpensAt: `${day(30)}T07:30:00+08:00`,
    pollClosesAt: `${day(30)}T22:30:00+08:00`,
    constituencies: [
      aConstituency({
        id: 'LC1',
        contestants: Array.from({ length: CANDIDATES }, (_, index) => aList(String(index + 1), 1)),
      }),
    ],
    stations: [aStation('A')],
  });

/** Looks once a second: whoever measures should not be what is measured. */
const found = async <T>(look: () => Promise<T | null>): Promise<T> => {
  for (;;) {
    const one = await look().catch(() => null);
    if (one !== null) return one;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
};

/** When each submission was received, told of by mail, and public with every file, in milliseconds since 1970. */
interface Seen {
  readonly receivedAt: number;
  readonly toldAt: number;
  readonly publicAt: number;
}

const submitOne = async (
  portal: PortalProcess,
  index: number,
  files: readonly LocalFile[],
): Promise<Seen> => {
  const platform = platformOf(portal, ELECTION, accountOf(index));
  const filed = aFiled({ publishedOn: day(0), producedOn: day(0), files: files.map(announcedAs) });
  const { body } = await platform.submit('only', [filed], files);
  const { reference, receivedAt } = body.receipt;
  const sentAt = await found(async () => {
    const all = (await platform.outbox()) as readonly (Message & { readonly sentAt: string })[];
    return all.find(({ to, text }) => 'email' in to && text.includes(reference))?.sentAt ?? null;
  });
  const isPublic = async (): Promise<boolean> => {
    const { accounts } = await platform.register();
    const own = accounts.find(({ account }: { account: string }) => account === accountOf(index));
    const all: readonly { state: string }[] = own?.advertisements[0]?.files ?? [];
    return all.length === files.length && all.every(({ state }) => state === 'public');
  };
  await found(async () => ((await isPublic()) ? true : null));
  return { receivedAt: Date.parse(receivedAt), toldAt: Date.parse(sentAt), publicAt: Date.now() };
};

const seconds = (seen: readonly Seen[], until: (one: Seen) => number) =>
  seen.map((one) => (until(one) - one.receivedAt) / 1000);

const figure = (name: string, values: readonly number[], target: number): Figure => ({
  name,
  unit: 's',
  measured: {
    median: percentile(values, 0.5),
    least: Math.min(...values),
    most: Math.max(...values),
  },
  target: { relation: '≤', value: target },
  yardstick: null,
});

/** Candidates who all file within minutes: receipts and register, over HTTP against a portal in a process of its own. */
export const filings = async (): Promise<readonly Figure[]> => {
  await builtSite();
  const folder = await mkdtemp(join(tmpdir(), 'open-returns-filings-'));
  const portal = await startPortalProcess(folder);
  try {
    const chief = platformOf(portal, ELECTION, accountOf(0));
    await chief.define(definition());
    for (let index = 0; index < CANDIDATES; index += 1) {
      const platform = platformOf(portal, ELECTION, accountOf(index));
      await platform.openAccount({ contestant: String(index + 1), appliedOn: day(-1) });
    }
    const files = await filesOfFiveMegabytes();
    const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / files.length / 1e6;
    const running: Promise<Seen>[] = [];
    for (let index = 0; index < CANDIDATES; index += 1) {
      running.push(submitOne(portal, index, files));
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    const seen = await Promise.all(running);
    return [
      figure(
        `receipt after the last byte, ${CANDIDATES} candidates with ${files.length} files of ${megabytes.toFixed(1)} MB, one every ${EVERY_MS / 1000} s`,
        seconds(seen, ({ toldAt }) => toldAt),
        5,
      ),
      figure(
        'inspected and public after the last byte',
        seconds(seen, ({ publicAt }) => publicAt),
        60,
      ),
      {
        ...figure('submissions lost', [CANDIDATES - seen.length], 0),
        measured: only(CANDIDATES - seen.length),
      },
    ];
  } finally {
    await portal.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
