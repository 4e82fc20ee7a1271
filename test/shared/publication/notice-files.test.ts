import { describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { Notice } from '#shared/election/notice.ts';
import { LANGUAGES } from '#shared/election/text.ts';
import { emptyFrontier } from '#shared/ledger/merkle.ts';
import { feedName } from '#shared/publication/paths.ts';
import { publishVersion } from '#shared/publication/publish-version.ts';
import type { Act } from '#shared/recount/act.ts';
import { applyEntry } from '#shared/recount/apply-entry.ts';
import { startFold } from '#shared/recount/election-fold.ts';
import { must } from '#shared/result.ts';
import { csvRows } from '#shared/verification/csv-cells.ts';
import { aDefinition, CLOSES, definitionAct, officersAct } from '../../support/builders.ts';
import { aNotice, aNoticeAct, aResultNotice, without } from '../../support/notices.ts';
import { atomProblems, jsonFeedProblems } from '../../support/strict-feeds.ts';
import { elements, strictXml, textOf } from '../../support/strict-xml.ts';

const FEEDS = LANGUAGES.flatMap((language) => [feedName(language, 'atom'), feedName(language, 'json')]);

const HOSTILE = '</p><script>alert(1)</script>&amp; ]]> \u202e=cmd|" /C calc"!A0 \uffff';

const publish = (
  notices: readonly Notice[],
  definition: ElectionDefinition = aDefinition(),
  acts: readonly Act[] = [],
) => {
  const fold = startFold('legco-2016');
  const batch = (version: number) =>
    applyEntry(fold, {
      type: 'batch',
      election: 'legco-2016',
      version,
      orderedAt: new Date(Date.parse(CLOSES) + version * 60_000).toISOString(),
    });
  batch(1);
  applyEntry(fold, definitionAct(definition));
  applyEntry(fold, { type: 'poll-closed', election: 'legco-2016', pollClosesAt: CLOSES });
  for (const [index, act] of [...acts, ...notices.map((notice) => aNoticeAct(notice))].entries()) {
    batch(index + 2);
    applyEntry(fold, act);
  }
  const published = must(publishVersion({ fold, frontier: emptyFrontier }), 'an election is defined');
  const text = (name: string) =>
    new TextDecoder().decode(
      must(
        published.files.find((file) => file.name === name),
        name,
      ).bytes,
    );
  return { published, text };
};

const DECLARED = officersAct<'declaration'>(
  { type: 'declaration', body: { constituency: 'LC1', outcome: 'elected', elected: ['1a', '2a'] } },
  600,
);

const corrected = () =>
  publish(
    [
      aNotice(),
      aResultNotice(),
      aResultNotice({ number: 2, supersedes: 'c-LC1-1', reason: 'Names in the wrong order.' }),
      aResultNotice({
        number: 2,
        revision: 2,
        supersedes: 'c-LC1-1',
        reason: 'Gazetted.',
        gazette: { number: '5120', date: '2016-09-09' },
      }),
    ],
    aDefinition(),
    [DECLARED],
  );

describe('notices as files', () => {
  test('tell the newest revision, what supersedes what, and when it was due', () => {
    const { notices } = JSON.parse(corrected().text('notices.json'));
    const [first, second] = ['c-LC1-2', 'c-LC1-1'].map((id) =>
      notices.find((one: { id: string }) => one.id === id),
    );
    expect(first).toMatchObject({
      revision: 2,
      supersedes: 'c-LC1-1',
      reason: 'Names in the wrong order.',
      gazette: { number: '5120' },
      gazetteDue: { due: '2016-09-15', trigger: 'declaration', triggerDay: '2016-09-05' },
      gazetteInTime: true,
      revisions: [{ revision: 1 }, { revision: 2, reason: 'Gazetted.' }],
    });
    expect(second).toMatchObject({ supersededBy: 'c-LC1-2', gazette: null, gazetteInTime: null });
    expect(
      first.contents[0].names.map(({ id, number }: { id: string; number: string }) => [id, number]),
    ).toEqual([
      ['1a', '1'],
      ['2a', '2'],
    ]);
  });

  test('name the last day after the election notice told when nominations end', () => {
    const nominated = aResultNotice({
      type: 'N4',
      contents: { nominated: ['1a'] },
      gazette: { number: '4700', date: '2016-08-12' },
    });
    const election = without(
      aNotice({ type: 'N1', contents: { nominationsFrom: '2016-07-16', nominationsUntil: '2016-07-29' } }),
      'constituency',
      'station',
    );
    const dueOf = (notices: readonly Notice[]) =>
      JSON.parse(publish(notices).text('notices.json')).notices.find(
        (one: { type: string }) => one.type === 'N4',
      );
    expect(dueOf([nominated])).toMatchObject({ due: { due: null }, inTime: null });
    const known = dueOf([nominated, election]);
    expect(known).toMatchObject({ due: { due: '2016-08-12' }, inTime: true });
    expect(known.version).toBeGreaterThan(dueOf([nominated]).version);
  });

  test('are a table whose cells no spreadsheet runs', () => {
    const { text } = publish([aNotice({ title: { en: '=1+1', 'zh-Hant': '＝HYPERLINK("x")' } })]);
    const [, row = []] = csvRows(text('notices.csv'));
    expect(row.slice(0, 3)).toEqual(['s-A-1', '1', 'N23']);
    expect(row.slice(8, 10)).toEqual(["'=1+1", '\'＝HYPERLINK("x")']);
  });

  test('without any notice are there all the same, and change with the definition only', () => {
    const { published, text } = publish([]);
    expect(JSON.parse(text('notices.json'))).toMatchObject({ notices: [], version: 1 });
    for (const language of LANGUAGES) {
      expect(atomProblems(text(feedName(language, 'atom')))).toEqual([]);
      expect(jsonFeedProblems(text(feedName(language, 'json')))).toEqual([]);
    }
    expect(FEEDS.every((name) => published.index.files[name] !== undefined)).toBe(true);
  });

  test('keep their addresses while reports come in', () => {
    const paths = ({ published }: ReturnType<typeof publish>) =>
      FEEDS.map((name) => published.index.files[name]?.path);
    expect(paths(publish([aNotice()]))).toEqual(paths(publish([aNotice()], aDefinition(), [])));
  });
});

describe.each(LANGUAGES)('the feeds in %s', (language) => {
  test('are valid, whatever the notices hold', () => {
    const definition = aDefinition({ title: { en: HOSTILE }, test: true });
    const { text } = publish(
      [
        aNotice({
          title: { en: HOSTILE },
          text: { en: `${HOSTILE}\n\n${HOSTILE}\nline`, 'zh-Hant': HOSTILE },
          postedAt: { place: { en: HOSTILE }, at: '2016-09-04T22:31+08:00' },
        }),
        aNotice({ number: 2, supersedes: 's-A-1', reason: HOSTILE }),
      ],
      definition,
    );
    const atom = text(feedName(language, 'atom'));
    expect(atomProblems(atom)).toEqual([]);
    expect(jsonFeedProblems(text(feedName(language, 'json')))).toEqual([]);
    expect(atom).not.toContain('<script');
    expect(atom).not.toContain('\u202e');
    expect(atom).toContain('‹U+202E›');
  });

  test('tell a superseded notice in an updated entry, and its correction in one of its own', () => {
    const feed = strictXml(corrected().text(feedName(language, 'atom')));
    const titles = elements(feed, 'entry').map((entry) => textOf(elements(entry, 'title')[0]));
    const marks = {
      en: ['Correction: ', 'Superseded: '],
      'zh-Hant': ['更正：', '已被取代：'],
      'zh-Hans': ['更正：', '已被取代：'],
    }[language];
    expect(titles[0]).toMatch(new RegExp(`^${marks[0]}`));
    expect(titles[1]).toMatch(new RegExp(`^${marks[1]}`));
    expect(textOf(feed)).toContain('Names in the wrong order.');
    const [correction, superseded] = elements(feed, 'entry').map((entry) =>
      ['published', 'updated'].map((name) => textOf(elements(entry, name)[0])),
    );
    expect((superseded?.[0] ?? '') < (superseded?.[1] ?? '')).toBe(true);
    expect((correction?.[1] ?? '') > (superseded?.[1] ?? '')).toBe(true);
  });

  test('give the same names on every mirror, and say that they are complete', () => {
    const feed = strictXml(corrected().text(feedName(language, 'atom')));
    expect(elements(feed, 'fh:complete')).toHaveLength(1);
    const [link] = elements(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self');
    expect(link?.attributes['href']).toBe(`/data/legco-2016/${feedName(language, 'atom')}`);
  });
});

test('what goes to those concerned only is in no file but as a fact', () => {
  const card = without(aNotice({ type: 'N36' }), 'constituency', 'station', 'text', 'contents');
  const { text } = publish([card]);
  expect(JSON.parse(text('notices.json')).notices[0]).toMatchObject({
    text: null,
    contents: [],
    disclosure: 'fact',
  });
  expect(text('feed.atom')).toContain('That it was given is public, what it says is not.');
});
