import { describe, expect, test } from 'vitest';
import { acceptEvent, acceptLots } from '#shared/recount/accept-officers-act.ts';
import {
  aConstituency,
  aDefinition,
  aList,
  anElectionOf,
  aReport,
  balls,
  minutes,
  reportAct,
  someLots,
} from '../../support/builders.ts';

const acting = { role: 'returning_officer' as const, now: minutes(9) };
const tied = anElectionOf(aConstituency({ seats: 1, contestants: [aList('1'), aList('2')] }));
const known = {
  election: 'legco-2016',
  definition: tied,
  acts: [reportAct(aReport({ votes: { '1': 5, '2': 5 } }))],
};

describe('lots, however they were read', () => {
  test.each([0, 11, 1.5, Number.NaN])('have no ball numbered %d', (number) => {
    const body = someLots({ draws: balls(['1', 3], ['2', number]) });
    expect(acceptLots(known, body, acting)).toMatchObject({
      ok: false,
      problem: [{ code: 'lots-number', path: '$.draws[1].number' }],
    });
  });

  test('become an act that says who acted, and when', () => {
    const body = someLots();
    expect(acceptLots(known, body, acting)).toEqual({
      ok: true,
      value: {
        type: 'lots',
        election: 'legco-2016',
        role: 'returning_officer',
        acceptedAt: minutes(9),
        body,
      },
    });
  });
});

describe('an event', () => {
  test('of a name that was struck off the end of a list is nobody’s', () => {
    const definition = aDefinition({
      constituencies: [aConstituency({ contestants: [aList('1', 3), aList('2')] })],
    });
    const body = { constituency: 'LC1', event: 'died' as const, satisfiedAt: minutes(1) };
    const of = (candidate: string) =>
      acceptEvent({ ...known, definition, acts: [] }, { candidate, body }, acting);
    expect(of('1b').ok).toBe(true);
    expect(of('1c')).toMatchObject({ ok: false, problem: [{ code: 'unknown-candidate', value: '1c' }] });
  });
});
