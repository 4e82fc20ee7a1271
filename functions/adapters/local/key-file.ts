import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | null)?.code;

/** A key file that cannot be used; the message says what to do. */
export class KeyProblem extends Error {
  override readonly name = 'KeyProblem';
}

const unreadable = (path: string, why: string, cause?: unknown): KeyProblem =>
  new KeyProblem(
    `The signing key ${path} ${why}. Restore it from a copy, or delete it together with everything that was signed with it.`,
    { cause },
  );

/** Kinds of keys: of ledgers and receipts, and of push services. */
export type KeyKind = 'ed25519' | 'ec';

const makeKey = (kind: KeyKind): KeyObject =>
  kind === 'ec'
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    : generateKeyPairSync('ed25519').privateKey;

/** The complete file appears under its name, or none does; whoever comes second keeps the first one's key. */
const createKeyFile = async (path: string, kind: KeyKind): Promise<void> => {
  const privateKey = makeKey(kind);
  const unfinished = `${path}.${randomUUID()}.new`;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(unfinished, path);
    await unlink(unfinished);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return unlink(unfinished);
    await rename(unfinished, path); // a file system without hard links
  }
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
};

const readKeyFile = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw unreadable(path, `cannot be read (${codeOf(error)})`, error);
  }
};

const parseKey = (path: string, pem: string, kind: KeyKind): KeyObject => {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (error) {
    throw unreadable(path, 'is not a private key in PEM', error);
  }
  if (key.asymmetricKeyType !== kind)
    throw unreadable(path, `is of type ${key.asymmetricKeyType}, not ${kind}`);
  return key;
};

/** The private key in a file that only its owner may read; made at the first start. */
export const keyInFile = async (path: string, kind: KeyKind): Promise<KeyObject> => {
  let pem = await readKeyFile(path);
  if (pem === null) {
    await createKeyFile(path, kind).catch((cause) => {
      throw new KeyProblem(
        `Cannot make the signing key ${path} (${codeOf(cause)}). Make its folder writable.`,
        { cause },
      );
    });
    pem = (await readKeyFile(path)) ?? '';
  }
  return parseKey(path, pem, kind);
};
