import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Access } from '#functions/manifest.ts';
import { acknowledgeWildcards, arnInFindings } from './acknowledge.ts';
import { siteModule } from './function-code.ts';
import { recordPartitions } from './ledger-table.ts';
import type { PortalFunction } from './portal-function.ts';
import { cosignedKeys, publishedKeys, withdrawnKeys } from './public-bucket.ts';

const { acts, rehearsals, filings, platform, order, elections, accounts } = recordPartitions;

/** The partitions that each use is about. Who accepts acts cannot forge their order, the publisher no act, and neither of them an account. */
const readFrom = {
  records: {
    list: [elections],
    read: [`${acts}*`, `${order}*`, elections],
    accept: [],
    file: [],
    order: [],
    rehearse: [rehearsals],
  },
  platform: { read: [`${platform}*`], accept: [] },
  accounts: { read: [accounts], write: [] },
} as const;
const putInto = {
  records: {
    list: [],
    read: [],
    accept: [`${acts}*`, elections],
    file: [filings],
    order: [`${order}*`],
    rehearse: [rehearsals, elections],
  },
  platform: { read: [], accept: [`${platform}*`] },
  accounts: { read: [], write: [accounts] },
} as const;

const partitionsOf = (of: typeof readFrom | typeof putInto, access: Access): readonly string[] => [
  ...access.records.flatMap((use) => of.records[use]),
  ...access.platform.flatMap((use) => of.platform[use]),
  ...access.accounts.flatMap((use) => of.accounts[use]),
];

/** These actions on these partitions only. */
const onPartitions = (
  table: ITableV2,
  actions: readonly string[],
  partitions: readonly string[],
): readonly PolicyStatement[] =>
  partitions.length === 0
    ? []
    : [
        new PolicyStatement({
          actions: [...actions],
          resources: [table.tableArn],
          conditions: {
            'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
            // `ForAllValues` is also true of nothing.
            Null: { 'dynamodb:LeadingKeys': 'false' },
          },
        }),
      ];

const recordStatements = (table: ITableV2, access: Access): readonly PolicyStatement[] => [
  ...onPartitions(table, ['dynamodb:GetItem', 'dynamodb:Query'], partitionsOf(readFrom, access)),
  ...onPartitions(table, ['dynamodb:PutItem'], partitionsOf(putInto, access)),
];

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
  cosign: (bucket) => [
    new PolicyStatement({
      actions: ['s3:PutObject'],
      resources: cosignedKeys.map((key) => bucket.arnForObjects(key)),
    }),
  ],
  withdraw: (bucket) => [
    new PolicyStatement({
      actions: ['s3:DeleteObjectVersion'],
      resources: withdrawnKeys.map((key) => bucket.arnForObjects(key)),
    }),
    new PolicyStatement({ actions: ['s3:ListBucketVersions'], resources: [bucket.bucketArn] }),
  ],
};

/** What the manifest says of records and accounts. */
export const grantRecords = (
  { declared: { access }, lambda, role }: PortalFunction,
  table: ITableV2,
): void => {
  for (const statement of recordStatements(table, access)) role.addToPolicy(statement);
  if (access.records.length + access.accounts.length > 0)
    lambda.addEnvironment('RECORDS_TABLE', table.tableName);
};

/** Turns what the manifest says of a function into grants, exactly. (`sign`: see `SigningKey`.) */
export const grantAccess = (
  one: PortalFunction,
  { table, bucket }: { readonly table: ITableV2; readonly bucket: IBucket },
): void => {
  const { declared, lambda, role } = one;
  const { publicFiles } = declared.access;
  grantRecords(one, table);
  for (const use of publicFiles)
    for (const statement of fileStatements[use](bucket)) role.addToPolicy(statement);
  if (publicFiles.length === 0) return;
  if (publicFiles.includes('write')) lambda.addEnvironment('SITE_MODULE', `./${siteModule}`);
  lambda.addEnvironment('PUBLIC_BUCKET', bucket.bucketName);
  acknowledgeWildcards(
    role,
    'Files are named by election, version and position, so a prefix is as narrow as it gets; the bucket’s policy demands conditional writes.',
    [
      '*',
      ...publishedKeys.filter((key) => key.endsWith('*')),
      ...(publicFiles.includes('withdraw') ? withdrawnKeys : []),
      ...(publicFiles.includes('cosign') ? cosignedKeys : []),
    ].map((key) => `Resource::${arnInFindings(bucket)}/${key}`),
  );
};
