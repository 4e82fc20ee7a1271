import fc from 'fast-check';
import { isContested } from '#shared/election/check-definition.ts';
import type { Constituency, ElectionDefinition, Station } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import { aCandidate, aConstituency, aDefinition, aList, aReport, aStation } from './builders.ts';

/** Small figures meet ties and edges, great ones meet overflow. */
const figure = fc.oneof(fc.nat(3), fc.nat(12), fc.constantFrom(100, 200), fc.nat(99_999));

const shapes = {
  list_pr: fc.record({ seats: fc.integer({ min: 1, max: 6 }), size: fc.integer({ min: 2, max: 6 }) }),
  first_past_the_post: fc.record({
    seats: fc.integer({ min: 1, max: 3 }),
    size: fc.integer({ min: 4, max: 6 }),
  }),
  preferential: fc.record({ seats: fc.constant(1), size: fc.integer({ min: 2, max: 6 }) }),
  net_support: fc.record({ seats: fc.constant(1), size: fc.integer({ min: 1, max: 3 }) }),
  nomination: fc.record({ seats: fc.constant(1), size: fc.integer({ min: 1, max: 4 }) }),
} as const;

const KINDS = {
  list_pr: 'geographical',
  first_past_the_post: 'ordinary_fc',
  preferential: 'special_fc',
  net_support: 'referendum',
  nomination: 'referendum',
} as const;

const constituency = (system: keyof typeof shapes, id: string): fc.Arbitrary<Constituency> =>
  shapes[system].chain(({ seats, size }) =>
    fc
      .tuple(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: size, maxLength: size }), fc.nat(2000))
      .map(([names, electors]) =>
        aConstituency({
          id,
          kind: KINDS[system],
          system,
          seats,
          electors,
          contestants: names.map((length, index) => {
            const name = String(index + 1);
            return system === 'list_pr' ? aList(name, length) : aCandidate(name);
          }),
        }),
      ),
  );

const votes = (c: Constituency) =>
  fc
    .array(fc.option(figure, { nil: undefined, freq: 6 }), {
      minLength: c.contestants.length,
      maxLength: c.contestants.length,
    })
    .map((figures) =>
      Object.fromEntries(
        c.contestants.flatMap(({ id }, index) => {
          const given = figures[index];
          return given === undefined ? [] : [[id, given] as const];
        }),
      ),
    );

const rankings = (c: Constituency) => {
  const id = fc.constantFrom(...c.contestants.map((contestant) => contestant.id));
  const several = fc.array(id, { minLength: 2, maxLength: 3 });
  const rank = fc.oneof(
    { weight: 8, arbitrary: id },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: several },
  );
  return fc.array(fc.record({ order: fc.array(rank, { maxLength: 6 }), papers: fc.nat(9) }), {
    maxLength: 12,
  });
};

const choices = (c: Constituency) =>
  fc
    .array(fc.record({ support: figure, oppose: figure, abstain: figure }), {
      minLength: c.contestants.length,
      maxLength: c.contestants.length,
    })
    .map((all) =>
      Object.fromEntries(
        c.contestants.map(({ id }, index) => [id, all[index] ?? { support: 0, oppose: 0, abstain: 0 }]),
      ),
    );

const given = (c: Constituency): fc.Arbitrary<Partial<StationReport>> => {
  switch (c.system) {
    case 'preferential':
      return rankings(c).map((all) => ({ rankings: all }));
    case 'net_support':
      return choices(c).map((all) => ({ choices: all }));
    case 'first_past_the_post':
      if (c.seats > 1) {
        return fc.tuple(votes(c), figure).map(([all, papers]) => ({ votes: all, papers }));
      }
      return votes(c).map((all) => ({ votes: all }));
    default:
      return votes(c).map((all) => ({ votes: all }));
  }
};

const report = (c: Constituency, station: string): fc.Arbitrary<StationReport> =>
  fc
    .tuple(given(c), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.nat(5), fc.nat(2))
    .map(([fields, count, revision, unmarked, uncertain]) => {
      const { votes: _, ...base } = aReport({
        constituency: c.id,
        station,
        count,
        revision,
        reason: 'checked again',
      });
      return { ...base, ...fields, invalid: { unmarked }, questionable: { rejected: { uncertain } } };
    });

/** One content for each place, as the ledger would have it. */
const oneEach = (reports: readonly StationReport[]): readonly StationReport[] => [
  ...new Map(reports.map((each) => [`${each.station} ${each.count} ${each.revision}`, each])).values(),
];

export interface SomeElection {
  readonly definition: ElectionDefinition;
  readonly reports: readonly StationReport[];
}

/** A random election of all five systems with reports, recounts and corrections in any order; some stations missing. */
export const someElection: fc.Arbitrary<SomeElection> = fc
  .tuple(
    ...(Object.keys(shapes) as (keyof typeof shapes)[]).map((system, index) =>
      constituency(system, `C${index}`),
    ),
  )
  .chain((constituencies) => {
    const stations = constituencies.flatMap(({ id }): Station[] =>
      ['A', 'B', 'S'].map((name) =>
        name === 'S'
          ? aStation(`${id}${name}`, { constituency: id, kind: 'small_polling', countedAt: `${id}A` })
          : aStation(`${id}${name}`, { constituency: id }),
      ),
    );
    const contested = constituencies.filter((c) => isContested(c));
    const all = contested.flatMap((c) =>
      ['A', 'B'].map((name) => fc.array(report(c, `${c.id}${name}`), { maxLength: 4 })),
    );
    return fc
      .tuple(fc.tuple(...all), fc.constantFrom('disregard' as const, 'keep' as const, undefined))
      .chain(([drawn, quotaFraction]) => {
        const reports = oneEach(drawn.flat());
        return fc.shuffledSubarray([...reports], { minLength: reports.length }).map((shuffled) => ({
          definition: aDefinition({
            constituencies: [...constituencies],
            stations,
            rules: quotaFraction === undefined ? {} : { quotaFraction },
          }),
          reports: shuffled,
        }));
      });
  });
