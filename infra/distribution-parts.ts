import { Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  type DistributionProps,
  type ErrorResponse,
  SecurityPolicyProtocol,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { OwnName } from './settings.ts';

export const ownName = (scope: Construct, domain: OwnName | undefined): Partial<DistributionProps> =>
  domain === undefined
    ? {}
    : {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      };

/** CloudFront keeps errors for ten seconds unless told otherwise: long enough to hide a file that somebody asked for a moment too early. */
export const errorsForgotten = (statuses: readonly number[]): ErrorResponse[] =>
  statuses.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) }));
