import { bytesToHex } from '@noble/hashes/utils.js';
import type { VerifySignature } from '#shared/ledger/signed-note.ts';
import { publicKeyBytes, signatureBytes } from '#shared/ledger/verifier-key.ts';

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

/** Whether a key is written in the one way in which it may be: its number is below that of the field. */
const isCanonical = (publicKey: Uint8Array): boolean =>
  ((publicKey[31] ?? 0) & 0x7f) < 0x7f ||
  publicKey.subarray(1, 31).some((byte) => byte < 0xff) ||
  (publicKey[0] ?? 0) < 0xed;

/** Browsers differ in which odd keys they take (RFC 8032 leaves it open): what the library refuses is refused before they are asked. */
const isSound = (publicKey: Uint8Array, signature: Uint8Array): boolean =>
  publicKey.length === publicKeyBytes &&
  signature.length === signatureBytes &&
  isCanonical(publicKey) &&
  !SMALL_ORDER.includes(bytesToHex(publicKey));

export const verifyByBrowser: VerifySignature = async (publicKey, message, signature) => {
  if (!isSound(publicKey, signature)) return false;
  const key = await crypto.subtle
    .importKey('raw', Uint8Array.from(publicKey), 'Ed25519', false, ['verify'])
    // No point of the curve.
    .catch(() => null);
  return (
    key !== null && crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(message))
  );
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
  (await isBrought()) ? verifyByBrowser : byLibrary();
