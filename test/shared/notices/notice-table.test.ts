import { describe, expect, test } from 'vitest';
import { DEADLINES } from '#shared/calendar/deadline-rules.ts';
import { NOTICE_TYPE_IDS } from '#shared/election/notice.ts';
import { LANGUAGES } from '#shared/election/text.ts';
import { NOTICE_TYPES, noticeType, TOPICS } from '#shared/notices/notice-table.ts';
import type { Told } from '#shared/notices/notice-type.ts';

/** Who, where and by which paragraph, as the rules' table has them [platforms-and-notices.md §2]. */
const RULES = `
N1 chief_electoral_officer election required ¶4.16
N2 chief_electoral_officer election required ¶5.2
N3 returning_officer constituency none ¶5.2; 2008 ¶5.2
N4 returning_officer constituency required ¶4.26, ¶4.37
N5 returning_officer constituency none ¶4.37
N6 returning_officer constituency may ¶2.22, ¶5.11
N7 returning_officer constituency may ¶2.22, ¶2.30, ¶3.34, ¶3.42
N8 returning_officer constituency none ¶2.28, ¶4.33-4.34
N9 returning_officer constituency none ¶3.40, ¶4.35
N10 returning_officer constituency soon ¶2.29, ¶3.41
N11 returning_officer constituency none ¶7.12
N12 returning_officer constituency none ¶4.58
N13 returning_officer constituency none ¶8.25, ¶8.29(b)
N14 returning_officer station none ¶14.5-14.8, ¶5.15
N15 returning_officer station none ¶14.7-14.9
N16 chief_electoral_officer station none ¶5.15
N17 presiding_officer station none ¶5.14
N18 presiding_officer station none ¶5.21, ¶5.22(b)
N19 presiding_officer station none ¶5.24
N20 presiding_officer station none ¶5.18
N21 presiding_officer station none ¶5.48
N22 presiding_officer station none ¶5.50
N23 presiding_officer station none ¶5.62
N24 chief_electoral_officer election none ¶5.53
N25 returning_officer constituency none ¶5.82
N26 returning_officer constituency follows ¶5.99-5.100
N27 returning_officer constituency required ¶5.99-5.100
N28 chief_electoral_officer election none ¶15.7
N29 chief_electoral_officer election none ¶7.15, ¶7.27
N30 chief_electoral_officer election none ¶8.57, App.5 ¶16
N31 chief_electoral_officer election none ¶2.15-2.16, ¶3.25-3.27
N32 chief_electoral_officer election none ¶2.20, ¶3.32
N33 commission election required ¶4.51-4.54
N34 commission election none ¶1.26, ¶9.41, ¶11.25, ¶15.11, ¶20.14(c)
N35 commission election none ¶20.16
N36 chief_electoral_officer election none ¶5.10
N37 chief_electoral_officer constituency none ¶6.4`
  .trim()
  .split('\n')
  .map((row) => /^(\S+) (\S+) (\S+) (\S+) (.+)$/.exec(row)?.slice(1) ?? []);

const allWords = (): readonly Told[] =>
  NOTICE_TYPES.flatMap(({ name, place, timing, by, fields }) => [
    name,
    place,
    timing.words,
    ...(by ? [by] : []),
    ...fields.flatMap(({ label, choices }) => [label, ...Object.values(choices ?? {})]),
  ]).concat(Object.values(TOPICS));

describe('the table of notices', () => {
  test.each(RULES)(
    '%s is posted by the %s, for a %s, Gazette %s, by %s',
    (id, role, about, gazette, source) => {
      const type = NOTICE_TYPES.find((known) => known.id === id);
      expect([type?.roles[0], type?.about[0], type?.gazette]).toEqual([role, about, gazette]);
      expect(type?.source).toContain(`2016 ${source}`);
    },
  );

  test('has every row of the rules once', () => {
    expect(RULES.map(([id]) => id)).toEqual([...NOTICE_TYPE_IDS]);
    expect(NOTICE_TYPES.map(({ id }) => id)).toEqual([...NOTICE_TYPE_IDS]);
  });

  test('says everything in three languages, Chinese in the script of the page', () => {
    for (const words of allWords()) {
      for (const language of LANGUAGES) expect(words[language].trim()).not.toBe('');
      expect(words['zh-Hans']).not.toMatch(
        /[選點區號舉數結間後開關時證書處並為與內員對張發電話長記審訊終總]/,
      );
      expect(words['zh-Hant']).not.toMatch(
        /[选点区号举数结间后开关时证书处并为与内员对张发电话长记审讯终总]/,
      );
    }
  });

  test('publishes only the fact of what goes to those concerned by post or in private', () => {
    const facts = NOTICE_TYPES.filter(({ disclosure }) => disclosure === 'fact').map(({ id }) => id);
    expect(facts).toEqual(['N5', 'N11', 'N35', 'N36']);
    for (const { fields, disclosure } of NOTICE_TYPES) if (disclosure === 'fact') expect(fields).toEqual([]);
  });

  test('has no field for an address, an identity number, an exit poll or a prediction', () => {
    const fields = NOTICE_TYPES.flatMap(({ fields: own }) => own.map(({ id }) => id));
    expect(fields.filter((id) => /address|identity|exit.?poll|prediction/i.test(id))).toEqual([]);
  });

  test('names the contents that the rules prescribe', () => {
    const required = (id: (typeof NOTICE_TYPE_IDS)[number]) =>
      noticeType(id)
        .fields.filter((field) => field.required)
        .map((field) => field.id);
    expect(required('N7')).toEqual(['unfilled']);
    expect(required('N14')).toEqual(['noCanvassing', 'noStaying']);
    expect(noticeType('N14').attachment).toBe('required');
    expect(required('N23')).toEqual(['expectedAt', 'telephone']);
    expect(required('N25')).toEqual(['movedAt', 'movedTo']);
    expect([required('N26'), required('N27')]).toEqual([['elected'], ['elected']]);
    expect(required('N34')).toEqual(['measure', 'offenders', 'hearing']);
  });

  test('knows which notices speak of a count', () => {
    expect(NOTICE_TYPES.filter(({ ofCount }) => ofCount).map(({ id }) => id)).toEqual([
      'N7',
      'N26',
      'N27',
      'N37',
    ]);
  });

  test('calls every prescribed content and every choice by words of its own', () => {
    for (const field of NOTICE_TYPES.flatMap(({ fields }) => fields)) {
      expect(field.label.en, field.id).not.toBe(field.id);
      expect(Object.keys(field.choices ?? {}), field.id).toEqual(field.allowed);
    }
  });

  test('takes every deadline from the calendar', () => {
    for (const { timing } of NOTICE_TYPES)
      if (timing.deadline) expect(Object.keys(DEADLINES)).toContain(timing.deadline);
  });
});
