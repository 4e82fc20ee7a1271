import { createPublicKey, sign } from 'node:crypto';
import type { Signer } from '#functions/ports.ts';
import { keyInFile } from './key-file.ts';

/** Signs with a key kept in a file. */
export const keyFileSigner = async (options: {
  readonly path: string;
  readonly name: string;
}): Promise<Signer> => {
  const key = await keyInFile(options.path, 'ed25519');
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    name: options.name,
    publicKey: new Uint8Array(spki.subarray(-32)),
    sign: async (message) => new Uint8Array(sign(null, message, key)),
  };
};
