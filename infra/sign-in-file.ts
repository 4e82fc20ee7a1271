import { type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { SCOPES, scopeName } from '#shared/desk/scopes.ts';

/** Tells the desk where to sign in; the local portal serves the same file with its own addresses. */
export const signInFile = (domain: string, clientId: string): ISource =>
  Source.jsonData('sign-in.json', {
    authorize: `${domain}/oauth2/authorize`,
    token: `${domain}/oauth2/token`,
    revoke: `${domain}/oauth2/revoke`,
    logout: `${domain}/logout`,
    clientId,
    scopes: SCOPES.map(scopeName),
    local: false,
  });
