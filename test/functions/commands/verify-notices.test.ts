import { beforeAll, describe, expect, test } from 'vitest';
import type { Notice } from '#shared/election/notice.ts';
import { LANGUAGES } from '#shared/election/text.ts';
import { FIXED_FILES, feedName } from '#shared/publication/paths.ts';
import { aResultNotice } from '../../support/notices.ts';
import { publishedKey } from '../../support/public-index.ts';
import { type Files, publishNight } from './verify-fixture.ts';
import { data, latestPath, textAt, utf8, verify, withFile } from './verify-forging.ts';

/** After each: the night, a result posted, its correction. */
const published: Files[] = [];

const notice = (changes: Partial<Notice> = {}) => ({
  type: 'notice',
  role: 'returning_officer',
  body: aResultNotice({ constituency: 'FC1', contents: { elected: ['2'] }, ...changes }),
});

beforeAll(async () => {
  const { world, files } = await publishNight();
  published.push(files);
  const acts = [notice(), notice({ number: 2, supersedes: 'c-FC1-1', reason: 'Misprinted.' })];
  for (const act of acts) {
    await world.act(act);
    await world.publish();
    published.push(await world.files());
  }
});

const at = (index: number): Files => published[index] ?? new Map();
const feed = `${data}/feed.atom`;
const FEEDS = LANGUAGES.flatMap((language) => [feedName(language, 'atom'), feedName(language, 'json')]);

describe('notices in public', () => {
  test('follow from the ledger byte for byte, feeds at their fixed addresses too', async () => {
    for (const files of published) expect((await verify(files)).findings).toEqual([]);
    for (const name of FEEDS) expect(at(2).has(`${data}/${name}`)).toBe(true);
    expect(textAt(at(2), feed)).toContain('Correction: ');
  });

  test('have beside them no feed of a register that the election does not have', async () => {
    const path = `${data}/advertisements-feed.atom`;
    expect(at(2).has(path)).toBe(false);
    expect((await verify(withFile(at(2), path, utf8('<feed/>')))).findings).toMatchObject([
      { kind: 'unaccounted', path },
    ]);
  });

  test('that were changed are named with the first difference', async () => {
    const forged = utf8(textAt(at(2), feed).replace('Misprinted', 'Cancelled!'));
    expect((await verify(withFile(at(2), feed, forged))).findings).toMatchObject([
      { kind: 'differs', path: feed },
    ]);
    const read = async (key: string) => textAt(at(2), key);
    const path = `/${await publishedKey(read, data.slice('data/'.length), 'notices.json')}`;
    const text = textAt(at(2), path.slice(1)).replace('"supersededBy":"c-FC1-2"', '"supersededBy":"c-FC1-9"');
    const { findings } = await verify(withFile(at(2), path.slice(1), utf8(text)));
    expect(findings).toMatchObject([{ kind: 'differs', path: path.slice(1) }]);
    expect(findings[0]?.message).toContain('supersededBy');
  });

  test('that are missing at their fixed address are missed', async () => {
    expect((await verify(withFile(at(2), feed, null))).findings).toMatchObject([
      { kind: 'missing', path: feed },
    ]);
  });

  test('that went back to an earlier version differ; with the pointer they were rolled back', async () => {
    const old = withFile(at(2), feed, at(1).get(feed) ?? null);
    expect((await verify(old)).findings).toMatchObject([{ kind: 'differs', path: feed }]);
    const all = [latestPath, ...FIXED_FILES.map((name) => `${data}/${name}`)].filter((path) =>
      at(2).has(path),
    );
    const back = all.reduce((files, path) => withFile(files, path, at(1).get(path) ?? null), at(2));
    const { findings } = await verify(back);
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['rolled-back']));
    expect(findings.map(({ path }) => path)).toContain(feed);
  });
});
