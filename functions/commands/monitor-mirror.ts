import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isWithdrawn, isWrittenOnce } from '#shared/publication/paths.ts';
import type { Finding } from '#shared/verification/finding.ts';
import type { Source } from '#shared/verification/source.ts';
import { namesOfKey } from '../local/stores/s3-subset/object-names.ts';

/** Never changes while it stands: what is mirrored of it need not be fetched again with every look. */
const isImmutable = (key: string): boolean =>
  isWrittenOnce(key) || /^data\/[^/]+\/log\/(entry|body)\//.test(key);

export interface Mirror {
  /** The place, and everything that is read there is kept beside the mirror until it is found good. */
  readonly source: Source;
  /** What contradicts the mirror, whatever the ledger says: gone, or changed although it never may. */
  readonly findings: () => readonly Finding[];
  /** Takes over what was read, but for these files. */
  accept(bad: ReadonlySet<string>): Promise<void>;
  /** Takes over nothing; the files that move are kept as evidence. Answers where. */
  refuse(name: string): Promise<string>;
}

export interface Mirroring {
  readonly from: Source;
  readonly folder: string;
  /** Also what is mirrored is read at the place. */
  readonly fresh: boolean;
  /** Told of every file that is read. */
  readonly onRead: (key: string, bytes: Uint8Array) => void;
}

const readFrom = (folder: string, key: string): Promise<Uint8Array | null> =>
  readFile(join(folder, ...namesOfKey(key))).catch(() => null);

const put = async (folder: string, key: string, bytes: Uint8Array): Promise<void> => {
  const path = join(folder, ...namesOfKey(key));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
};

const move = async (from: string, to: string, key: string): Promise<void> => {
  const target = join(to, ...namesOfKey(key));
  await mkdir(dirname(target), { recursive: true });
  await rename(join(from, ...namesOfKey(key)), target);
};

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** A look at a place through its mirror in a folder. */
export const mirrorOf = ({ from, folder, fresh, onRead }: Mirroring): Mirror => {
  const incoming = join(folder, 'incoming');
  const staged = new Set<string>();
  const findings: Finding[] = [];

  const compare = async (key: string, bytes: Uint8Array | null): Promise<void> => {
    const kept = await readFrom(folder, key);
    if (bytes === null) {
      if (kept && isImmutable(key) && !isWithdrawn(key))
        findings.push({ kind: 'missing', path: key, message: 'was published, and is gone' });
      return;
    }
    if (kept && same(kept, bytes)) return;
    if (kept && isImmutable(key))
      findings.push({
        kind: 'differs',
        path: key,
        message: 'is another file than the one that was mirrored',
      });
    await put(incoming, key, bytes);
    staged.add(key);
  };

  const fetchAndKeep: Source['read'] = async (key, atMost) => {
    const file = await from.read(key, atMost);
    if (file.kind !== 'failed') await compare(key, file.kind === 'read' ? file.bytes : null);
    return file;
  };

  return {
    source: {
      ...from,
      read: async (key, atMost) => {
        const kept = fresh || !isImmutable(key) ? null : await readFrom(folder, key);
        const file = kept
          ? { kind: 'read' as const, bytes: kept, contentType: null }
          : await fetchAndKeep(key, atMost);
        if (file.kind === 'read') onRead(key, file.bytes);
        return file;
      },
    },
    findings: () => findings,
    accept: async (bad) => {
      for (const key of staged) if (!bad.has(key)) await move(incoming, folder, key);
      await rm(incoming, { recursive: true, force: true });
    },
    refuse: async (name) => {
      const evidence = join(folder, 'evidence', name);
      for (const key of staged) if (!isImmutable(key)) await move(incoming, evidence, key);
      await rm(incoming, { recursive: true, force: true });
      return evidence;
    },
  };
};
