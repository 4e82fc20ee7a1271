import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signer } from '#functions/ports.ts';

/** KMS signs at most this many bytes of a raw message. */
const maxMessageBytes = 4096;

/** What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410 §4). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

const rawPublicKey = (spki: Uint8Array | undefined): Uint8Array => {
  if (spki?.length !== 44 || !spkiHead.equals(spki.subarray(0, 12)))
    throw new Error('The KMS key is not an Ed25519 key.');
  return new Uint8Array(spki.subarray(12));
};

/** Signs with a key that never leaves KMS (`ECC_NIST_EDWARDS25519`). */
export const kmsSigner = async (options: {
  readonly client: KMSClient;
  readonly keyId: string;
  readonly name: string;
}): Promise<Signer> => {
  const { client, keyId, name } = options;
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  return {
    name,
    publicKey: rawPublicKey(PublicKey),
    async sign(message) {
      if (message.length > maxMessageBytes)
        throw new RangeError(`KMS signs at most ${maxMessageBytes} bytes, not ${message.length}.`);
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: keyId,
          Message: message,
          MessageType: 'RAW',
          SigningAlgorithm: 'ED25519_SHA_512',
        }),
      );
      if (Signature?.length !== 64) throw new Error('KMS answered without an Ed25519 signature.');
      return Signature;
    },
  };
};
