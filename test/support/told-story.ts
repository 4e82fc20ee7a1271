import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { LANGUAGES, type Language, languagePath } from '#shared/election/text.ts';
import type { ConstituencyResult, LatestPointer } from '#shared/recount/results.ts';
import { aCandidate, aConstituency, aDefinition, aList, aStation } from './builders.ts';
import { publishedIndex, publishedKey } from './public-index.ts';
import { eventually, type PortalProcess } from './running-portal.ts';
import { atomProblems } from './strict-feeds.ts';

/** One night in which everything happens that can, and what the public must read of it afterwards. */

const HOUR_MS = 3_600_000;
const HOSTILE = '</script><img src=x onerror=alert(1)>';

export const instant = (fromNowMs: number): string => new Date(Date.now() + fromNowMs).toISOString();

const named = (en: string, hant: string, hans: string) => ({ en, 'zh-Hant': hant, 'zh-Hans': hans });

/** What officers say in it, with marks that a page must show as marks. */
export const SAID = {
  explanation: `six papers of another box ${HOSTILE}`,
  correction: `digits swapped ${HOSTILE}`,
  town: named('Town Hall', '大會堂', '大会堂'),
  move: 'The power failed.',
} as const;

export const candidateName = (id: string, language: Language): string =>
  ({ en: `Candidate ${id}`, 'zh-Hant': `候選人${id}`, 'zh-Hans': `候选人${id}` })[language];

const nameOf = (id: string) =>
  named(candidateName(id, 'en'), candidateName(id, 'zh-Hant'), candidateName(id, 'zh-Hans'));

const list = (number: string) => {
  const { candidates = [], ...of } = aList(number, 2);
  const names = candidates.map((candidate) => ({ ...candidate, name: nameOf(candidate.id) }));
  return { ...of, name: named(`List ${number}`, `名單${number}`, `名单${number}`), candidates: names };
};

/** Two seats for three lists counted at two stations; one seat for three candidates counted at the centre. */
export const toldElection = (id: string): ElectionDefinition =>
  aDefinition({
    id,
    title: named('Told night', '述說之夜', '述说之夜'),
    test: true,
    entry: 'double',
    pollOpensAt: instant(-16 * HOUR_MS),
    pollClosesAt: instant(-HOUR_MS),
    constituencies: [
      aConstituency({
        name: named('Hong Kong Island', '香港島', '香港岛'),
        contestants: ['1', '2', '3'].map(list),
      }),
      aConstituency({
        id: 'FC1',
        kind: 'ordinary_fc',
        system: 'first_past_the_post',
        seats: 1,
        name: named('Education', '教育界', '教育界'),
        contestants: ['1', '2', '3'].map((one) => aCandidate(one, { name: nameOf(one) })),
      }),
    ],
    stations: [
      aStation('A', { name: named('Station A', '票站A', '票站A') }),
      aStation('B', { name: named('Station B', '票站B', '票站B') }),
      aStation('CCS', { kind: 'central_counting', name: named('Central', '中央', '中央') }),
      aStation('CCS-FC1', {
        kind: 'central_counting',
        constituency: 'FC1',
        name: named('Central', '中央', '中央'),
      }),
    ],
  });

/** What anybody reads of an election, without signing in. */
export const readerOf = ({ url }: PortalProcess, election: string) => {
  const text = async (path: string): Promise<string> => {
    const response = await fetch(`${url}${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  };
  const pointer = async () => JSON.parse(await text(`/data/${election}/latest.json`)) as LatestPointer;
  const constituency = async (id: string) => {
    const read = (key: string) => text(`/${key}`);
    const key = await publishedKey(read, election, `constituencies/${id}.json`);
    return JSON.parse(await read(key)) as ConstituencyResult;
  };
  const page = (language: Language, path: string, says: string): Promise<string> =>
    eventually(
      () => text(`/${languagePath(language)}/${election}/${path}`),
      (html) => html.includes(says),
      // Station pages are baked in a pause, and a busy machine has few.
      120,
    );
  return { election, text, pointer, constituency, page };
};

export type Reader = ReturnType<typeof readerOf>;

const filesTellIt = async ({ constituency }: Reader): Promise<void> => {
  const result = await eventually(
    () => constituency('LC1'),
    ({ status }) => status === 'corrected',
  );
  expect(result).toMatchObject({
    declaration: { outcome: 'elected', elected: ['1a', '3b'] },
    recounts: [{ scope: 'constituency', decision: 'allowed' }],
    events: [{ candidate: '3a', event: 'died', stage: 'after_close' }],
    relocations: [{ station: 'B', to: SAID.town }],
  });
  const [a] = result.stations;
  expect(a?.flags).toMatchObject([{ code: 'A4', explanation: SAID.explanation }]);
  expect(result.contestants.map(({ votes }) => votes)).toEqual([61, 38, 41]);
  const lots = await constituency('FC1');
  expect(lots.declaration).toMatchObject({ outcome: 'elected', elected: ['2'] });
  expect(lots.lots.rounds).toMatchObject([{ redraw: ['1', '2'] }, { elected: ['2'] }]);
};

const pagesTellIt = async ({ page }: Reader, language: Language): Promise<void> => {
  await page(language, 'constituencies/LC1/', candidateName('3b', language));
  await page(language, 'constituencies/FC1/how/', 'class="ball">9');
  await page(language, 'stations/B/', SAID.town[language]);
  await page(language, 'stations/B/', 'digits swapped &lt;/script&gt;');
  await page(language, 'stations/A/', 'six papers of another box &lt;/script&gt;');
  await page(language, 'notices/', 'c-LC1-2');
  await page(language, 'notices/c-LC1-1/', 'c-LC1-2');
};

const feedsTellIt = async ({ election, text }: Reader): Promise<void> => {
  for (const feed of ['feed.atom', 'feed.zh-hant.atom', 'feed.zh-hans.atom', 'feed.json']) {
    const said = await text(`/data/${election}/${feed}`);
    if (feed.endsWith('.atom')) expect(atomProblems(said)).toEqual([]);
    expect(said).toContain('c-LC1-2');
  }
};

/** Files, pages of these languages, notices and feeds tell the same story. */
export const tellsOneStory = async (
  reader: Reader,
  languages: readonly Language[] = LANGUAGES,
): Promise<void> => {
  await filesTellIt(reader);
  for (const language of languages) await pagesTellIt(reader, language);
  await feedsTellIt(reader);
};

/** Everything public that could name an officer by mistake, and the addresses of what does. */
export const whereItSays = async ({ election, text, pointer }: Reader, secret: string) => {
  const latest = await pointer();
  const index = await publishedIndex((key) => text(`/${key}`), election);
  const paths = [
    ...Object.values(index.files).map(({ path }) => path),
    `/data/${election}/log/tile/entries/000.p/${latest.size}`,
    `/en/${election}/constituencies/LC1/`,
    `/en/${election}/stations/A/`,
    `/data/${election}/feed.json`,
  ];
  const said = await Promise.all(
    paths.map((path) =>
      eventually(
        () => text(path),
        (found) => found !== '',
      ),
    ),
  );
  expect(said.some((one) => one.includes('presiding_officer'))).toBe(true);
  return paths.filter((_, index) => said[index]?.includes(secret));
};

/** The command that anybody can run, over HTTP: its exit code and what it says. */
export const verify = async ({ url }: PortalProcess, stateFile: string) => {
  const command = join(process.cwd(), 'functions', 'commands', 'verify.ts');
  const child = spawn(process.execPath, [command, '--from', url, '--state', stateFile], { stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said };
};
