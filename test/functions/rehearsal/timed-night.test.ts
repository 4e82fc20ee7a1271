import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadElection } from '#functions/elections/load-election.ts';
import { planNight } from '#functions/rehearsal/night-plan.ts';
import { rehearsalScript } from '#functions/rehearsal/rehearsal-script.ts';
import { stepPlace } from '#functions/rehearsal/step-act.ts';
import { timedNight } from '#functions/rehearsal/timed-night.ts';
import { parseDefinition } from '#shared/election/check-definition.ts';
import { Notice } from '#shared/election/notice.ts';
import {
  MAX_REHEARSAL_MINUTES,
  REHEARSED_ELECTIONS,
  type RehearsalNight,
} from '#shared/election/rehearsal-night.ts';
import { LANGUAGES } from '#shared/election/text.ts';
import { must } from '#shared/result.ts';

const nights: fc.Arbitrary<RehearsalNight> = fc.record({
  closesAt: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  election: fc.constantFrom(...REHEARSED_ELECTIONS),
  minutes: fc.integer({ min: 1, max: MAX_REHEARSAL_MINUTES }),
});

const NIGHT: RehearsalNight = {
  closesAt: '2026-12-05T22:30:00+08:00',
  election: 'legco-2016-rehearsal',
  minutes: 90,
};

describe('the times of a rehearsal night', () => {
  test('every step of the plan comes once, in its order, after the close and before the end', () => {
    fc.assert(
      fc.property(nights, (night) => {
        const [definition, ...steps] = timedNight(night);
        expect(definition).toMatchObject({ resource: 'definition', dueAt: 0 });
        const places = steps.map((step) => Object.values(stepPlace(step)).join('/'));
        expect(new Set(places).size).toBe(places.length);
        const closes = Date.parse(night.closesAt);
        const times = steps.map(({ dueAt }) => dueAt);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(Math.min(...times)).toBeGreaterThan(closes);
        expect(Math.max(...times)).toBeLessThan(closes + night.minutes * 60_000);
      }),
      { numRuns: 12 },
    );
  });

  test('are those of the plan that a replay has, with another sender', () => {
    const planned = planNight(rehearsalScript(NIGHT), 20_261_205).flat();
    expect(timedNight(NIGHT).map(({ what }) => what)).toEqual(planned.map(({ what }) => what));
    expect(timedNight(NIGHT)).toEqual(timedNight({ ...NIGHT }));
    const other = timedNight({ ...NIGHT, closesAt: '2026-12-06T22:30:00+08:00' });
    expect(other.map(({ what }) => what)).not.toEqual(planned.map(({ what }) => what));
  });

  test('a notice of a result is posted when it is due, and its later revision says the same', () => {
    const notices = timedNight(NIGHT).filter(({ resource }) => resource === 'notices');
    const posted = notices.map(({ body }) => Notice.parse(body).postedAt.at);
    expect(notices).toHaveLength(3);
    expect(posted[1]).toBe(posted[2]);
    expect(Date.parse(posted[0] ?? '')).toBeLessThan(Date.parse(posted[1] ?? ''));
    for (const [index, { dueAt }] of notices.entries())
      expect(Date.parse(posted[index] ?? '')).toBeLessThanOrEqual(dueAt);
  });
});

describe('the script of a rehearsal night', () => {
  test.each(REHEARSED_ELECTIONS)(
    'of %s is a test election of its own, on its day, in three languages',
    (election) => {
      const night = { ...NIGHT, election };
      const { id, definition } = rehearsalScript(night);
      const script = must(loadElection(election), 'comes along').definition;
      expect(id).toBe('rehearsal-20261205');
      expect(definition).toMatchObject({ id, test: true, pollClosesAt: night.closesAt });
      expect(definition.pollOpensAt).toBe('2026-12-05T07:30:00+08:00');
      expect(definition.constituencies).toEqual(script.constituencies);
      expect(definition.stations).toEqual(script.stations);
      const words = {
        en: 'Rehearsal of 5 December 2026: ',
        'zh-Hant': '2026年12月5日演習：',
        'zh-Hans': '2026年12月5日演习：',
      };
      for (const language of LANGUAGES) {
        expect(definition.title[language]).toContain(words[language]);
        if (election === 'legco-2012') expect(definition.title[language]).toContain('2012');
      }
    },
  );

  test('leaves out notices whose texts name days that have been, and keeps lots, recounts, corrections and deaths', () => {
    const { officersActs } = rehearsalScript(NIGHT);
    expect(officersActs.filter(({ after }) => after === 'definition')).toEqual([]);
    expect(new Set(officersActs.map(({ resource }) => resource))).toEqual(
      new Set(['recounts', 'candidates/2a/events', 'lots', 'corrections', 'notices']),
    );
    const death = officersActs.find(({ resource }) => resource.startsWith('candidates/'));
    expect(death?.body).toMatchObject({ satisfiedAt: NIGHT.closesAt });
  });
});

describe('a real election', () => {
  test('cannot have the id of a rehearsal', () => {
    const { definition } = rehearsalScript(NIGHT);
    const parsed = parseDefinition({ ...definition, test: false });
    expect(parsed.ok ? [] : parsed.problem.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'rehearsal-not-test $.test',
    ]);
    expect(parseDefinition(definition).ok).toBe(true);
  });
});
