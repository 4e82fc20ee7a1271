import { describe, expect, test } from 'vitest';
import type { Notice, NoticeValue } from '#shared/election/notice.ts';
import { checkNotice } from '#shared/notices/check-notice.ts';
import { NOTICE_TYPES, noticeType } from '#shared/notices/notice-table.ts';
import type { NoticeType } from '#shared/notices/notice-type.ts';
import type { Values } from '../../../../site/desk/acts/form/act-form.ts';
import { attachmentOf, keptAttachment } from '../../../../site/desk/notices/attachment.ts';
import { noticeFrom, revisedNotice } from '../../../../site/desk/notices/notice-from-values.ts';
import { placesFor } from '../../../../site/desk/notices/places.ts';
import { readDay } from '../../../../site/desk/notices/read-day.ts';
import { valuesFrom } from '../../../../site/desk/notices/values-from-notice.ts';
import { aConstituency, aDefinition, aStation } from '../../../support/builders.ts';
import { aNotice, aResultNotice } from '../../../support/notices.ts';

const definition = aDefinition({
  constituencies: [aConstituency(), aConstituency({ id: 'LC2' })],
  stations: [aStation('A'), aStation('B'), aStation('C', { constituency: 'LC2' })],
});
const POSTED: Values = {
  'posted-place-en': 'Outside  the station',
  'posted-place-zh-Hant': '點票站外',
  'posted-at-date': '2016年9月4日',
  'posted-at-time': '２２：３１',
};
const place = (type: NoticeType, scope: string) =>
  placesFor(
    type,
    { definition },
    { role: type.roles[0] ?? 'commission', constituencies: [], stations: [] },
    undefined,
  ).find((one) => one.scope === scope) ?? null;
const station = (id: string, constituency = 'LC1') => ({
  scope: `s-${id}`,
  name: {},
  constituency,
  station: id,
});

