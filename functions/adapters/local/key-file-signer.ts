import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Signer } from '#functions/ports.ts';

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

/** The complete file appears under its name, or none does; whoever comes second keeps the first one's key. */
const createKeyFile = async (path: string): Promise<void> => {
  const { privateKey } = generateKeyPairSync('ed25519');
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

const parseKey = (path: string, pem: string): KeyObject => {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (error) {
    throw unreadable(path, 'is not a private key in PEM', error);
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw unreadable(path, `is of type ${key.asymmetricKeyType}, not ed25519`);
  return key;
};

/** Signs with a key kept in a file that only its owner may read; made at the first start. */
export const keyFileSigner = async (options: {
  readonly path: string;
  readonly name: string;
}): Promise<Signer> => {
  const { path, name } = options;
  let pem = await readKeyFile(path);
  if (pem === null) {
    await createKeyFile(path).catch((cause) => {
      throw new KeyProblem(
        `Cannot make the signing key ${path} (${codeOf(cause)}). Make its folder writable.`,
        {
          cause,
        },
      );
    });
    pem = (await readKeyFile(path)) ?? '';
  }
  const key = parseKey(path, pem);
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    name,
    publicKey: new Uint8Array(spki.subarray(-32)),
    sign: async (message) => new Uint8Array(sign(null, message, key)),
  };
};
