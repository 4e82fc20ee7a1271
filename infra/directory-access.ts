import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Access } from '#functions/manifest.ts';
import type { PortalFunction } from './portal-function.ts';

/** What a function may do to the people of the user pool; nobody may set a password, or read one's secrets. */
const actions: Readonly<Record<Access['directory'][number], readonly string[]>> = {
  provision: [
    'cognito-idp:AdminAddUserToGroup',
    'cognito-idp:AdminCreateUser',
    'cognito-idp:AdminDisableUser',
    'cognito-idp:AdminEnableUser',
    'cognito-idp:AdminListGroupsForUser',
    'cognito-idp:AdminRemoveUserFromGroup',
    'cognito-idp:AdminUpdateUserAttributes',
  ],
  'sign-out': ['cognito-idp:AdminUserGlobalSignOut'],
};

export const grantDirectory = ({ declared, lambda, role }: PortalFunction, pool: UserPool): void => {
  const granted = declared.access.directory.flatMap((use) => actions[use]);
  if (granted.length === 0) return;
  role.addToPolicy(new PolicyStatement({ actions: granted, resources: [pool.userPoolArn] }));
  lambda.addEnvironment('USER_POOL_ID', pool.userPoolId);
};
