import { Duration, RemovalPolicy, Size, Stack, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  BucketDeployment,
  type BucketDeploymentProps,
  CacheControl,
  type ISource,
} from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledgeWildcards, arnInFindings } from './acknowledge.ts';
import type { PublicBucket } from './public-bucket.ts';
import { logRetention } from './retention.ts';

export interface StaticFilesProps {
  readonly files: ISource;
  /** `sign-in.json`: where officers sign in. */
  readonly signIn: ISource;
  readonly store: PublicBucket;
}

/** Scripts, styles and icons of the site, put into the public bucket at deployment. Pages are not among them: the publisher bakes those. */
export class StaticFiles extends Construct {
  constructor(scope: Construct, id: string, { files, signIn, store }: StaticFilesProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: logRetention,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(this, 'Role', {
      description: 'Puts the static files of the site into the public bucket',
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);
    store.demandConditionalWrites(role);
    const common: BucketDeploymentProps = {
      sources: [files],
      destinationBucket: store.bucket,
      // Readers of the last version still ask for its files.
      prune: false,
      retainOnDelete: true,
      memoryLimit: 512,
      ephemeralStorageSize: Size.mebibytes(512),
      role,
      logGroup,
    };
    new BucketDeployment(this, 'Hashed', {
      ...common,
      exclude: ['*'],
      include: ['_astro/*'],
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
    });
    new BucketDeployment(this, 'Named', {
      ...common,
      exclude: ['_astro/*', '*.html'],
      // The desk's worker is among them: a new build must reach officers within the minute.
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.minutes(1))],
    });
    new BucketDeployment(this, 'SignIn', {
      ...common,
      sources: [signIn],
      cacheControl: [CacheControl.setPublic(), CacheControl.noCache()],
    });
    this.acknowledge(role, store);
  }

  private acknowledge(role: Role, store: PublicBucket): void {
    const reason =
      'The library’s deployment function syncs whole folders. The bucket’s policy still keeps it from deleting anything and from every published key.';
    const wildcards = [
      'Action::s3:GetBucket*',
      'Action::s3:GetObject*',
      'Action::s3:List*',
      'Action::s3:DeleteObject*',
      'Action::s3:Abort*',
      `Resource::${arnInFindings(store.bucket)}/*`,
      'Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*',
    ];
    acknowledgeWildcards(role, reason, wildcards);
    const handler = Stack.of(this).node.children.find((child) =>
      child.node.id.startsWith('Custom::CDKBucketDeployment'),
    );
    if (handler === undefined)
      throw new Error('The deployment function of the static files was not found in the stack.');
    Validations.of(handler).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'The library chooses the runtime of its own deployment function; it runs at deployment only.',
    });
  }
}
