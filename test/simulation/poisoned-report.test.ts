import { expect, test } from 'vitest';
import { dataPaths } from '#shared/publication/paths.ts';
import type { ElectionResults, LatestPointer } from '#shared/recount/results.ts';
import { aReport, ELECTION, figureSource } from '../support/simulation-election.ts';
import { DEFINITION, halfPublished, type OneRun } from '../support/simulation-one-run.ts';
import { office } from '../support/simulation-people.ts';
import { seededRandom } from '../support/simulation-random.ts';
import { settled } from '../support/simulation-scheduler.ts';

/** A stored report that cannot be read, put where station A2's report belongs; whatever made it so. */
const poison = async ({ world }: OneRun, body: string): Promise<void> => {
  await world.records.accept({
    election: ELECTION,
    partition: 'LC1',
    key: 'report#A2#02#001',
    sha256: 'f'.repeat(64),
    body,
    acceptedAt: new Date(world.now).toISOString(),
  });
};

const published = async ({ world }: OneRun): Promise<ElectionResults> => {
  const text = new TextDecoder();
  const pointer = await world.files.get(dataPaths.latest(ELECTION));
  const { files } = JSON.parse(text.decode(pointer?.bytes)) as LatestPointer;
  const results = await world.files.get(files['results.json']?.path.slice(1) ?? '');
  return JSON.parse(text.decode(results?.bytes)) as ElectionResults;
};

const BODIES: readonly (readonly [string, string])[] = [
  ['not JSON', '{"type":"report",'],
  ['of an unknown shape', '{"type":"report","votes":"many"}'],
  ['empty', ''],
];

test.each(BODIES)(
  'a stored report that is %s keeps no other station from being published',
  async (_, body) => {
    const one = await halfPublished();
    await poison(one, body);
    expect(await one.run((jobs) => jobs.sweep())).toBe('done');
    const { constituencies } = await published(one);
    expect(constituencies.map(({ id, stationsReported }) => [id, stationsReported])).toEqual([
      ['LC1', expect.toBeOneOf([2, 3])],
      ['FC1', 2],
    ]);
  },
);

test('a stored report that cannot be read keeps no other station of its constituency from reporting', async () => {
  const one = await halfPublished();
  await poison(one, '{"type":"report",');
  const desk = office(one.world, one.io, seededRandom(3));
  const correction = aReport(
    DEFINITION,
    { station: 'A3', count: 1, revision: 2 },
    figureSource(seededRandom(4)),
  );
  let status = 0;
  const sending = desk
    .send(
      { job: 'submit-reports', role: 'returning_officer', body: async () => null, hopeless: false },
      correction,
    )
    .then(
      (answer) => {
        status = answer?.status ?? 0;
      },
      (reason: unknown) => {
        status = reason instanceof Error ? 500 : 0;
      },
    );
  await settled();
  while (await one.io.step());
  await sending;
  expect(status).toBe(201);
});
