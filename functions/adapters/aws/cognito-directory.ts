import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SignInDirectory } from '#functions/ports.ts';
import type { Account } from '#shared/desk/account.ts';

export interface CognitoDirectoryOptions {
  readonly client: Pick<CognitoIdentityProviderClient, 'send'>;
  readonly userPool: string;
}

/** The address is the Chief Electoral Officer's word, so it need not be verified by its owner before an invitation is sent there. */
const attributesOf = ({ email }: Account): AttributeType[] => [
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
];

/**
 * Officers in a user pool, by the id of their account. Every step may be repeated, and each is made whatever the others left behind. Who
 * may no longer sign in is shut out first; who may is let in last.
 */
export const cognitoDirectory = ({ client, userPool }: CognitoDirectoryOptions): SignInDirectory => {
  const userOf = (id: string) => ({ UserPoolId: userPool, Username: id });

  const create = async (account: Account): Promise<void> => {
    try {
      await client.send(
        new AdminCreateUserCommand({
          ...userOf(account.id),
          UserAttributes: attributesOf(account),
          DesiredDeliveryMediums: ['EMAIL'],
        }),
      );
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
      await client.send(
        new AdminUpdateUserAttributesCommand({
          ...userOf(account.id),
          UserAttributes: attributesOf(account),
        }),
      );
    }
  };

  /** One role, one group; the pool's are few, so they fit on one page. */
  const putIntoGroup = async ({ id, role }: Account): Promise<void> => {
    const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand(userOf(id)));
    for (const { GroupName } of Groups) {
      if (GroupName === undefined || GroupName === role) continue;
      await client.send(new AdminRemoveUserFromGroupCommand({ ...userOf(id), GroupName }));
    }
    await client.send(new AdminAddUserToGroupCommand({ ...userOf(id), GroupName: role }));
  };

  const endSessions = async (id: string): Promise<void> => {
    try {
      await client.send(new AdminUserGlobalSignOutCommand(userOf(id)));
    } catch (error) {
      if (!(error instanceof UserNotFoundException)) throw error;
    }
  };

  const shutOut = async ({ id }: Account): Promise<void> => {
    try {
      await client.send(new AdminDisableUserCommand(userOf(id)));
    } catch (error) {
      // Whoever was never let in needs not be shut out.
      if (error instanceof UserNotFoundException) return;
      throw error;
    }
    await endSessions(id);
  };

  return {
    async provision(account) {
      if (!account.active) return shutOut(account);
      await create(account);
      await putIntoGroup(account);
      await client.send(new AdminEnableUserCommand(userOf(account.id)));
    },
    signOut: endSessions,
  };
};
