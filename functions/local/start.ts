import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hongKongDayOf } from '#shared/calendar/hong-kong-time.ts';
import { rehearsalId } from '#shared/election/rehearsal-id.ts';
import { must } from '#shared/result.ts';
import { KeyProblem } from '../adapters/local/key-file.ts';
import { electionScripts, loadElection, replayedElections } from '../elections/load-election.ts';
import { PLATFORM_TRAINING } from '../elections/platform-training.ts';
import { consoleLog } from '../http/log.ts';
import { buildSite } from './build-site.ts';
import { OptionProblem, readOptions, START_HELP, type StartOptions } from './options.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { progressLine } from './progress-line.ts';
import { replayNight } from './replay.ts';
import { assertNotOnAws, OnAwsProblem } from './sign-in/aws-marks.ts';
import { StoreProblem } from './stores/store-problem.ts';
import { type TokenRequest, tokenIssuer } from './token-issuer.ts';
import { fileTraining, openTraining } from './training/training-platform.ts';
import { PortProblem } from './web-server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SWEEP_EVERY_MS = 5000;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Whether the portal that announced itself in this folder is still running. */
const isInUse = async (folder: string): Promise<boolean> => {
  try {
    const { pid } = JSON.parse(await readFile(join(folder, 'ready.json'), 'utf8')) as { pid: number };
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** `--fresh` empties a data folder, and nothing that does not look like one. */
const startOver = async (folder: string): Promise<void> => {
  if (!existsSync(folder)) return;
  const names = await readdir(folder);
  const ours = names.length === 0 || names.includes('stores.json') || names.includes('keys');
  if (!ours) {
    throw new OptionProblem(
      `${folder} holds other files (${names.slice(0, 3).join(', ')}), so --fresh leaves it alone. Name another folder with --data.`,
    );
  }
  if (await isInUse(folder)) {
    throw new OptionProblem(
      `A portal is running in ${folder}, so --fresh leaves it alone. Stop it first, or name another folder with --data.`,
    );
  }
  await rm(folder, { recursive: true });
};

type TokenFor = (request: TokenRequest) => string;

const putDefinition = async (portal: RunningPortal, id: string, tokenFor: TokenFor): Promise<void> => {
  const { definition } = must(loadElection(id), `${id} is among the elections that come with the product`);
  const response = await fetch(`${portal.url}/api/elections/${definition.id}/definition`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${tokenFor({ role: 'chief_electoral_officer' })}`,
    },
    body: JSON.stringify(definition),
  });
  if (!response.ok) throw new Error(`The definition of ${id} was refused: ${await response.text()}`);
};

/** Programs that start the portal wait for this file: it appears whole, once everything answers. */
const announce = async (portal: RunningPortal, { dataFolder }: StartOptions): Promise<void> => {
  const ready = {
    url: portal.url,
    files: portal.files,
    api: `${portal.url}/api`,
    pid: process.pid,
    elections: await portal.records.elections(),
  };
  const unfinished = join(dataFolder, 'ready.json.new');
  await writeFile(unfinished, `${JSON.stringify(ready, null, 2)}\n`);
  await rename(unfinished, join(dataFolder, 'ready.json'));
};

const tellAddresses = (portal: RunningPortal, options: StartOptions, tokenFor: TokenFor): void => {
  say(`\nOpen Returns is running. Stop it with Ctrl-C.\n`);
  say(`  Results        ${portal.url}/en/   ${portal.url}/zh-hant/   ${portal.url}/zh-hans/`);
  if (!options.empty) {
    say(`  Advertisements ${portal.url}/en/${PLATFORM_TRAINING}/advertisements/`);
    say(`  2012 election  ${portal.url}/en/legco-2012/`);
    say(`  Pointer        ${portal.url}/data/legco-2012/latest.json`);
    say(
      `  Alerts         ${portal.url}/en/legco-2012/alerts/   letters lie in the outbox of the data folder`,
    );
  }
  for (const night of options.rehearsals)
    say(`  Rehearsal      ${portal.url}/en/${rehearsalId(night)}/   its poll closes at ${night.closesAt}`);
  say(`  API            ${portal.url}/api   described at ${portal.url}/openapi.json`);
  say(`  Officers' desk ${portal.url}/en/desk/   sign in as any of the demonstration officers`);
  say(`  Files          ${portal.files}   what candidates uploaded, as downloads`);
  say(`  Data folder    ${options.dataFolder}`);
  say(`\nTokens for trying the API by hand, for 12 hours (more: npm run -s token -- --help):`);
  say(`  chief_electoral_officer   ${tokenFor({ role: 'chief_electoral_officer' })}`);
  say(`  returning_officer LC1     ${tokenFor({ role: 'returning_officer', constituency: 'LC1' })}`);
  say(`  presiding_officer A0101   ${tokenFor({ role: 'presiding_officer', station: 'A0101' })}\n`);
};

interface Night {
  readonly portal: RunningPortal;
  readonly options: StartOptions;
  readonly tokenFor: TokenFor;
  readonly signal: AbortSignal;
}

const replayOne = async (night: Night, id: string, speed: StartOptions['speed']): Promise<void> => {
  const { portal, options, tokenFor, signal } = night;
  const line = progressLine(`Replay of ${id}`);
  const replayed = await replayNight({
    script: must(loadElection(id), `${id} is among the elections that come with the product`),
    origin: portal.url,
    tokenFor,
    speed,
    seed: options.seed,
    signal,
    ...(id === options.replay ? { onProgress: line.show } : {}),
  });
  line.end(
    replayed.ok ? 'complete, every report is in and the results are declared' : replayed.problem.sentence,
  );
};

/** The night that was asked for, and beside it the other elections, so that every voting system is on show. */
const replayAll = async (night: Night): Promise<void> => {
  const { replay, speed } = night.options;
  if (replay === null) return;
  const others = async (): Promise<void> => {
    for (const id of replayedElections()) if (id !== replay) await replayOne(night, id, 'max');
  };
  if (speed === 'max') {
    await replayOne(night, replay, speed);
    await others();
  } else await Promise.all([replayOne(night, replay, speed), others()]);
};

const run = async (options: StartOptions): Promise<void> => {
  assertNotOnAws(process.env);
  if (!(await buildSite(ROOT, say))) {
    throw new OptionProblem(
      'The site could not be built; what is wrong stands above. Mend it and start again.',
    );
  }
  if (options.fresh) await startOver(options.dataFolder);
  // Left behind by a portal that was killed; a running one keeps its own.
  if (!(await isInUse(options.dataFolder))) await rm(join(options.dataFolder, 'ready.json'), { force: true });
  const clock = { now: () => new Date() };
  const portal = await startPortal({
    dataFolder: options.dataFolder,
    port: options.port,
    filesPort: options.filesPort,
    siteFolder: join(ROOT, 'site', 'dist'),
    log: (line) => {
      if (line.level === 'error') consoleLog(line);
    },
    sweepEveryMs: SWEEP_EVERY_MS,
    witnesses: options.witnesses,
    clamd: options.clamd ?? undefined,
    origin: options.origin ?? undefined,
    rehearsals: options.rehearsals,
    // Not to whom: addresses and numbers stay in the file.
    onMessage: ({ kind }, path) => say(`Message sent   ${kind}: ${path}`),
  });
  const issue = tokenIssuer(options.dataFolder);
  const tokenFor: TokenFor = (request) => issue(request, clock.now());
  const stopping = new AbortController();
  const stop = async (code: number): Promise<void> => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    await rm(join(options.dataFolder, 'ready.json'), { force: true });
    await portal.close();
    process.exit(code);
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      say('\nStopping …');
      void stop(0);
    });
  }
  void portal.failure.then(async (failure) => {
    process.stderr.write(`${failure.message}\n`);
    await stop(1);
  });
  const today = hongKongDayOf(clock.now().toISOString());
  const reached = { url: portal.url, tokenFor, signal: stopping.signal };
  if (!options.empty) {
    for (const id of electionScripts()) await putDefinition(portal, id, tokenFor);
    await openTraining(reached, await portal.records.elections(), today);
  }
  await announce(portal, options);
  tellAddresses(portal, options, tokenFor);
  if (options.replay !== null) {
    await fileTraining(reached).catch((cause: unknown) => {
      if (!stopping.signal.aborted) say(`The rehearsal for candidates stays as it is: ${cause}`);
    });
  }
  await replayAll({ portal, options, tokenFor, signal: stopping.signal });
};

/** What a person can mend is told in one sentence; anything else with its trace. */
const isExplained = (error: unknown): error is Error =>
  [OptionProblem, StoreProblem, PortProblem, KeyProblem, OnAwsProblem].some((kind) => error instanceof kind);

const main = async (): Promise<void> => {
  try {
    const options = readOptions(process.argv.slice(2), replayedElections());
    if (options === 'help') process.stdout.write(START_HELP);
    else await run(options);
  } catch (error) {
    process.stderr.write(isExplained(error) ? `${error.message}\n` : `${(error as Error).stack ?? error}\n`);
    process.exit(1);
  }
};

await main();
