import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptConfirmation,
  acceptEntry,
  acceptResolution,
  acceptSentBack,
  acceptStep,
  type DeskActing,
  type KnownWork,
} from '#shared/desk/accept-form.ts';
import { type DeskRecord, deskPlace, formOf, type Signed } from '#shared/desk/desk-record.ts';
import { differencesOf } from '#shared/desk/differences.ts';
import { stationWork } from '#shared/desk/station-work.ts';
import { contentHash } from '#shared/hash.ts';
import { type Act, type ActOf, actPlace } from '#shared/recount/act.ts';
import type { Result } from '#shared/result.ts';
import { aDefinition, aReport, minutes } from '../../support/builders.ts';

/** One officer tries one thing; whatever the order, only what the rules allow may come of it. */
const command = fc.record({
  who: fc.constantFrom('pro-1', 'pro-2', 'aro-1', 'aro-2'),
  what: fc.constantFrom(
    'enter',
    'enter',
    'enter',
    'resolve',
    'resolve',
    'send-back',
    'told',
    'confirm',
    'confirm',
  ),
  votes: fc.integer({ min: 1, max: 3 }),
});

type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

interface Confirmed {
  readonly act: ActOf<'report'>;
  readonly by: string;
  readonly form: readonly Signed[];
}

/** Plays commands over a desk in memory; every write is one conditional put, as in the records. */
const play = (entry: 'single' | 'double', commands: readonly Command[]): readonly Confirmed[] => {
  const definition = aDefinition({ entry });
  const records: Signed[] = [];
  const acts: Act[] = [];
  const confirmed: Confirmed[] = [];
  const taken = new Set<string>();
  const put = (place: { partition: string; key: string }, write: () => void): void => {
    const name = `${place.partition}/${place.key}`;
    if (!taken.has(name)) write();
    taken.add(name);
  };
  const factsNow = (): KnownWork => ({
    known: { election: definition.id, definition, acts },
    work: stationWork(entry, { constituency: 'LC1', station: 'A', records, acts }),
  });
  const attempt = ({ who, what, votes }: Command, index: number): void => {
    const facts = factsNow();
    const role = who.startsWith('pro')
      ? ('presiding_officer' as const)
      : ('assistant_returning_officer' as const);
    const acting: DeskActing = { role, by: who, now: minutes(index + 1) };
    const { form, settled } = facts.work;
    const report = aReport({
      count: form.count,
      revision: form.revision,
      votes: { '1': votes, '2': 5, '3': 1 },
      ...(form.revision > 1 ? { reason: 'again' } : {}),
    });
    const leave = (decided: Result<DeskRecord, unknown>): void => {
      if (decided.ok) put(deskPlace(decided.value), () => records.push({ ...decided.value, by: who }));
    };
    const body = { attempt: form.attempt, report };
    switch (what) {
      case 'enter':
        return leave(acceptEntry(facts, body, acting));
      case 'resolve':
        return leave(acceptResolution(facts, body, acting));
      case 'send-back':
        return leave(acceptSentBack(facts, { ...form, reason: 'once more' }, acting));
      case 'told':
        return leave(
          acceptStep(
            facts,
            { constituency: 'LC1', station: 'A', count: form.count, step: 'result_told' },
            acting,
          ),
        );
      default: {
        if (role === 'presiding_officer' || !settled) return;
        const named = { ...form, sha256: contentHash(settled) };
        const decided = acceptConfirmation(facts, named, { ...acting, salt: '' });
        if (!decided.ok) return;
        const act = decided.value;
        put(actPlace(act), () => {
          acts.push(act);
          const own = records.filter(
            (record) =>
              (record.type === 'entry' || record.type === 'resolution') &&
              contentHash(formOf(record.body)) === contentHash(form),
          );
          confirmed.push({ act, by: who, form: own });
        });
      }
    }
  };
  for (const [index, tried] of commands.entries()) attempt(tried, index);
  return confirmed;
};

const bodies = (form: readonly Signed[], type: 'entry' | 'resolution') =>
  form.flatMap((record) => (record.type === type ? [{ by: record.by, report: record.body.report }] : []));

describe('whatever officers try, in whatever order', () => {
  test('nothing becomes public that its confirmer typed, nor before the result was told', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('single', 'double'),
        fc.array(command, { maxLength: 40 }),
        (entry, commands) => {
          for (const { act, by, form } of play(entry, commands)) {
            expect(form.map((record) => record.by)).not.toContain(by);
            expect(act.confirmedBy).toBe('assistant_returning_officer');
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('of two entries both agree with what is public, or a third person settled it and nobody’s figures were passed over', () => {
    let settledByThird = 0;
    fc.assert(
      fc.property(fc.array(command, { minLength: 30, maxLength: 60 }), (commands) => {
        for (const { act, form } of play('double', commands)) {
          const [first, second] = bodies(form, 'entry');
          const [resolved] = bodies(form, 'resolution');
          if (!first || !second) throw new Error('two entries are needed');
          expect(first.by).not.toBe(second.by);
          if (!resolved) {
            expect(differencesOf(first.report, act.body)).toEqual([]);
            expect(differencesOf(second.report, act.body)).toEqual([]);
          } else {
            settledByThird += 1;
            expect([first.by, second.by]).not.toContain(resolved.by);
            expect(differencesOf(first.report, second.report)).not.toEqual([]);
          }
        }
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(settledByThird).toBeGreaterThan(0);
  });

  test('a night goes through: some forms do become public', () => {
    const steps: Command[] = [
      { who: 'pro-1', what: 'enter', votes: 1 },
      { who: 'pro-1', what: 'told', votes: 1 },
      { who: 'aro-1', what: 'confirm', votes: 1 },
    ];
    expect(play('single', steps)).toHaveLength(1);
    expect(play('double', steps)).toHaveLength(0);
  });
});
