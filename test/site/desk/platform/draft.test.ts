import { describe, expect, test } from 'vitest';
import { SubmissionItem } from '#shared/advertisements/submission.ts';
import { contentHash } from '#shared/hash.ts';
import {
  addItem,
  type Draft,
  draftOfSubmission,
  type ItemKind,
  isUntouched,
  removeItem,
  startDraft,
  submissionId,
  type Use,
} from '../../../../site/desk/platform/draft/draft.ts';
import { draftFromSubmission } from '../../../../site/desk/platform/draft/from-submission.ts';
import { isComplete } from '../../../../site/desk/platform/draft/is-complete.ts';
import { earlierMakers } from '../../../../site/desk/platform/draft/makers.ts';
import { readShownDay } from '../../../../site/desk/platform/draft/read-shown-day.ts';
import { itemsOf } from '../../../../site/desk/platform/draft/submission-of.ts';
import type { Platform } from '../../../../site/desk/platform/platform-answers.ts';
import { entryOf } from '../../../../site/desk/platform/receipt/ledger-entry.ts';
import { minutesLeft } from '../../../../site/desk/platform/submit/DeadlineLine.tsx';
import { aFile, anAdvertisement } from '../../../support/filings.ts';

const draftOf = (
  kind: ItemKind,
  values: Readonly<Record<string, string>>,
  files: readonly (readonly [Use, string])[] = [],
  about = {},
): Draft => ({
  ...addItem(startDraft('d1'), kind, about),
  values: Object.fromEntries(Object.entries(values).map(([name, value]) => [`a1.${name}`, value])),
  files: files.map(([use, name], index) => ({ key: `f${index}`, item: 'a1', use, ...aFile(name) })),
});

describe('a draft', () => {
  test('says just what was typed, and nothing of a particular that does not apply', () => {
    const values = {
      kind: 'post',
      'adType-zh': '帖文',
      publishedOn: '14-08-2016',
      size: 'A4',
      'manner-en': 'On the page of the list',
      realTime: 'yes',
      links: 'https://example.hk/1\n https://example.hk/2 ',
      joints: '2',
      'joint-0': 'FC1',
      'joint-0-name-en': 'Lee',
      'joint-1': 'FC1',
    };
    expect(itemsOf(draftOf('advertisement', values))).toEqual([
      {
        kind: 'advertisement',
        advertisement: {
          medium: 'online',
          adType: { 'zh-Hant': '帖文' },
          publishedOn: '2016-08-14',
          manner: { en: 'On the page of the list' },
          files: [],
          realTime: true,
          links: ['https://example.hk/1', 'https://example.hk/2'],
          jointWith: [{ constituency: 'FC1', name: { en: 'Lee' } }],
        },
      },
    ]);
  });

  test('gives no links where a copy can be made', () => {
    const values = { kind: 'post', 'adType-en': 'Post', publishedOn: '2016-08-14', links: 'https://a.hk/' };
    const draft = draftOf('advertisement', { ...values, realTime: 'no' });
    expect(JSON.stringify(itemsOf(draft))).not.toContain('https:');
    expect(isComplete(draft)).toBe(false);
  });

  test.each<readonly [ItemKind, Readonly<Record<string, string>>, Use, object]>([
    [
      'correction',
      { copiesPublished: '900', reason: 'Counted anew.' },
      'number-added',
      { of: 'HKI-01-0001-1' },
    ],
    ['revocation', { revokedOn: '17-08-2016' }, 'notice', { of: 'HKI-01-0001-1-c1' }],
    ['printing-declaration', {}, 'declaration', { of: 'HKI-01-0001-1' }],
    ['replacement', {}, 'replacement', { of: 'HKI-01-0001-1', refused: aFile('Old.pdf').sha256 }],
  ])('of a %s is whole with its file, and comes back from what was announced', (kind, values, use, about) => {
    const draft = draftOf(kind, values, [[use, 'File.pdf']], about);
    const items = itemsOf(draft);
    expect(items.map((item) => SubmissionItem.safeParse(item).success)).toEqual([true]);
    expect(isComplete(draft)).toBe(true);
    expect(isComplete({ ...draft, values: {}, files: [] })).toBe(false);
    const again = draftFromSubmission({ id: 'd1.3', items });
    expect(itemsOf(again)).toEqual(items);
    expect(again).toMatchObject({ id: 'd1', revision: 3, announced: contentHash(items) });
  });

  test('of an advertisement comes back from what was announced, whatever it holds', () => {
    const advertisement = anAdvertisement({
      permissions: [aFile('Permission.pdf')],
      consents: [{ file: aFile('Consent.pdf'), capacity: 'personal' }],
      jointWith: [{ constituency: 'LC1', name: { en: 'Lee' } }],
      inWords: { en: 'A picture of the harbour.' },
    });
    const items: SubmissionItem[] = [{ kind: 'advertisement', advertisement }];
    expect(itemsOf(draftFromSubmission({ id: 'd1.1', items }))).toEqual(items);
  });

  test('loses an item with everything that belongs to it', () => {
    const two = addItem(draftOf('advertisement', { size: 'A4' }, [['copy', 'A.pdf']]), 'advertisement');
    expect(two.items.map(({ key }) => key)).toEqual(['a1', 'a2']);
    const one = removeItem(two, 'a1');
    expect(one).toMatchObject({ items: [{ key: 'a2' }], files: [], values: {} });
    expect(isUntouched(one)).toBe(true);
  });

  test('has one name on every device, with a number for each state', () => {
    expect(draftOfSubmission(submissionId({ id: '4f.2', revision: 12 }))).toBe('4f.2');
  });
});

