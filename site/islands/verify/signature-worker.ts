import { ed25519Verify } from '#shared/ledger/ed25519.ts';
import type { SignatureAsked } from './verify-signature.ts';

/** Verifies signatures where the browser does not: a worker of its own, so that only those browsers load the library. */
addEventListener('message', ({ data }: MessageEvent<SignatureAsked>) => {
  const { publicKey, message, signature } = data;
  postMessage(ed25519Verify(publicKey, message, signature));
});
