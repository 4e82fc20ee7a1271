import type { VerifySignature } from '#shared/ledger/signed-note.ts';

/** The points of small order of Curve25519, as keys: under them anything is signed, so nothing is. */
const SMALL_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
];

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const byBrowser: VerifySignature = async (publicKey, message, signature) => {
  if (SMALL_ORDER.includes(hex(publicKey))) return false;
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(publicKey), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(message));
};

/** The base point: every browser that knows the algorithm takes it for a key. */
const BASE = Uint8Array.from([0x58, ...Array.from({ length: 31 }, () => 0x66)]);

const isBrought = (): Promise<boolean> =>
  Promise.resolve()
    .then(() => crypto.subtle.importKey('raw', BASE, 'Ed25519', false, ['verify']))
    .then(
      () => true,
      () => false,
    );

export interface SignatureAsked {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** Asked one after the other: a verification has two or three signatures. */
const byLibrary = (): VerifySignature => {
  const worker = new Worker(new URL('./signature-worker.ts', import.meta.url), { type: 'module' });
  return (publicKey, message, signature) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<boolean>) => resolve(data);
      worker.onerror = () => reject(new Error('The library for signatures could not be loaded.'));
      worker.postMessage({ publicKey, message, signature } satisfies SignatureAsked);
    });
};

/** Ed25519 as the browser brings it; where it does not, a library is loaded. */
export const loadVerifySignature = async (): Promise<VerifySignature> =>
  (await isBrought()) ? byBrowser : byLibrary();
