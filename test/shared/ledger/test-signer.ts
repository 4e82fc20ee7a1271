import { ed25519 } from '@noble/curves/ed25519.js';
import { decodeBase64 } from '#shared/ledger/base64.ts';
import { noteSignatureLine } from '#shared/ledger/signed-note.ts';
import { formatVerifierKey, keyId } from '#shared/ledger/verifier-key.ts';
import { must } from '#shared/result.ts';

export interface TestSigner {
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly vkey: string;
  readonly sign: (message: Uint8Array) => Uint8Array;
  /** The signature line of a note with this text. */
  readonly line: (text: string) => string;
}

const signerOf = (name: string, seed: Uint8Array): TestSigner => {
  const publicKey = ed25519.getPublicKey(seed);
  const sign = (message: Uint8Array) => ed25519.sign(message, seed);
  return {
    name,
    publicKey,
    vkey: formatVerifierKey(name, publicKey),
    sign,
    line: (text) => noteSignatureLine(name, publicKey, sign(new TextEncoder().encode(text))),
  };
};

/** A signer whose key is 32 times the same byte: of no worth, and the same in every run. */
export const aSigner = (name: string, byte = 1): TestSigner => signerOf(name, new Uint8Array(32).fill(byte));

/** Reads a published test key of the Go note package, `PRIVATE+KEY+name+id+Base64`. */
export const parseSignerKey = (skey: string): TestSigner => {
  const [, name = '', id, encoded = ''] = must(
    /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(skey),
    'a signer key',
  );
  const bytes = must(decodeBase64(encoded), 'a signer key ends in Base64');
  const signer = signerOf(name, bytes.slice(1));
  if (bytes[0] !== 1 || keyId(name, 1, signer.publicKey) !== id)
    throw new Error(`Not an Ed25519 signer key: ${name}`);
  return signer;
};
