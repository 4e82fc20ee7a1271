import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Access } from '#functions/manifest.ts';
import { acknowledgeWildcards, arnInFindings } from './acknowledge.ts';
import type { CandidateFiles } from './candidate-files.ts';
import type { PortalFunction } from './portal-function.ts';

interface Grant {
  /** On the objects of the bucket. */
  readonly objects: readonly string[];
  /** On the bucket itself. */
  readonly bucket?: readonly string[];
}

type Store = 'quarantine' | 'verdicts' | 'vault' | 'uploads';

/**
 * What each use needs. Who may list is told 404 of what is not there; who inspects may not, so that a function which met a hostile file
 * knows no other key than the one it was given. Nobody may pass over the vault's lock.
 */
const grants: { readonly [S in Store]: Readonly<Record<Access[S][number], Grant>> } = {
  quarantine: {
    offer: { objects: ['s3:PutObject'] },
    head: { objects: ['s3:GetObjectVersion'], bucket: ['s3:ListBucketVersions'] },
    read: { objects: ['s3:GetObjectVersion'] },
    scan: { objects: ['s3:GetObjectVersionTagging'] },
    discard: { objects: ['s3:DeleteObjectVersion'], bucket: ['s3:ListBucketVersions'] },
  },
  verdicts: {
    read: { objects: ['s3:GetObject'], bucket: ['s3:ListBucket'] },
    write: { objects: ['s3:PutObject'] },
  },
  vault: {
    read: { objects: ['s3:GetObject'], bucket: ['s3:ListBucket'] },
    write: { objects: ['s3:PutObject'] },
  },
  uploads: {
    read: { objects: ['s3:GetObject'], bucket: ['s3:ListBucket'] },
    write: { objects: ['s3:PutObject'] },
    remove: { objects: ['s3:DeleteObject'] },
  },
};

const grantOn = (
  { lambda, role }: PortalFunction,
  bucket: IBucket,
  variable: string,
  wanted: readonly Grant[],
): void => {
  if (wanted.length === 0) return;
  const unique = (actions: readonly string[]): string[] => [...new Set(actions)].sort();
  role.addToPolicy(
    new PolicyStatement({
      actions: unique(wanted.flatMap(({ objects }) => objects)),
      resources: [bucket.arnForObjects('*')],
    }),
  );
  const onBucket = unique(wanted.flatMap((grant) => grant.bucket ?? []));
  if (onBucket.length > 0)
    role.addToPolicy(new PolicyStatement({ actions: onBucket, resources: [bucket.bucketArn] }));
  lambda.addEnvironment(variable, bucket.bucketName);
  acknowledgeWildcards(
    role,
    'Keys of uploads are random, so there is no narrower prefix; the bucket’s policy says how they may be written.',
    [`Resource::${arnInFindings(bucket)}/*`],
  );
};

/** Turns what the manifest says of candidates' files into grants, exactly. */
export const grantCandidateFiles = (one: PortalFunction, stores: CandidateFiles): void => {
  const { quarantine, verdicts, vault, uploads } = one.declared.access;
  grantOn(
    one,
    stores.quarantine,
    'QUARANTINE_BUCKET',
    quarantine.map((use) => grants.quarantine[use]),
  );
  grantOn(
    one,
    stores.verdicts,
    'VERDICTS_BUCKET',
    verdicts.map((use) => grants.verdicts[use]),
  );
  grantOn(
    one,
    stores.vault,
    'VAULT_BUCKET',
    vault.map((use) => grants.vault[use]),
  );
  grantOn(
    one,
    stores.files,
    'FILES_BUCKET',
    uploads.map((use) => grants.uploads[use]),
  );
};
