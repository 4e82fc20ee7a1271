import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scopeClaim } from '#shared/desk/scopes.ts';
import type { Role } from '#shared/election/acts.ts';
import { KeyProblem } from '../adapters/local/key-file.ts';
import type { TokenAuthority } from '../http/sign-in.ts';
import { assertNotOnAws } from './sign-in/aws-marks.ts';

/** Where tokens of the local default come from: shaped like a user pool's, and never a real one's. */
export const LOCAL_ISSUER = 'https://sign-in.open-returns.invalid/local';
export const LOCAL_AUDIENCE = 'open-returns-local';

const KEY_ID = 'local-1';
const TOKEN_SECONDS = 12 * 60 * 60;

const keyPath = (dataFolder: string): string => join(dataFolder, 'keys', 'sign-in.pem');

/** The key that signs local tokens; made at the first use, readable by its owner only. */
const signInKey = (dataFolder: string): KeyObject => {
  const path = keyPath(dataFolder);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const unfinished = `${path}.${process.pid}.new`;
    writeFileSync(unfinished, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    try {
      linkSync(unfinished, path);
    } catch {
      // Another process was faster: its key is the one.
    }
    rmSync(unfinished);
  }
  try {
    return createPrivateKey(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new KeyProblem(
      `The sign-in key ${path} is no private key in PEM that can be read. Delete it: the next start makes another, and tokens issued before are no longer taken.`,
      { cause },
    );
  }
};

/** What the token verifier trusts in the local default. */
export const localAuthority = (dataFolder: string): TokenAuthority => {
  assertNotOnAws(process.env);
  const jwk = createPublicKey(signInKey(dataFolder)).export({ format: 'jwk' });
  return {
    issuer: LOCAL_ISSUER,
    audience: LOCAL_AUDIENCE,
    keys: { keys: [{ ...jwk, kty: 'RSA', kid: KEY_ID, alg: 'RS256', use: 'sig' } as never] },
  };
};

/** Who a token is for. Several constituencies or stations are separated by commas. */
export interface TokenRequest {
  readonly role: Role;
  readonly constituency?: string | undefined;
  readonly station?: string | undefined;
  readonly account?: string | undefined;
}

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs claims as a token; refuses where real officers sign in. */
export const claimSigner = (dataFolder: string): ((claims: object) => string) => {
  assertNotOnAws(process.env);
  const key = signInKey(dataFolder);
  const head = segment({ alg: 'RS256', typ: 'JWT', kid: KEY_ID });
  return (claims) => {
    const signed = `${head}.${segment(claims)}`;
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
  };
};

/** Issues access tokens shaped like a user pool's, for programs. */
export const tokenIssuer = (dataFolder: string): ((request: TokenRequest, now: Date) => string) => {
  const signClaims = claimSigner(dataFolder);
  return ({ role, constituency, station, account }, now) => {
    const issuedAt = Math.floor(now.getTime() / 1000);
    return signClaims({
      sub: account ?? `${role}-local`,
      iss: LOCAL_ISSUER,
      client_id: LOCAL_AUDIENCE,
      token_use: 'access',
      scope: scopeClaim(role),
      'cognito:groups': [role],
      ...(constituency === undefined ? {} : { constituency }),
      ...(station === undefined ? {} : { station }),
      ...(account === undefined ? {} : { account }),
      // A program that files for a candidate names the account of the Central Platform.
      ...(role === 'candidate' && account !== undefined ? { platform: account } : {}),
      auth_time: issuedAt,
      iat: issuedAt,
      exp: issuedAt + TOKEN_SECONDS,
    });
  };
};