describe('a notice from its form', () => {
  test('has a time of Hong Kong, a telephone number and words in the languages given', () => {
    const notice = noticeFrom(
      { type: noticeType('N23'), place: station('A'), number: 1 },
      {
        ...POSTED,
        'content-expectedAt-date': '2016-9-4',
        'content-expectedAt-time': '2345',
        'content-telephone': ' ２８９１ 1001 ',
        'text-en': 'The public may enter at 23:45.\r\n\r\n\tWait here.',
        'text-zh-Hans': '   ',
      },
    );
    expect(notice).toEqual({
      type: 'N23',
      constituency: 'LC1',
      station: 'A',
      number: 1,
      revision: 1,
      text: { en: 'The public may enter at 23:45.\n\n Wait here.' },
      contents: { expectedAt: '2016-09-04T23:45:00+08:00', telephone: '2891 1001' },
      postedAt: {
        place: { en: 'Outside the station', 'zh-Hant': '點票站外' },
        at: '2016-09-04T22:31:00+08:00',
      },
    });
    expect(checkNotice(definition, notice)).toEqual([]);
  });

  test.each<[string, Values, Notice['contents']]>([
    [
      'N1',
      { 'content-nominationsFrom': '2016/7/16', 'content-nominationsUntil': '２０１６年７月２９日' },
      { nominationsFrom: '2016-07-16', nominationsUntil: '2016-07-29' },
    ],
    ['N2', { 'content-stations': 'A\nC' }, { stations: ['A', 'C'] }],
    ['N18', { 'content-capacity': '１,２00' }, { capacity: 1200 }],
    ['N19', { 'content-constituencies': 'LC1\nLC2' }, { constituencies: ['LC1', 'LC2'] }],
    [
      'N8',
      { 'content-affected': '1a', 'content-cause': 'died', 'content-remaining': '' },
      { affected: ['1a'], cause: 'died' },
    ],
    [
      'N12',
      {
        'content-meetingAt-date': '2016-08-09',
        'content-meetingAt-time': '19.00',
        'content-meetingPlace-zh-Hant': '大堂\n二樓',
      },
      { meetingAt: '2016-08-09T19:00:00+08:00', meetingPlace: { 'zh-Hant': '大堂\n二樓' } },
    ],
    [
      'N28',
      {
        'content-pollsters-rows': '3',
        'content-pollsters-0-en': 'A Poll',
        'content-pollsters-0-telephone': '2891 1001',
        'content-pollsters-2-zh-Hant': '民調',
        'content-pollsters-2-telephone': '2891 1002',
      },
      {
        pollsters: [
          { name: { en: 'A Poll' }, telephone: '2891 1001' },
          { name: { 'zh-Hant': '民調' }, telephone: '2891 1002' },
        ],
      },
    ],
    [
      'N29',
      { 'content-prisons-0-en': 'Stanley', 'content-prisons-0-figure': '1,024' },
      { prisons: [{ name: { en: 'Stanley' }, number: 1024 }] },
    ],
    [
      'N30',
      { 'content-centralPlatform': 'https://example.org', 'content-candidatePlatforms-0-en': '' },
      { centralPlatform: 'https://example.org' },
    ],
  ])('of kind %s understands what is typed into its fields', (id, values, contents) => {
    const type = noticeType(id as NoticeType['id']);
    const notice = noticeFrom({ type, place: null, number: 1 }, { ...POSTED, ...values });
    expect(notice.contents).toEqual(contents);
  });

  test('leaves out what cannot be understood, so that its check finds it missing', () => {
    const type = noticeType('N18');
    const notice = noticeFrom(
      { type, place: station('A'), number: 1 },
      { ...POSTED, 'content-capacity': 'twelve', 'text-en': 'Twelve places.' },
    );
    expect(checkNotice(definition, notice)).toEqual([
      { code: 'missing-field', path: '$.contents.capacity', value: null, figures: {} },
    ]);
    expect(readDay('2016-02-30')).toBeNull();
  });

  test('says nothing but its posting where only the fact is public', () => {
    const values = { ...POSTED, 'text-en': 'Private words', 'title-en': 'No', attachment: '{}' };
    const place = { scope: 'c-LC1', name: {}, constituency: 'LC1' };
    const notice = noticeFrom({ type: noticeType('N11'), place, number: 2 }, values);
    expect(Object.keys(notice).sort()).toEqual(['constituency', 'number', 'postedAt', 'revision', 'type']);
  });

  test('carries the Gazette only with its number and its date', () => {
    const type = noticeType('N27');
    const of = (values: Values) =>
      noticeFrom({ type, place: null, number: 1 }, { ...POSTED, ...values }).gazette;
    expect(of({ 'gazette-number': '4901', 'gazette-date': '2016-9-9' })).toEqual({
      number: '4901',
      date: '2016-09-09',
    });
    expect(of({ 'gazette-number': '4901' })).toBeUndefined();
  });

  test('says of a file only what it is called, how long it is and what it hashes to', async () => {
    const file = new File(['%PDF-1.7'], 'map\u0007.pdf', { type: 'application/pdf' });
    const attachment = await attachmentOf(file);
    expect(attachment).toEqual({
      name: 'map.pdf',
      type: 'application/pdf',
      bytes: 8,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await attachmentOf(new File(['x'], 'x.svg', { type: 'image/svg+xml' }))).toBeNull();
    const values = { ...POSTED, attachment: attachment ? keptAttachment(attachment) : '' };
    expect(noticeFrom({ type: noticeType('N16'), place: null, number: 1 }, values).attachment).toEqual(
      attachment,
    );
  });
});

describe('a form that begins with a notice', () => {
  test('gives back every prescribed content of every kind as it stands', () => {
    const samples: Readonly<Record<string, NoticeValue>> = {
      time: '2016-09-04T23:45:00+08:00',
      day: '2016-09-04',
      number: 1200,
      telephone: '2891 1001',
      line: 'https://example.org',
      prose: { en: 'One', 'zh-Hant': '一\n二' },
      candidates: ['1a', '2a'],
      stations: ['A', 'B'],
      constituencies: ['LC1'],
      names: [{ name: { en: 'A' } }, { name: { 'zh-Hans': '乙' } }],
      contacts: [{ name: { en: 'A' }, telephone: '2891 1001' }],
      figures: [{ name: { en: 'A' }, number: 1024 }],
    };
    for (const type of NOTICE_TYPES) {
      const contents = Object.fromEntries(
        type.fields.map(({ id, kind, allowed }) => [id, samples[kind] ?? allowed[0] ?? '']),
      );
      const notice = aNotice({ type: type.id, contents });
      const again = noticeFrom({ type, place: null, number: 1 }, { ...POSTED, ...valuesFrom(type, notice) });
      expect(again.contents ?? {}).toEqual(type.disclosure === 'fact' ? {} : contents);
    }
  });

  test('never copies where and when the earlier one was posted', () => {
    const values = valuesFrom(noticeType('N26'), aResultNotice());
    expect(Object.keys(values).filter((id) => id.startsWith('posted'))).toEqual([]);
    expect(values['content-elected']).toBe('1a\n2a');
  });
});

describe('a later revision', () => {
  test('adds and changes nothing', () => {
    const before = aResultNotice({ type: 'N27', title: { en: 'Result' } });
    const after = revisedNotice(before, 2, {
      'text-en': 'Other words',
      'text-zh-Hans': '当选',
      'gazette-number': '4901',
      'gazette-date': '2016-09-09',
      reason: 'The Gazette came out.',
    });
    expect(after).toEqual({
      ...before,
      revision: 2,
      text: { ...before.text, 'zh-Hans': '当选' },
      gazette: { number: '4901', date: '2016-09-09' },
      reason: 'The Gazette came out.',
    });
  });
});

describe('where a notice may be posted', () => {
  test('a presiding officer posts at the own stations only, and nothing of another role', () => {
    const poster = { role: 'presiding_officer', constituencies: ['LC1'], stations: ['A'] } as const;
    const at = (id: NoticeType['id']) =>
      placesFor(noticeType(id), { definition }, poster, 'LC1').map(({ scope }) => scope);
    expect([at('N23'), at('N15'), at('N26')]).toEqual([['s-A'], ['s-A'], []]);
  });

  test('whoever works for the whole election posts for it and for each of its places', () => {
    expect(place(noticeType('N1'), 'e')).not.toBeNull();
    expect(place(noticeType('N1'), 'c-LC2')).not.toBeNull();
    expect(place(noticeType('N16'), 's-C')).not.toBeNull();
    const ro = { role: 'returning_officer', constituencies: ['LC1'], stations: [] } as const;
    expect(placesFor(noticeType('N1'), { definition }, ro, undefined)).toEqual([]);
    expect(placesFor(noticeType('N1'), { definition }, ro, 'LC1').map(({ scope }) => scope)).toEqual([
      'c-LC1',
    ]);
    expect(placesFor(noticeType('N1'), { definition }, ro, 'LC2')).toEqual([]);
  });
});
