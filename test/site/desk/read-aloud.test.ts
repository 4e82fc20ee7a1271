import { describe, expect, test } from 'vitest';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import { type ReadFacts, readFacts } from '../../../site/desk/acts/declaration/read-facts.ts';
import { loadWords } from '../../../site/desk/words/load.ts';
import { plain } from '../../../site/words/phrase.ts';

const name = (en: string, han: string) => ({ en, 'zh-Hant': han, 'zh-Hans': han });
const chan = { number: '2', name: name('Chan', '陳'), affiliation: null, votes: 1200 };
const lee = { number: '4', name: name('Lee', '李'), affiliation: null, votes: 900 };

const facts = (changes: Partial<ReadFacts> = {}): ReadFacts => ({
  election: name('General Election', '換屆選舉'),
  constituency: name('Harbour', '海港'),
  kind: 'geographical',
  system: 'list_pr',
  seats: 2,
  outcome: 'elected',
  elected: [
    { ...chan, by: 'quota' },
    { ...lee, by: 'lots' },
  ],
  replaced: [],
  unfilled: 0,
  valid: 2400,
  quota: '1200',
  rounds: 0,
  lastRoundPapers: null,
  reason: null,
  ...changes,
});

const read = async (language: Language, changes: Partial<ReadFacts> = {}): Promise<readonly string[]> => {
  const { acts } = await loadWords(language);
  return acts.declaration.read(facts(changes)).map(plain);
};

describe('the words to read aloud', () => {
  test('name the elected in the order of their seats, with votes, quota and lots, in each language', async () => {
    expect(await read('en')).toEqual([
      'I am the Returning Officer for the geographical constituency of Harbour. This is the result of General Election.',
      '2,400 valid votes were counted for 2 seats. The quota is 1,200 votes.',
      '1. Chan, list number 2, list with 1,200 votes, by the quota.',
      '2. Lee, list number 4, list with 900 votes, by lots.',
      'I declare that Chan and Lee are duly elected for the geographical constituency of Harbour.',
    ]);
    expect(await read('zh-Hant')).toEqual([
      '本人是海港地方選區的選舉主任，現宣讀換屆選舉的結果。',
      '有效票2,400張，分配2個議席。選票基數為1,200票。',
      '1. 陳，名單2，名單得票1,200張，以選票基數取得議席。',
      '2. 李，名單4，名單得票900張，以抽籤取得議席。',
      '本人宣布，陳和李於海港地方選區正式當選。',
    ]);
    expect((await read('zh-Hans')).at(-1)).toBe('本人宣布，陳和李在海港地方选区正式当选。');
  });

  test('say the rounds of a ranked count, and one elected in the singular', async () => {
    const ranked = {
      kind: 'special_fc',
      system: 'preferential',
      seats: 1,
      quota: null,
      rounds: 3,
      lastRoundPapers: 700,
      elected: [{ ...chan, votes: 400, by: 'majority' }],
    } as const;
    const words = await read('en', ranked);
    expect(words[1]).toBe('2,400 valid papers were counted in 3 rounds. 700 papers were in the last round.');
    expect(words[2]).toBe(
      '1. Chan, candidate number 2, 400 papers in the last round, by an absolute majority.',
    );
    expect(words[3]).toBe('I declare that Chan is duly elected for the functional constituency of Harbour.');
    expect((await read('zh-Hant', ranked))[1]).toBe('有效選票2,400張，點算3輪。最後一輪點算700張。');
  });

  test.each(LANGUAGES)(
    'in %s fit every voting system, and say nobody is a member after a poll of opinion',
    async (language) => {
      for (const system of [
        'list_pr',
        'preferential',
        'first_past_the_post',
        'net_support',
        'nomination',
      ] as const) {
        const words = await read(language, { system });
        expect(words.length).toBeGreaterThan(3);
        expect(words.join(' ')).not.toMatch(/undefined|null|NaN/);
        const elects = /duly elected|正式當選|正式当选/.test(words.join(' '));
        expect(elects).toBe(system !== 'net_support' && system !== 'nomination');
      }
    },
  );

  test('say who replaces whom after a death, what stays unfilled, and that no poll was needed', async () => {
    const replaced = [{ number: '2', gone: name('Ho', '何'), event: 'died', by: name('Chan', '陳') }];
    expect((await read('en', { replaced }))[4]).toBe(
      'Ho (list number 2) won a seat and died after the close of poll. Chan, the next name of the same list, is elected instead.',
    );
    const nobody = [{ number: '2', gone: name('Ho', '何'), event: 'disqualified', by: null }];
    const partly = await read('zh-Hant', { replaced: nobody, unfilled: 1 });
    expect(partly[4]).toBe('何（2號）取得議席，但於投票結束後喪失資格。無人補上。');
    expect(partly.at(-1)).toBe('尚有1個議席無人填補，選舉在此範圍內未能完成。');
    expect((await read('en', { outcome: 'uncontested' }))[1]).toBe(
      'No more candidates stand than there are seats (2 seats). No poll is needed.',
    );
  });

  test('of a failed or terminated election name nobody and give the reason', async () => {
    for (const outcome of ['failed', 'terminated'] as const) {
      for (const language of LANGUAGES) {
        const words = (await read(language, { outcome, elected: [], reason: 'WHY' })).join(' ');
        expect(words).toContain('WHY');
        expect(words).not.toMatch(/duly elected|正式當選|正式当选/);
      }
    }
    expect((await read('zh-Hans', { outcome: 'terminated', elected: [] }))[0]).toBe(
      '本人是海港地方选区的选举主任，现宣布換屆選舉在海港地方选区的选举程序终止。',
    );
  });
});

describe('the facts of a declaration', () => {
  const candidate = (id: string) => ({ id, name: { en: id }, elected: false });
  const view = {
    sheet: {
      election: { title: { en: 'E' } },
      constituency: { name: { en: 'C' }, kind: 'geographical', system: 'list_pr', seats: 2 },
    },
    public: { status: 'all', valid: 20, quota: '10' },
    ready: { outcome: 'elected', elected: ['1b', '2a'], unfilled: 0 },
    rounds: [],
    events: [{ candidate: '1a', event: 'died', satisfiedAt: '', stage: 'after_close', entry: 3 }],
    seatOrder: [
      { seat: 1, contestant: '2', candidate: '2a', by: 'quota', figure: null },
      { seat: 2, contestant: '1', candidate: '1b', by: 'remainder', figure: '9' },
    ],
    contestants: [
      {
        id: '1',
        number: '1',
        name: { en: 'L1' },
        votes: 9,
        seats: 1,
        candidates: ['1a', '1b'].map(candidate),
      },
      { id: '2', number: '2', name: { en: 'L2' }, votes: 11, seats: 1, candidates: ['2a'].map(candidate) },
    ],
  } as unknown as ProgressView;

  test('follow the order of the seats, and find who was replaced', () => {
    const found = readFacts(view, { outcome: 'elected', elected: ['1b', '2a'] });
    expect(found.elected.map(({ name: of, by }) => [of.en, by])).toEqual([
      ['2a', 'quota'],
      ['1b', 'remainder'],
    ]);
    expect(found.replaced).toEqual([{ number: '1', gone: { en: '1a' }, event: 'died', by: { en: '1b' } }]);
    expect(readFacts(view, { outcome: 'terminated', elected: [] }).replaced).toEqual([]);
  });
});
