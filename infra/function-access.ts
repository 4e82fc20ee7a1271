import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Access } from '#functions/manifest.ts';
import { acknowledgeWildcards, arnInFindings } from './acknowledge.ts';
import { siteModule } from './function-code.ts';
import { recordPartitions } from './ledger-table.ts';
import type { PortalFunction } from './portal-function.ts';
import { publishedKeys } from './public-bucket.ts';

const { acts, order, elections } = recordPartitions;

/** A put into these partitions only: who accepts acts cannot forge their order, and the publisher cannot forge an act. */
const putInto = (table: ITableV2, partitions: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    actions: ['dynamodb:PutItem'],
    resources: [table.tableArn],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
      // `ForAllValues` is also true of nothing.
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });

const recordStatements: Readonly<Record<Access['records'][number], (table: ITableV2) => PolicyStatement>> = {
  read: (table) =>
    new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources: [table.tableArn] }),
  accept: (table) => putInto(table, [`${acts}*`, elections]),
  order: (table) => putInto(table, [`${order}*`]),
};

const fileStatements: Readonly<
  Record<Access['publicFiles'][number], (bucket: IBucket) => readonly PolicyStatement[]>
> = {
  read: (bucket) => [
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] }),
    // Without it S3 says 403 of a file that is not there yet.
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
  ],
  write: (bucket) => [
    new PolicyStatement({
      actions: ['s3:PutObject'],
      resources: publishedKeys.map((key) => bucket.arnForObjects(key)),
    }),
  ],
};

/** Turns what the manifest says of a function into grants, exactly. (`sign`: see `SigningKey`.) */
export const grantAccess = (
  { declared, lambda, role }: PortalFunction,
  { table, bucket }: { readonly table: ITableV2; readonly bucket: IBucket },
): void => {
  const { records, publicFiles } = declared.access;
  for (const use of records) role.addToPolicy(recordStatements[use](table));
  if (records.length > 0) lambda.addEnvironment('RECORDS_TABLE', table.tableName);
  for (const use of publicFiles)
    for (const statement of fileStatements[use](bucket)) role.addToPolicy(statement);
  if (publicFiles.length === 0) return;
  if (publicFiles.includes('write')) lambda.addEnvironment('SITE_MODULE', `./${siteModule}`);
  lambda.addEnvironment('PUBLIC_BUCKET', bucket.bucketName);
  acknowledgeWildcards(
    role,
    'Files are named by election, version and position, so a prefix is as narrow as it gets; the bucket’s policy demands conditional writes.',
    ['*', ...publishedKeys.filter((key) => key.endsWith('*'))].map(
      (key) => `Resource::${arnInFindings(bucket)}/${key}`,
    ),
  );
};
