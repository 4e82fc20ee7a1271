import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { PortalFunction } from './portal-function.ts';

export interface SigningKeyProps {
  readonly signers: readonly PortalFunction[];
  /** The environment variable by which the signers know the key. */
  readonly variable: string;
  readonly description: string;
}

/** An Ed25519 key of checkpoints and heartbeats, or of receipts. Losing it ends the name it signs under, so it is retained. */
export class SigningKey extends Construct {
  readonly key: Key;

  /** The key refuses every signer but these, whatever other policies of the account allow. */
  constructor(scope: Construct, id: string, { signers, variable, description }: SigningKeyProps) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description,
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
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
    for (const { lambda, role } of signers) {
      this.grantSign(role);
      lambda.addEnvironment(variable, this.key.keyArn);
    }
  }

  private grantSign(signer: IRole): void {
    signer.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['kms:GetPublicKey'], resources: [this.key.keyArn] }),
    );
    signer.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['kms:Sign'],
        resources: [this.key.keyArn],
        // Signed notes hold plain Ed25519; a pre-hashed signature would be valid for the key and for nobody who verifies.
        conditions: { StringEquals: { 'kms:SigningAlgorithm': 'ED25519_SHA_512', 'kms:MessageType': 'RAW' } },
      }),
    );
  }
}
