/** Small nights of one signer that begin alike, and the witness command in this process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { witnessCommand } from '#functions/commands/witness-command.ts';
import type { Signer } from '#functions/ports.ts';
import { newSigner, newWorld, nightDefinition, type World, writeFolder } from './verify-fixture.ts';

export const election = nightDefinition.id;
export const checkpointPath = `data/${election}/log/checkpoint`;

/** A folder for the tests of a file, gone after them. */
export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'open-returns-witness-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const reportOf = (station: string, votes: number, more: object = {}) => ({
  type: 'report',
  role: 'presiding_officer',
  correction: false,
  warnings: [],
  body: {
    constituency: 'LC1',
    station,
    count: 1,
    revision: 1,
    votes: { '1': votes, '2': 53, '3': 29, '4': 7 },
    ...more,
  },
});

/** Published up to the close of poll. */
export const openNight = async (signer: Signer = newSigner('returns.example')): Promise<World> => {
  const world = newWorld(nightDefinition, signer);
  await world.act({
    type: 'definition',
    role: 'chief_electoral_officer',
    revision: 1,
    body: nightDefinition,
  });
  await world.publish();
  world.at(60);
  await world.publish();
  return world;
};

export const reported = async (world: World, ...acts: readonly object[]): Promise<World> => {
  for (const act of acts) {
    await world.act(act);
    await world.publish();
  }
  return world;
};

export const publishTo = async (world: World, folder: string): Promise<string> => {
  rmSync(folder, { recursive: true, force: true });
  writeFolder(await world.files(), folder);
  return folder;
};

export const witness = async (...args: readonly string[]) => {
  let [out, error] = ['', ''];
  const terminals = {
    out: { write: (text: string) => (out += text) },
    error: { write: (text: string) => (error += text) },
  };
  const code = await witnessCommand(args, terminals, new AbortController().signal);
  return { code, out, error };
};
