import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import { readPointer } from '#shared/publication/read-pointer.ts';
import type { ElectionResults } from '#shared/recount/results.ts';
import { aReport, ELECTION, type Errand, type FigureSource } from './simulation-election.ts';
import type { SeededRandom } from './simulation-random.ts';
import type { World } from './simulation-world.ts';

/** What the officers of one night want: reports, their duplicates and conflicts, corrections, recounts, declarations, mistakes. */

const told = (body: unknown, errand: Partial<Errand> = {}): Errand => ({
  job: 'submit-reports',
  role: 'returning_officer',
  hopeless: false,
  body: async () => body,
  ...errand,
});

/** A returning officer reads aloud what is published. */
const declared = (world: World, constituency: string): Errand =>
  told(null, {
    job: 'declare-result',
    body: async () => {
      const pointer = await world.files.get(dataPaths.latest(ELECTION));
      const path = pointer && readPointer(pointer.bytes)?.files['results.json']?.path.slice(1);
      const file = path === undefined || path === null ? null : await world.files.get(path);
      if (!file) return null;
      const results = JSON.parse(new TextDecoder().decode(file.bytes)) as ElectionResults;
      const result = results.constituencies.find(({ id }) => id === constituency);
      if (!result || result.stationsReported < result.stationsExpected) return null;
      return {
        constituency,
        outcome: 'elected',
        elected: result.contestants.flatMap(({ elected }) => elected),
      };
    },
  });

const mistakes = (report: StationReport): readonly Errand[] => [
  told({ ...report, station: 'nowhere' }, { hopeless: true }),
  told({ ...report, votes: { '1': -5, '2': 1, '3': 1 } }, { hopeless: true }),
  told('{"constituency":', { hopeless: true }),
  told({ ...report, surprise: 1 }, { hopeless: true }),
  told(report, { hopeless: true, role: 'candidate' }),
  told([{ ...report, station: 'nowhere' }], { hopeless: true }),
  told({ id: 'another' }, { hopeless: true, job: 'put-definition', role: 'chief_electoral_officer' }),
];

export interface NightPlan {
  readonly definition: ElectionDefinition;
  /** A second revision of the definition, if there is one. */
  readonly revised: ElectionDefinition | null;
  readonly declares: boolean;
}

const stationErrands = (
  station: string,
  { definition }: NightPlan,
  random: SeededRandom,
  figures: FigureSource,
): Errand[] => {
  const report = (count: number, revision: number) =>
    aReport(definition, { station, count, revision }, figures);
  const first = report(1, 1);
  const errands = [told(first)];
  if (random.chance(0.35)) errands.push(told(first, { role: 'presiding_officer' }));
  if (random.chance(0.3)) errands.push(told(report(1, 1)));
  if (random.chance(0.25)) {
    errands.push(told(report(1, 2)));
    if (random.chance(0.4)) errands.push(told(report(1, 2)));
    if (random.chance(0.3)) errands.push(told(report(1, 3)));
  }
  // A recount, and sometimes a correction of the first count that comes after it and must not win.
  if (random.chance(0.2)) {
    errands.push(told(report(2, 1)));
    if (random.chance(0.6)) errands.push(told(report(1, 2)));
  }
  if (random.chance(0.15)) errands.push(random.pick(mistakes(first)));
  return errands;
};

const constituencyErrands = (
  constituency: string,
  {
    world,
    plan,
    figures,
  }: { readonly world: World; readonly plan: NightPlan; readonly figures: FigureSource },
  random: SeededRandom,
): Errand[] => {
  if (!plan.declares || random.chance(0.3)) return [];
  const errands = [declared(world, constituency)];
  const station = random.pick(plan.definition.stations.filter((one) => one.constituency === constituency));
  if (random.chance(0.5)) {
    const correction = aReport(plan.definition, { station: station.id, count: 1, revision: 2 }, figures);
    errands.push(told(correction, { job: 'correct-report' }));
  }
  return errands;
};

/** Some reports travel together, in one request. */
const bundled = (errands: readonly Errand[], random: SeededRandom): Errand[] => {
  const reports = errands.filter(({ job, hopeless }) => job === 'submit-reports' && !hopeless);
  if (reports.length < 3 || !random.chance(0.3)) return [...errands];
  const together = random.shuffled(reports).slice(0, 2 + random.int(2));
  return [
    ...errands.filter((errand) => !together.includes(errand)),
    told(null, { body: () => Promise.all(together.map(({ body }) => body())) }),
  ];
};

export const nightErrands = (
  world: World,
  plan: NightPlan,
  figures: FigureSource,
  random: SeededRandom,
): Errand[][] => {
  const chief = (definition: ElectionDefinition) =>
    told(definition, { job: 'put-definition', role: 'chief_electoral_officer' });
  const stations = plan.definition.stations.filter(() => plan.declares || random.chance(0.75));
  const night = [
    ...stations.flatMap(({ id }) => stationErrands(id, plan, random, figures)),
    ...plan.definition.constituencies.flatMap(({ id }) =>
      constituencyErrands(id, { world, plan, figures }, random),
    ),
  ];
  const people: Errand[][] = Array.from({ length: 2 + random.int(3) }, () => []);
  for (const errand of random.shuffled(bundled(night, random))) random.pick(people).push(errand);
  people.push([chief(plan.definition), ...(plan.revised ? [chief(plan.revised)] : [])]);
  return people;
};
