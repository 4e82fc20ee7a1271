import type { Dirent } from 'node:fs';
import { access, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { AddressId } from '#shared/election/identifiers.ts';
import {
  CannotVerify,
  type FileRead,
  maxFileBytes,
  type Source,
  tooLarge,
} from '#shared/verification/source.ts';
import { keyOfNames, namesOfKey } from '../local/stores/s3-subset/object-names.ts';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? String(error);

const failed = (error: unknown): FileRead => {
  const code = codeOf(error);
  return ['ENOENT', 'ENOTDIR'].includes(code)
    ? { kind: 'missing' }
    : { kind: 'failed', why: `cannot be read (${code})`, unreachable: false };
};

/** A file by its path; throws nothing. */
export const readPath = async (path: string, atMost: number): Promise<FileRead> => {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > atMost) return tooLarge(size, atMost);
      const bytes = await file.readFile();
      return {
        kind: 'read',
        bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
        contentType: null,
      };
    } finally {
      await file.close();
    }
  } catch (error) {
    return failed(error);
  }
};

const isId = (name: string): boolean => z.safeParse(AddressId, name).success;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Whether a folder is one election's: any of the parts that every election has. */
const isElection = async (folder: string): Promise<boolean> => {
  const parts = await Promise.all(
    ['log', 'latest.json', 'r', 'heartbeat'].map((part) => exists(join(folder, part))),
  );
  return parts.some(Boolean);
};

const subfolders = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** The elections of a folder that is `data`, by name. */
const electionsIn = async (data: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const name of await subfolders(data)) {
    if (isId(name) && (await isElection(join(data, name)))) found.set(name, join(data, name));
  }
  return found;
};

/** A copy of one election's folder may be called anything: its checkpoint says of which ledger it is. */
const electionName = async (folder: string): Promise<string> => {
  const checkpoint = await readPath(join(folder, 'log', 'checkpoint'), 10_000);
  const origin = checkpoint.kind === 'read' ? new TextDecoder().decode(checkpoint.bytes).split('\n')[0] : '';
  const name = origin?.split('/').at(-1) ?? '';
  return isId(name) ? name : basename(await realpath(folder));
};

const findElections = async (
  folder: string,
  asked: string | undefined,
): Promise<ReadonlyMap<string, string>> => {
  for (const data of [join(folder, 'data'), folder]) {
    const found = await electionsIn(data);
    if (found.size > 0) return found;
  }
  return (await isElection(folder)) ? new Map([[asked ?? (await electionName(folder)), folder]]) : new Map();
};

/** Every file below a folder, as the names of its path. */
export const walk = async (
  folder: string,
  names: readonly string[],
): Promise<readonly (readonly string[])[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const below = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory()
        ? walk(join(folder, entry.name), [...names, entry.name])
        : Promise.resolve([[...names, entry.name]]),
    ),
  );
  return below.flat();
};

/** Published files in a folder: the site's, its `data`, or one election's. */
export const folderSource = async (from: string, asked: string | undefined): Promise<Source> => {
  const folder = resolve(from);
  const standing = await stat(folder).catch((error: unknown) => {
    throw new CannotVerify(
      `${from} cannot be read (${codeOf(error)}): name a folder, or an address that begins with http.`,
    );
  });
  if (!standing.isDirectory())
    throw new CannotVerify(`${from} is a file; name the folder with the published files.`);
  const found = await findElections(folder, asked);
  const inside = (key: string): readonly string[] => {
    const [, election = '', ...rest] = key.split('/');
    const root = found.get(election) ?? join(folder, election);
    return [join(root, ...rest), join(root, ...namesOfKey(rest.join('/')))];
  };
  return {
    name: from,
    read: async (key, atMost = maxFileBytes) => {
      const [plain = '', escaped = ''] = inside(key);
      const first = await readPath(plain, atMost);
      return first.kind === 'missing' && escaped !== plain ? readPath(escaped, atMost) : first;
    },
    list: async (election) => {
      const root = found.get(election);
      if (root === undefined) return [];
      const names = await walk(root, []).catch((error: unknown) => {
        throw new CannotVerify(`${root} cannot be listed (${codeOf(error)}).`);
      });
      return names.map((path) => `data/${election}/${keyOfNames(path)}`).sort();
    },
    elections: async () => [...found.keys()],
  };
};
