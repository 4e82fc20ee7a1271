import { CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** How a finding names a resource: by the id that it has in the template. */
export const arnInFindings = (construct: IConstruct): string => {
  const resource = construct.node.defaultChild;
  if (!(resource instanceof CfnElement))
    throw new TypeError(`${construct.node.path} is not one CloudFormation resource.`);
  return `<${Stack.of(construct).getLogicalId(resource)}.Arn>`;
};

/** Says why a policy needs these wildcards; any other is still found. */
export const acknowledgeWildcards = (
  construct: IConstruct,
  reason: string,
  findings: readonly string[],
): void =>
  Validations.of(construct).acknowledge(
    ...findings.map((finding) => ({ id: `AwsSolutions-IAM5[${finding}]`, reason })),
  );
