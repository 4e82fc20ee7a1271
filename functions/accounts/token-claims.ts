import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { SCOPES, SCOPES_OF_ROLE, scopeName } from '#shared/desk/scopes.ts';
import type { Records } from '../ports.ts';
import { readAccount } from './account-records.ts';

export type TokenClaims = (
  event: PreTokenGenerationV2TriggerEvent,
) => Promise<PreTokenGenerationV2TriggerEvent>;

/** A claim that lists ids, as the verifier reads it. */
const listed = (name: string, ids: readonly string[]): Readonly<Record<string, string>> =>
  ids.length === 0 ? {} : { [name]: ids.join(',') };

/**
 * What the user pool puts into an access token: the role, places and scopes that the account has at this moment, whatever groups the pool
 * keeps and whatever scopes were asked for. Throwing refuses the sign-in.
 */
export const tokenClaims =
  ({ records }: { readonly records: Records }): TokenClaims =>
  async (event) => {
    const state = await readAccount(records, event.userName);
    if (!state?.account.active) throw new Error('This account may not sign in.');
    const { name, role, elections = [], constituencies, stations, platforms = [] } = state.account;
    const granted = SCOPES_OF_ROLE[role];
    return {
      ...event,
      response: {
        claimsAndScopeOverrideDetails: {
          groupOverrideDetails: { groupsToOverride: [role] },
          accessTokenGeneration: {
            claimsToAddOrOverride: {
              name,
              ...listed('election', elections),
              ...listed('constituency', constituencies),
              ...listed('station', stations),
              ...listed('platform', platforms),
            },
            scopesToAdd: granted.map(scopeName),
            scopesToSuppress: SCOPES.filter((scope) => !granted.includes(scope)).map(scopeName),
          },
        },
      },
    };
  };
