import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { env, pid } from 'node:process';
import { canonicalJson } from '#shared/canonical-json.ts';
import { readSeen as parseSeen, type SeenLedgers } from '#shared/verification/seen-ledgers.ts';
import { CannotVerify } from '#shared/verification/source.ts';

/** Where a reader's own programs keep what they remember (XDG base directories); a setting of the reader's, not of the portal. */
export const defaultSeenFile = (): string =>
  // biome-ignore lint/style/noProcessEnv: where a reader keeps things is the reader's setting, none of the portal's
  join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'open-returns', 'seen.json');

export const readSeen = async (path: string): Promise<SeenLedgers> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ledgers: [] };
    throw new CannotVerify(
      `The file of checkpoints seen before, ${path}, cannot be read (${code}); name another with --state.`,
    );
  }
  const seen = parseSeen(text);
  if (seen !== null) return seen;
  throw new CannotVerify(
    `${path} does not hold checkpoints seen before. Name another file with --state, or remove it: then nothing is remembered.`,
  );
};

/** Replaces the file in one step; answers why it could not, since a verdict stands without it. */
export const writeSeen = async (path: string, seen: SeenLedgers): Promise<string | null> => {
  const unfinished = `${path}.${pid}.new`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, `${canonicalJson(seen)}\n`);
    await rename(unfinished, path);
    return null;
  } catch (error) {
    return `The checkpoints seen could not be remembered in ${path} (${(error as NodeJS.ErrnoException).code}).`;
  }
};
