import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { PortalFunction } from './portal-function.ts';

/** Signed notes hold plain Ed25519: a pre-hashed signature would be valid for the key and for nobody who verifies. Push services want P-256. */
const kinds = {
  ed25519: { keySpec: KeySpec.ECC_NIST_EDWARDS25519, algorithm: 'ED25519_SHA_512' },
  p256: { keySpec: KeySpec.ECC_NIST_P256, algorithm: 'ECDSA_SHA_256' },
} as const;

export interface SigningKeyProps {
  readonly kind?: keyof typeof kinds;
  readonly signers: readonly PortalFunction[];
  /** Who may only tell others the public key. */
  readonly tellers?: readonly PortalFunction[];
  /** The environment variable by which the signers know the key. */
  readonly variable: string;
  readonly description: string;
}

/** A key of checkpoints and heartbeats, of receipts, or for push services. Losing it ends the name it signs under, so it is retained. */
export class SigningKey extends Construct {
  readonly key: Key;

  /** The key refuses every signer but these, whatever other policies of the account allow. */
  constructor(scope: Construct, id: string, props: SigningKeyProps) {
    super(scope, id);
    const { signers, tellers = [], variable, description } = props;
    const { keySpec, algorithm } = kinds[props.kind ?? 'ed25519'];
    this.key = new Key(this, 'Key', {
      description,
      keySpec,
      keyUsage: KeyUsage.SIGN_VERIFY,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const signerArns = signers.map(({ role }) => role.roleArn);
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyTheseSign',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['kms:Sign'],
        resources: ['*'],
        conditions: { ArnNotEquals: { 'aws:PrincipalArn': signerArns } },
      }),
    );
    for (const { lambda, role } of [...signers, ...tellers]) {
      role.addToPrincipalPolicy(
        new PolicyStatement({ actions: ['kms:GetPublicKey'], resources: [this.key.keyArn] }),
      );
      lambda.addEnvironment(variable, this.key.keyArn);
    }
    for (const { role } of signers) this.grantSign(role, algorithm);
  }

  private grantSign(signer: IRole, algorithm: string): void {
    signer.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['kms:Sign'],
        resources: [this.key.keyArn],
        conditions: { StringEquals: { 'kms:SigningAlgorithm': algorithm, 'kms:MessageType': 'RAW' } },
      }),
    );
  }
}
