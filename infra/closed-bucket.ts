import { RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';

/** Every bucket of the portal: nothing in it is public by itself, all of it is encrypted and kept, and it speaks TLS only. */
export const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies BucketProps;

/** Keeps everybody from these actions, whatever their role allows; with conditions, only where they hold. */
export const forbid = (
  bucket: IBucket,
  sid: string,
  actions: readonly string[],
  keys: readonly string[],
  conditions?: Record<string, Record<string, string | string[]>>,
): void => {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: [...actions],
      resources: keys.map((key) => bucket.arnForObjects(key)),
      ...(conditions === undefined ? {} : { conditions }),
    }),
  );
};
