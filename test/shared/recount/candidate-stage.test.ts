import { describe, expect, test } from 'vitest';
import { eventConsequence } from '#shared/recount/candidate-stage.ts';

const definition = {
  pollOpensAt: '2016-09-04T07:30:00+08:00',
  pollClosesAt: '2016-09-04T22:30:00+08:00',
};
const before = '2016-09-03T23:59:59+08:00';
const onTheDay = '2016-09-04T00:00:00+08:00';
const after = '2016-09-04T22:30:00+08:00';

describe('what follows from a death, a disqualification or a withdrawal', () => {
  test.each([
    ['geographical', 'died', before, 'struck_off'],
    ['dc_second', 'disqualified', before, 'struck_off'],
    ['ordinary_fc', 'died', before, 'terminated'],
    ['geographical', 'died', onTheDay, 'terminated'],
    ['special_fc', 'disqualified', onTheDay, 'terminated'],
    ['geographical', 'died', after, 'replaced'],
    ['ordinary_fc', 'died', after, 'not_replaced'],
    ['geographical', 'withdrawn', before, 'struck_off'],
    ['geographical', 'withdrawn', after, 'too_late'],
  ] as const)('%s, %s at %s: %s', (kind, event, satisfiedAt, follows) => {
    expect(eventConsequence(definition, { kind }, { event, satisfiedAt })).toBe(follows);
  });
});
