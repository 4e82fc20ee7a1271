import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { p256 } from '@noble/curves/nist.js';
import type { PushKey } from '#functions/ports.ts';

/** What stands before the 65 bytes of a point on P-256 in DER (RFC 5480). */
const spkiHead = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

const pointOf = (spki: Uint8Array | undefined): Uint8Array => {
  if (spki?.length !== 91 || !spkiHead.equals(spki.subarray(0, 26)))
    throw new Error('The KMS key is not a key on P-256.');
  return new Uint8Array(spki.subarray(26));
};

/** A key on P-256 that never leaves KMS (`ECC_NIST_P256`). */
export const kmsPushKey = async (options: {
  readonly client: KMSClient;
  readonly keyId: string;
}): Promise<PushKey> => {
  const { client, keyId } = options;
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  return {
    publicKey: pointOf(PublicKey),
    sign: async (message) => {
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: keyId,
          Message: message,
          MessageType: 'RAW',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      );
      if (Signature === undefined) throw new Error('KMS answered without a signature.');
      // KMS signs in DER; tokens want the two numbers one after the other (RFC 7518 §3.4).
      return p256.Signature.fromBytes(Signature, 'der').toBytes('compact');
    },
  };
};
