import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CannotVerify } from '#shared/verification/source.ts';
import { astroPages } from '../adapters/astro-pages.ts';
import { dynamoDbClient, s3Client } from '../adapters/aws/clients.ts';
import { dynamoDbRecords } from '../adapters/aws/dynamodb-records.ts';
import { s3ObjectStore } from '../adapters/aws/s3-object-store.ts';
import { KeyProblem } from '../adapters/local/key-file.ts';
import { keyFileSigner } from '../adapters/local/key-file-signer.ts';
import { buildSite } from '../local/build-site.ts';
import { LOCAL_LOG } from '../local/platform-ports.ts';
import { publishAssets } from '../local/publisher/site-assets.ts';
import { recordsTable } from '../local/stores/dynalite-server.ts';
import { folderObjectStore } from '../local/stores/folder-object-store.ts';
import { startStores } from '../local/stores/start-stores.ts';
import { StoreProblem } from '../local/stores/store-problem.ts';
import type { Records, Signer } from '../ports.ts';
import { publishDescriptions } from '../publishing/descriptions.ts';
import { frontPages } from '../publishing/front-pages.ts';
import { type RebuildPorts, type Rebuilt, rebuildElection } from '../publishing/rebuild-election.ts';
import { Misunderstood } from './flags.ts';
import { compareWith, comparisonLines, isEqual } from './rebuild-compare.ts';
import { REBUILD_HELP, type RebuildOptions, readRebuildOptions } from './rebuild-options.ts';
import { type Terminals, verifyCommand } from './verify-command.ts';
import { progressLine } from './verify-progress.ts';

type Local = Extract<RebuildOptions, { kind: 'local' }>;
type Aws = Extract<RebuildOptions, { kind: 'aws' }>;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REGION = 'ap-east-1';

const electionsOf = async (records: Records, { election }: RebuildOptions): Promise<readonly string[]> => {
  const known = await records.elections();
  if (election === null) return known;
  if (known.includes(election)) return [election];
  throw new Misunderstood(`No election ${election} is on record; there are ${known.join(', ') || 'none'}.`);
};

const rebuildAll = async (
  ports: RebuildPorts,
  elections: readonly string[],
  { out, error }: Terminals,
): Promise<readonly Rebuilt[]> => {
  const progress = progressLine(error);
  const done: Rebuilt[] = [];
  for (const election of elections) {
    const startedAt = performance.now();
    const rebuilt = await rebuildElection(ports, election, (version, of) =>
      progress.show(`${election}: version ${version} of ${of}`),
    );
    progress.clear();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (!rebuilt) out.write(`${election}: nothing of it was ever published.\n`);
    else {
      const { versions, entries, pages } = rebuilt;
      const figures = [versions, entries, pages].map((figure) => figure.toLocaleString('en'));
      out.write(
        `${election}: ${figures[0]} versions, ${figures[1]} entries, ${figures[2]} pages made again (${seconds} s).\n`,
      );
      done.push(rebuilt);
    }
  }
  return done;
};

const assertEmpty = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw new Misunderstood(`${folder} cannot be used (${cause.code}): name an empty folder with --to.`);
  });
  if (names.length > 0)
    throw new Misunderstood(
      `${folder} is not empty (${names.slice(0, 3).join(', ')}): nothing is overwritten. Name an empty folder with --to.`,
    );
};

/** A key that is made now would sign other bytes than those that were published. */
const openKey = (data: string, file: string, name: string): Promise<Signer> => {
  const path = join(data, 'keys', file);
  if (existsSync(path)) return keyFileSigner({ path, name });
  throw new Misunderstood(
    `The key ${path} is missing: restore it from a copy, since a new one signs other bytes.`,
  );
};

const verifyRebuilt = async ({ to, election }: Local, terminals: Terminals): Promise<number> => {
  // What a reader of this computer has seen elsewhere is another matter.
  const state = await mkdtemp(join(tmpdir(), 'open-returns-rebuilt-'));
  try {
    const only = election === null ? [] : ['--election', election];
    return await verifyCommand(['--from', to, '--state', join(state, 'seen.json'), ...only], terminals);
  } finally {
    await rm(state, { recursive: true, force: true });
  }
};