describe('days', () => {
  test.each([
    ['14-08-2016', '2016-08-14'],
    ['4/8/2016', '2016-08-04'],
    ['2016-08-14', '2016-08-14'],
    ['２０１６年８月１４日', '2016-08-14'],
    ['31-06-2016', null],
    ['soon', null],
  ])('%s is read as %s', (typed, day) => {
    expect(readShownDay(typed)).toBe(day);
  });

  test('are over at midnight in Hong Kong', () => {
    expect(minutesLeft('2016-08-15', Date.parse('2016-08-15T23:58:30+08:00'))).toBe(1);
    expect(minutesLeft('2016-08-15', Date.parse('2016-08-16T00:00:01+08:00'))).toBe(-1);
  });
});

const platformWith = (changes: object): Platform =>
  ({
    account: { id: 'HKI-01' },
    register: null,
    receipts: [],
    openings: [],
    ...changes,
  }) as unknown as Platform;

describe('an account', () => {
  test('offers each printer once, of earlier submissions and of this one', () => {
    const draft = draftOf('advertisement', { 'producer-en': 'AA Printing Company', 'address-en': 'Address' });
    const ad = {
      producerOrPrinterName: { en: 'AA Printing Company' },
      producerOrPrinterAddress: { en: 'Address' },
    };
    const makers = earlierMakers(platformWith({ register: { advertisements: [ad, ad, {}] } }), draft);
    expect(makers.map(({ label }) => label)).toEqual(['AA Printing Company · Address']);
    expect(makers[0]?.values).toMatchObject({ 'producer-en': 'AA Printing Company', 'producer-zh': '' });
  });
});

describe('the ledger entry of a reference', () => {
  test('is found wherever it stands, and not before it is ordered', () => {
    const published = {
      accounts: [
        { advertisements: [{ reference: 'EA-1', entry: 5, corrections: [{ reference: 'EA-2', entry: 9 }] }] },
      ],
    };
    expect(['EA-1', 'EA-2', 'EA-3'].map((one) => entryOf(published, one))).toEqual([5, 9, null]);
    expect(entryOf({ reference: 'EA-1', entry: null }, 'EA-1')).toBeNull();
  });
});
