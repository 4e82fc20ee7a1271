import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { PlatformAccount } from '#shared/advertisements/platform-account.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { Language } from '#shared/election/text.ts';
import { aCandidate, aConstituency, aDefinition, aList, aStation } from './builders.ts';
import { deskAddress } from './desk-browser.ts';
import { anApplication } from './platform-night.ts';
import type { HerePortal } from './use-portal.ts';

const DAY_MS = 86_400_000;

/** An election whose poll is still to come, so that advertisements are filed and corrected today. */
export const advertisedElection = (id: string): ElectionDefinition => {
  const opens = new Date(Date.now() + 21 * DAY_MS).toISOString().slice(0, 10);
  return aDefinition({
    id,
    test: true,
    title: { en: 'Rehearsal of the Central Platform', 'zh-Hant': '中央平台演習', 'zh-Hans': '中央平台演习' },
    pollOpensAt: `${opens}T07:30:00+08:00`,
    pollClosesAt: `${opens}T22:30:00+08:00`,
    constituencies: [
      aConstituency({
        id: 'LC1',
        name: { en: 'Hong Kong Island', 'zh-Hant': '香港島', 'zh-Hans': '香港岛' },
        contestants: [
          aList('1', 1, { name: { en: 'Sample Candidate', 'zh-Hant': '示例候選人' } }),
          aList('2', 1),
        ],
      }),
      aConstituency({
        id: 'FC1',
        kind: 'special_fc',
        system: 'preferential',
        seats: 1,
        name: { en: 'Heung Yee Kuk', 'zh-Hant': '鄉議局' },
        contestants: ['1', '2'].map((one) => aCandidate(one)),
      }),
    ],
    stations: [aStation('A'), aStation('F', { constituency: 'FC1' })],
  });
};

/** A day of Hong Kong as annex II shows it; 0 is today. */
export const shownDay = (days = 0): string => {
  const text = new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
  return text.split('-').toReversed().join('-');
};

export const chiefPuts = async ({ portal }: HerePortal, path: string, body: unknown): Promise<Response> => {
  const response = await fetch(`${portal.url}${path}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${portal.token({ role: 'chief_electoral_officer' })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response;
};

/** Defines the election, opens an account of the platform, and gives somebody a sign-in for it. */
export const openPlatform = async (
  here: HerePortal,
  election: string,
  { id = 'HKI-01', signIn = 'sample-1' }: { readonly id?: string; readonly signIn?: string } = {},
  changes: Partial<PlatformAccount> = {},
): Promise<void> => {
  await chiefPuts(here, `/api/elections/${election}/platform/${id}`, {
    ...anApplication({ id, name: { en: 'Sample Candidate', 'zh-Hant': '示例候選人' }, ...changes }),
    appliedOn: new Date(Date.now() - 2 * DAY_MS).toISOString().slice(0, 10),
  });
  await chiefPuts(here, `/api/accounts/${signIn}`, {
    id: signIn,
    name: 'Agent of the sample candidate',
    role: 'candidate',
    elections: [election],
    constituencies: [],
    stations: [],
    platforms: [id],
    email: 'agent@example.hk',
    active: true,
    revision: 1,
  });
};

/** Chooses this sign-in on the local sign-in page that is shown. */
export const chooseCandidate = async (page: Page, signIn: string, election: string): Promise<void> => {
  await page.waitForURL(/\/oauth2\/authorize/);
  const here = new URL(page.url());
  here.searchParams.set('election', election);
  await page.goto(here.href);
  await page.locator(`button[name=account][value="${signIn}"]`).first().click();
};

/** Signs in as a candidate over the real sign-in page; resolves once the own submissions are shown. */
export const signInAsCandidate = async (
  context: BrowserContext,
  url: string,
  { election, signIn = 'sample-1' }: { readonly election: string; readonly signIn?: string },
  language: Language = 'en',
): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(deskAddress(url, '#/', language));
  await page.locator('main .buttons button').first().click();
  await chooseCandidate(page, signIn, election);
  await page.waitForURL(/\/desk\//);
  await page.locator('.who').waitFor();
  return page;
};

/** A whole PDF that says these words: one page, a text layer. */
export const aPdf = (text: string): Buffer => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length + 35} >>\nstream\nBT /F1 24 Tf 72 720 Td (${text}) Tj ET \nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  body += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
};

/** An uncompressed picture of about so many million bytes: noise, so that it is as large as it looks. */
export const aTiff = (width: number, height: number): Buffer => {
  const pixels = randomBytes(width * height);
  const entries: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 4, height],
    [279, 4, pixels.length],
  ];
  const head = Buffer.alloc(8);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8 + pixels.length, 4);
  const directory = Buffer.alloc(2 + 12 * entries.length + 4);
  directory.writeUInt16LE(entries.length, 0);
  for (const [index, [tag, type, value]] of entries.entries()) {
    const at = 2 + 12 * index;
    directory.writeUInt16LE(tag, at);
    directory.writeUInt16LE(type, at + 2);
    directory.writeUInt32LE(1, at + 4);
    if (type === 3) directory.writeUInt16LE(value, at + 8);
    else directory.writeUInt32LE(value, at + 8);
  }
  return Buffer.concat([head, pixels, directory]);
};

/** What was sent to candidates, the newest last. */
export const outboxOf = ({ folder }: HerePortal): readonly string[] =>
  readdirSync(join(folder, 'outbox'))
    .sort()
    .map((name) => readFileSync(join(folder, 'outbox', name), 'utf8'));
