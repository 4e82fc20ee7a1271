import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { PortalFunction } from './portal-function.ts';

/** Who may ask for an inspection that did not come by itself may call that one function. */
export const grantInspector = (functions: readonly PortalFunction[]): void => {
  const inspector = functions.find(({ declared }) => declared.trigger.kind === 'upload-scanned');
  for (const { declared, lambda, role } of functions) {
    if (!declared.access.inspector) continue;
    if (inspector === undefined) throw new Error('The manifest has no function that inspects uploads.');
    const { functionArn, functionName } = inspector.lambda;
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    lambda.addEnvironment('INSPECTOR', functionName);
  }
};
