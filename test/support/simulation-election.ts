import type { Role } from '#shared/election/acts.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import type { SeededRandom } from './simulation-random.ts';

/** A small election: a list poll, and a second poll of one seat by plurality or by preference with private rankings. */

export const ELECTION = 'sim-2016';
export const POLL_CLOSES_AT = Date.parse('2016-09-04T22:30:00+08:00');

const primesFrom = (from: number, to: number): readonly number[] => {
  const composite = new Uint8Array(to);
  for (let factor = 2; factor * factor < to; factor += 1) {
    for (let at = factor * factor; at < to; at += factor) composite[at] = 1;
  }
  return Array.from({ length: to - from }, (_, index) => from + index).filter((n) => composite[n] === 0);
};

/** Every figure of a schedule is another prime of seven digits: a swap always shows, and a leak cannot be an accident. */
const PRIMES = primesFrom(2_000_000, 2_100_000);

/** Papers supplied: more than any report counts, or fewer. In turn, so that no schedule rolls its dice for them. */
const SUPPLIED = [primesFrom(9_000_000, 9_020_000), primesFrom(5_000_000, 5_020_000)] as const;

export type SecondSystem = 'first_past_the_post' | 'preferential';

const contestants = (prefix: string, names: number) =>
  ['1', '2', '3'].map((id) => ({
    id,
    number: id,
    name: { en: `${prefix} ${id}` },
    ...(names > 1
      ? {
          candidates: Array.from({ length: names }, (_, at) => ({
            id: `${id}${'abc'[at]}`,
            name: { en: `N${prefix}${id}${at}` },
          })),
        }
      : {}),
  }));

export interface ElectionShape {
  readonly second: SecondSystem;
  readonly stations: readonly [number, number];
  readonly test: boolean;
}

export const definitionOf = (
  { second, stations, test }: ElectionShape,
  change: { readonly title?: string; readonly closesAt?: number } = {},
): ElectionDefinition => ({
  id: ELECTION,
  title: { en: change.title ?? 'Simulated election' },
  edition: '2016',
  timeZone: 'Asia/Hong_Kong',
  pollOpensAt: '2016-09-04T07:30:00+08:00',
  pollClosesAt: new Date(change.closesAt ?? POLL_CLOSES_AT).toISOString(),
  test,
  publishAccounts: test,
  constituencies: [
    {
      id: 'LC1',
      kind: 'geographical',
      system: 'list_pr',
      seats: 3,
      name: { en: 'Lists' },
      contestants: contestants('L', 3),
    },
    {
      id: 'FC1',
      kind: second === 'preferential' ? 'special_fc' : 'ordinary_fc',
      system: second,
      seats: 1,
      name: { en: 'Single' },
      contestants: contestants('F', 1),
    },
  ],
  stations: stations.flatMap((count, at) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${at === 0 ? 'A' : 'F'}${index + 1}`,
      kind: 'polling_counting' as const,
      name: { en: `Station ${at === 0 ? 'A' : 'F'}${index + 1}` },
      constituency: at === 0 ? 'LC1' : 'FC1',
      electors: 90_000_000,
    })),
  ),
});

/** Hands out figures that were never handed out before in this schedule. */
export const figureSource = (random: SeededRandom) => {
  const given = new Set<number>();
  const hidden = new Set<number>();
  let accounts = 0;
  return {
    given: given as ReadonlySet<number>,
    /** Figures of accounts that stay private for ever. */
    hidden: hidden as ReadonlySet<number>,
    account: ({ publishAccounts }: ElectionDefinition) => {
      const supplied = SUPPLIED[accounts % 2 === 0 ? 0 : 1].at((7 * accounts) % 1000) ?? 0;
      accounts += 1;
      const figures = { supplied, unissued: supplied % 1000, unused: 0, spoilt: 0 };
      if (publishAccounts !== true)
        for (const one of [supplied, supplied - figures.unissued]) hidden.add(one);
      return figures;
    },
    next: (): number => {
      for (;;) {
        const figure = random.pick(PRIMES);
        if (!given.has(figure)) {
          given.add(figure);
          return figure;
        }
      }
    },
  };
};
export type FigureSource = ReturnType<typeof figureSource>;

const ORDERS = [['1', '2', '3'], ['2', '1'], ['3', '1', '2'], ['2', '3'], ['1']] as const;

export const aReport = (
  definition: ElectionDefinition,
  place: Pick<StationReport, 'station' | 'count' | 'revision'>,
  figures: FigureSource,
): StationReport => {
  const station = definition.stations.find(({ id }) => id === place.station);
  const constituency = definition.constituencies.find(({ id }) => id === station?.constituency);
  if (!station || !constituency) throw new RangeError(`No station ${place.station}`);
  const given =
    constituency.system === 'preferential'
      ? { rankings: ORDERS.map((order) => ({ order: [...order], papers: figures.next() })) }
      : { votes: Object.fromEntries(constituency.contestants.map(({ id }) => [id, figures.next()])) };
  return {
    constituency: constituency.id,
    ...place,
    ...(place.revision > 1 ? { reason: `Correction ${place.revision}` } : {}),
    ...given,
    invalid: { unmarked: figures.next() },
    questionable: { accepted: 11, rejected: { uncertain: 7, mutilated: 2 } },
    account: figures.account(definition),
  };
};

/** One thing that a person wants done, until it is answered for good. */
export interface Errand {
  readonly job: 'put-definition' | 'submit-reports' | 'correct-report' | 'declare-result';
  readonly role: Role;
  /** What is sent; null while it cannot be known yet. */
  readonly body: () => Promise<unknown>;
  /** True where the only right answer is a refusal. */
  readonly hopeless: boolean;
}