/** Style sheets, scripts and descriptions, which are of the program and of no election. */
const publishOfProgram = async ({ files, pages }: Pick<RebuildPorts, 'files' | 'pages'>): Promise<void> => {
  if (!pages) return;
  await publishAssets(files, join(ROOT, 'site', 'dist', 'client'), pages.build);
  await publishDescriptions(files, pages.build);
};

const rebuildLocal = async (options: Local, terminals: Terminals): Promise<number> => {
  const { data, to, compare, dataOnly } = options;
  if (!existsSync(join(data, 'stores.json')))
    throw new Misunderstood(`${data} is no data folder of a portal: name one with --data.`);
  const signers = {
    real: await openKey(data, 'ledger.pem', LOCAL_LOG),
    test: await openKey(data, 'test-ledger.pem', `${LOCAL_LOG}/test`),
  };
  await assertEmpty(to);
  if (!dataOnly && !(await buildSite(ROOT, (line) => terminals.error.write(`${line}\n`))))
    throw new Misunderstood(
      'The site could not be built, so there are no pages: mend it, or ask for --data-only.',
    );
  const pages = dataOnly ? null : await astroPages(pathToFileURL(join(ROOT, 'site/dist/server/entry.mjs')));
  const stores = await startStores({ dataFolder: data });
  try {
    const { dynamoDbEndpoint, credentials } = stores;
    const client = dynamoDbClient({ region: REGION, dynamoDbEndpoint, credentials });
    const records = dynamoDbRecords({ client, table: recordsTable });
    const elections = await electionsOf(records, options);
    const files = folderObjectStore(resolve(to));
    await rebuildAll({ records, files, pages, signers }, elections, terminals);
    await publishOfProgram({ files, pages });
    if (pages) await frontPages({ records, files, pages }).publish();
  } finally {
    await stores.close();
    await rm(`${resolve(to)}.unfinished`, { recursive: true, force: true });
  }
  const verdict = await verifyRebuilt(options, terminals);
  if (compare === null) return verdict;
  const comparison = await compareWith(resolve(to), compare);
  terminals.out.write(`${comparisonLines(compare, comparison).join('\n')}\n`);
  return isEqual(comparison) ? verdict : 1;
};

const rebuildOnAws = async (options: Aws, terminals: Terminals): Promise<number> => {
  const { region, table, bucket } = options;
  const records = dynamoDbRecords({ client: dynamoDbClient({ region }), table });
  const files = s3ObjectStore({ client: s3Client({ region }), bucket });
  const elections = await electionsOf(records, options);
  for (const election of elections) {
    const [found] = await files.list(`data/${election}/`);
    if (found !== undefined)
      throw new Misunderstood(
        `The bucket ${bucket} is not empty of ${election} (${found}): nothing is overwritten.`,
      );
  }
  await rebuildAll({ records, files, pages: null, signers: null }, elections, terminals);
  terminals.out.write(
    'Within a minute the sweep signs the checkpoints, moves the pointers and bakes the pages. Then verify the site.\n',
  );
  return 0;
};

/** The command without its process: arguments in, words and exit code out. */
export const rebuildCommand = async (args: readonly string[], terminals: Terminals): Promise<number> => {
  try {
    const options = readRebuildOptions(args);
    if (options?.kind === 'local') return await rebuildLocal(options, terminals);
    if (options?.kind === 'aws') return await rebuildOnAws(options, terminals);
    terminals.out.write(REBUILD_HELP);
    return 0;
  } catch (cause) {
    const isExplained = [Misunderstood, CannotVerify, StoreProblem, KeyProblem].some(
      (kind) => cause instanceof kind,
    );
    if (!isExplained) throw cause;
    terminals.error.write(`${(cause as Error).message}\n`);
    return 2;
  }
};
