import { expect, test } from 'vitest';
import { Act, actPlace, ELECTION_PARTITION, REPORT_KEYS } from '#shared/recount/act.ts';

const AT = { election: 'e', acceptedAt: '2016-09-04T15:00:00.000Z', role: 'returning_officer' };

/** One act of each kind, of one constituency where it is of one. */
const SOME: Readonly<Record<Act['type'], unknown>> = {
  definition: { type: 'definition', ...AT, revision: 1, body: { constituencies: [] } },
  report: { type: 'report', ...AT, body: { constituency: 'LC1', station: 'A', count: 1, revision: 1 } },
  recount: { type: 'recount', ...AT, body: { constituency: 'LC1', number: 1 } },
  lots: { type: 'lots', ...AT, body: { constituency: 'LC1', stage: 'final' } },
  declaration: { type: 'declaration', ...AT, body: { constituency: 'LC1' } },
  notice: { type: 'notice', ...AT, body: { type: 'N26', constituency: 'LC1', number: 1, revision: 1 } },
  event: { type: 'event', ...AT, candidate: '1a', body: { constituency: 'LC1', event: 'died' } },
  relocation: { type: 'relocation', ...AT, body: { constituency: 'LC1', station: 'A', number: 1 } },
  adjournment: { type: 'adjournment', ...AT, body: { constituency: 'LC1', number: 1 } },
  statement: { type: 'statement', ...AT, body: { constituency: 'LC1', number: 1 } },
};

test('the table above names every kind of act', () => {
  const kinds = Act.def.options.map((option) => [...option.def.shape.type.def.values][0]);
  expect(Object.keys(SOME).sort()).toEqual([...kinds].sort());
});

test('in a constituency only reports have keys from REPORT_KEYS on: one query finds all others', () => {
  const places = Object.entries(SOME).map(([type, act]) => ({ type, ...actPlace(act as Act) }));
  for (const { type, partition, key } of places.filter((place) => place.partition !== ELECTION_PARTITION)) {
    expect(key.startsWith(REPORT_KEYS), type).toBe(type === 'report');
    expect(Buffer.compare(Buffer.from(key), Buffer.from(REPORT_KEYS)) < 0, `${type} in ${partition}`).toBe(
      type !== 'report',
    );
  }
});
