import { createPublicKey, sign } from 'node:crypto';
import type { PushKey } from '#functions/ports.ts';
import { keyInFile } from './key-file.ts';

/** The key for push services, kept in a file. */
export const keyFilePushKey = async (path: string): Promise<PushKey> => {
  const key = await keyInFile(path, 'ec');
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    publicKey: new Uint8Array(spki.subarray(-65)),
    sign: async (message) => new Uint8Array(sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' })),
  };
};
