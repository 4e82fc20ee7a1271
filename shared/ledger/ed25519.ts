import { ed25519 } from '@noble/curves/ed25519.js';
import { publicKeyBytes, signatureBytes } from './verifier-key.ts';

/** Strict Ed25519 verification (RFC 8032): no lenient encodings, no small-order keys, no second spelling of a signature. */
export const ed25519Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  publicKey.length === publicKeyBytes &&
  signature.length === signatureBytes &&
  ed25519.verify(signature, message, publicKey, { zip215: false });
