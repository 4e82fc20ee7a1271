import * as z from 'zod/mini';
import { ok, type Result, refuse } from '../result.ts';
import { Instant } from './identifiers.ts';
import { rehearsalId } from './rehearsal-id.ts';

/** The elections that come with the product and have a night to be played, the first one with invented people and figures. */
export const REHEARSED_ELECTIONS = ['legco-2016-rehearsal', 'legco-2012'] as const;

/** A night that the portal plays by itself, weeks after it was announced. */
export interface RehearsalNight {
  /** When its poll closes: an instant with its offset. */
  readonly closesAt: string;
  /** Whose night is played. */
  readonly election: (typeof REHEARSED_ELECTIONS)[number];
  /** How long reports and declarations take after the close of poll. */
  readonly minutes: number;
}

/** Longer than any count has taken; beyond it a day's night would run into the next day's. */
export const MAX_REHEARSAL_MINUTES = 720;

/** All of them fit into the 4 kB that a function's settings may hold. */
export const MAX_REHEARSALS = 20;

const EXAMPLE = `[{"closesAt": "2026-12-05T22:30:00+08:00", "election": "${REHEARSED_ELECTIONS[0]}", "minutes": 90}]`;

const FIELDS = {
  closesAt: {
    schema: Instant,
    means: 'when the poll closes, with its offset, such as 2026-12-05T22:30:00+08:00',
  },
  election: { schema: z.enum(REHEARSED_ELECTIONS), means: `one of ${REHEARSED_ELECTIONS.join(', ')}` },
  minutes: {
    schema: z.int().check(z.gte(1), z.lte(MAX_REHEARSAL_MINUTES)),
    means: `how long the night takes, a whole number from 1 to ${MAX_REHEARSAL_MINUTES}`,
  },
} as const;

const Night = z.strictObject({
  closesAt: FIELDS.closesAt.schema,
  election: FIELDS.election.schema,
  minutes: FIELDS.minutes.schema,
});

const shown = (value: unknown): string => JSON.stringify(value) ?? 'missing';

const fieldProblems = (night: object, at: number): readonly string[] => {
  const given = new Map<string, unknown>(Object.entries(night));
  return [
    ...[...given.keys()]
      .filter((name) => !Object.hasOwn(FIELDS, name))
      .map((name) => `rehearsals[${at}] has no field "${name}": leave it out.`),
    ...Object.entries(FIELDS)
      .filter(([name, { schema }]) => !z.safeParse(schema, given.get(name)).success)
      .map(
        ([name, { means }]) => `rehearsals[${at}].${name} must be ${means}; it is ${shown(given.get(name))}.`,
      ),
  ];
};

const nightProblems = (night: unknown, at: number): readonly string[] =>
  typeof night === 'object' && night !== null && !Array.isArray(night)
    ? fieldProblems(night, at)
    : [`rehearsals[${at}] must be an object such as ${EXAMPLE.slice(1, -1)}; it is ${shown(night)}.`];

/** A day has one night: its day is its name. */
const repeatedDays = (nights: readonly RehearsalNight[]): readonly string[] =>
  nights.flatMap((night, at) => {
    const first = nights.findIndex((other) => rehearsalId(other) === rehearsalId(night));
    return first === at
      ? []
      : [
          `rehearsals[${at}].closesAt is on the day of rehearsals[${first}], and a day has one rehearsal: choose another day; it is ${shown(night.closesAt)}.`,
        ];
  });

const parsedText = (text: string): unknown => {
  if (text.trim() === '') return [];
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Reads a list of nights, or its JSON; nothing at all is no night. What is wrong is told in one sentence each, with value and remedy. */
export const readRehearsals = (given: unknown): Result<readonly RehearsalNight[], readonly string[]> => {
  const list = typeof given === 'string' ? parsedText(given) : (given ?? []);
  if (!Array.isArray(list))
    return refuse([`rehearsals must be a list such as ${EXAMPLE}; it is ${shown(list)}.`]);
  if (list.length > MAX_REHEARSALS)
    return refuse([
      `rehearsals can be ${MAX_REHEARSALS} at most: leave out those that are over; there are ${list.length}.`,
    ]);
  const problems = list.flatMap(nightProblems);
  if (problems.length > 0) return refuse(problems);
  const nights = z.parse(z.array(Night), list);
  const repeated = repeatedDays(nights);
  return repeated.length > 0 ? refuse(repeated) : ok(nights);
};
