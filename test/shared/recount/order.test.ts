import { describe, expect, test } from 'vitest';
import type { Act } from '#shared/recount/act.ts';
import { MAX_BATCH_ACTS, planBatch } from '#shared/recount/order.ts';
import {
  aDefinition,
  aReport,
  definitionAct,
  minutes,
  officersAct,
  reportAct,
} from '../../support/builders.ts';

const start = { version: 0, orderedAt: null, pollClosed: false, definition: null };
const open = { version: 4, orderedAt: minutes(-60), pollClosed: false, definition: aDefinition() };
const keys = (acts: readonly Act[], soFar: Parameters<typeof planBatch>[0] = open, at = 5) =>
  planBatch(soFar, acts, minutes(at))?.places.map(({ key }) => key);
const event: Act = officersAct(
  { type: 'event', candidate: '1a', body: { constituency: 'LC1', event: 'died', satisfiedAt: minutes(-99) } },
  -50,
);
const held: readonly Act[] = [
  reportAct(aReport(), -30),
  officersAct(
    { type: 'declaration', body: { constituency: 'LC1', outcome: 'terminated', elected: [] } },
    -20,
  ),
];

describe('a batch', () => {
  test('waits for a definition, and brings it first', () => {
    expect(planBatch(start, [reportAct(aReport())], minutes(5))).toBeNull();
    expect(
      keys([reportAct(aReport(), -1), definitionAct(aDefinition(), { acceptedAt: minutes(2) })], start),
    ).toEqual(['definition#0001', 'report#A#01#001']);
  });

  test('before the close of poll brings nothing that says something of a count', () => {
    expect(keys([...held, event], open, -10)).toEqual(['event#1a#died']);
    expect(planBatch(open, held, minutes(-10))).toBeNull();
  });

  test('at the close of poll releases what was held, once', () => {
    expect(planBatch(open, held, minutes(0))).toMatchObject({
      version: 5,
      pollClosed: true,
      places: [{}, {}],
    });
    expect(planBatch(open, [], minutes(0))).toMatchObject({ pollClosed: true, places: [] });
    expect(planBatch({ ...open, pollClosed: true }, [], minutes(1))).toBeNull();
    expect(planBatch({ ...open, pollClosed: true }, held, minutes(1))).toMatchObject({ pollClosed: false });
  });

  test('goes by the newest definition it brings itself', () => {
    const later = definitionAct(aDefinition({ pollClosesAt: minutes(60) }), { revision: 2 });
    const first = definitionAct(aDefinition(), { revision: 1 });
    expect(planBatch(start, [later, first, ...held], minutes(5))).toMatchObject({
      pollClosed: false,
      places: [{ key: 'definition#0001' }, { key: 'definition#0002' }],
    });
  });

  test('is in the order of acceptance, then of places, and never depends on how it was read', () => {
    const acts = [
      reportAct(aReport({ station: 'B' }), 2),
      reportAct(aReport(), 2),
      reportAct(aReport({ station: 'C' }), 1),
    ];
    expect(keys(acts)).toEqual(['report#C#01#001', 'report#A#01#001', 'report#B#01#001']);
    expect(keys(acts.toReversed())).toEqual(keys(acts));
    expect(keys([...acts, ...acts].slice(0, 3))).toEqual(keys(acts));
  });

  test('never lets time run backwards, whatever a clock says', () => {
    expect(planBatch({ ...open, orderedAt: minutes(9) }, held, minutes(5))?.orderedAt).toBe(minutes(9));
  });

  test('holds at most a thousand acts; the rest waits', () => {
    const many = Array.from({ length: MAX_BATCH_ACTS + 1 }, (_, index) =>
      reportAct(aReport({ station: `S${index}` })),
    );
    expect(keys(many)).toHaveLength(MAX_BATCH_ACTS);
  });
});
