/** Makes one folder per function, ready for AWS Lambda: `index.mjs` and the files that it reads. */
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { type ExtraFiles, MANIFEST, type NativeProgram } from '#functions/manifest.ts';
import { copyPackages, type Machine } from './bundle-packages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface FunctionBundle {
  readonly name: string;
  readonly folder: string;
  /** Size of `index.mjs`, without the extra files. */
  readonly bytes: number;
  /** What went into it: source path → bytes of it in the bundle. */
  readonly inputs: Readonly<Record<string, number>>;
}

type Entry = Pick<(typeof MANIFEST)[number], 'name' | 'entry' | 'native' | 'files'>;

export interface BundleOptions {
  readonly outDir: string;
  /** Only these functions; all of the manifest when absent. */
  readonly names?: readonly string[];
  readonly include?: Readonly<Record<string, readonly ExtraFiles[]>>;
  /** In place of the manifest; entries relative to the project, or absolute. */
  readonly functions?: readonly Entry[];
  /** Where packages will run that bring code of their own for it. */
  readonly machine?: Machine;
}

/** Where such functions run on AWS; `infra/portal-function.ts` says so too. */
const LAMBDA: Machine = { os: 'linux', cpu: 'x64', libc: 'glibc' };

interface Replacement {
  readonly file: RegExp;
  readonly contents: string;
}

/** Parts of the SDK that no function here can reach, 150 kB of them. All else of it stays as it was published. */
const replacements: readonly Replacement[] = [
  {
    // Lambda hands over credentials in the environment. The default chain also carries single sign-on, shared files, web identity and the
    // instance service, each with its clients, and could only ever look in the wrong place.
    file: /[\\/]@aws-sdk[\\/]credential-provider-node[\\/]dist-es[\\/]index\.js$/,
    contents: `
      import { fromEnv } from '@aws-sdk/credential-provider-env';
      export const defaultProvider = (options) => fromEnv(options);
    `,
  },
  {
    // For operations that answer with a stream of events; none that is called here does. Clients that have one ask for it when they are made.
    file: /[\\/]@smithy[\\/]core[\\/]dist-es[\\/]submodules[\\/]event-streams[\\/]index\.js$/,
    contents: `
      export const resolveEventStreamSerdeConfig = (config) => config;
      export function EventStreamSerde() { throw new Error('No streams of events here.'); }
      export { EventStreamSerde as eventStreamSerdeProvider };
    `,
  },
  {
    // Only for clients that discover endpoints, which is off unless asked for.
    file: /[\\/]@aws-sdk[\\/]endpoint-cache[\\/]dist-es[\\/]index\.js$/,
    contents: 'export class EndpointCache {}',
  },
];

const leaner: Plugin = {
  name: 'leaner',
  setup({ onLoad }) {
    for (const { file, contents } of replacements)
      onLoad({ filter: file }, ({ path }) => ({ contents, resolveDir: dirname(path) }));
  },
};

/** The clients import their whole package.json to say their version. */
const versionOnly: Plugin = {
  name: 'version-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/][^\\/]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { readonly version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** One module with all that it imports but these packages, so that it runs where nothing else is installed. */
const bundleModule = (entry: string, outfile: string, external: readonly string[] = []) =>
  build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    external: external.flatMap((name) => [name, `${name}/*`]),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // Chinese words as they are: three bytes a character, not the six of an escape.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
    // Some dependencies are CommonJS and call `require`, which ES modules lack.
    banner: {
      js: "import{createRequire as bundleRequire}from'node:module';const require=bundleRequire(import.meta.url);",
    },
    plugins: [leaner, versionOnly],
  });

const addFiles = async ({ from, to }: ExtraFiles, folder: string): Promise<void> => {
  if (/\.[cm]?[jt]s$/.test(from)) await bundleModule(from, join(folder, to));
  else await cp(join(root, from), join(folder, to), { recursive: true });
};

const addNative = async (
  { program, packages }: NativeProgram,
  folder: string,
  machine: Machine,
): Promise<void> => {
  await bundleModule(program.from, join(folder, program.to), packages);
  await copyPackages(packages, folder, machine);
};

const bundleFunction = async (
  { name, entry, native, files: own = [] }: Entry,
  { outDir, machine = LAMBDA }: BundleOptions,
  extra: readonly ExtraFiles[],
): Promise<FunctionBundle> => {
  const folder = join(outDir, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { metafile } = await bundleModule(entry, join(folder, 'index.mjs'), native?.packages);
  if (native) await addNative(native, folder, machine);
  for (const files of [...own, ...extra]) await addFiles(files, folder);
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output?.inputs ?? {}).map(([path, { bytesInOutput }]) => [
    path,
    bytesInOutput,
  ]);
  return { name, folder, bytes: output?.bytes ?? 0, inputs: Object.fromEntries(inputs) };
};

/** Bundles the functions, in the order of the manifest; an unknown name or a broken entry throws. */
export const bundleFunctions = async (options: BundleOptions): Promise<readonly FunctionBundle[]> => {
  const { functions = MANIFEST, include = {} } = options;
  const names = options.names ?? functions.map(({ name }) => name);
  const unknown = [...names, ...Object.keys(include)].find(
    (name) => !functions.some((known) => known.name === name),
  );
  if (unknown !== undefined) throw new RangeError(`The manifest knows no function named ${unknown}.`);
  const wanted = functions.filter(({ name }) => names.includes(name));
  return Promise.all(wanted.map((entry) => bundleFunction(entry, options, include[entry.name] ?? [])));
};
