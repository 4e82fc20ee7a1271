import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ACCOUNTS } from '#functions/accounts/account-records.ts';
import { ACT_JOBS, type JobPorts } from '#functions/acts/handlers.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { ALERT_JOBS } from '#functions/alerts/handlers.ts';
import type { RequestLine } from '#functions/http/log.ts';
import type { ActHandler } from '#functions/http/route.ts';
import { tokenVerifier } from '#functions/http/sign-in.ts';
import { localAuthority, type TokenRequest, tokenIssuer } from '#functions/local/token-issuer.ts';
import { MANIFEST } from '#functions/manifest.ts';
import { PORTAL, type Records, type SignInDirectory } from '#functions/ports.ts';
import type { Account } from '#shared/desk/account.ts';
import { must } from '#shared/result.ts';
import { minutes } from './builders.ts';
import { memoryPlatform } from './platform.ts';

/** The sign-in of one test file: its own key, in a folder that is removed at the end. */
export interface SignIn {
  readonly token: (request: TokenRequest, now?: Date) => string;
  readonly verify: ReturnType<typeof tokenVerifier>;
  readonly remove: () => void;
}

export const signIn = (): SignIn => {
  const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
  const issue = tokenIssuer(folder);
  return {
    token: (request, now = new Date()) => issue(request, now),
    verify: tokenVerifier(localAuthority(folder)),
    remove: () => rmSync(folder, { recursive: true }),
  };
};

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export interface Call {
  readonly as?: TokenRequest;
  /** Takes the place of a token's header; `null` sends none. */
  readonly authorization?: string | null;
  readonly election?: string;
  readonly candidate?: string;
  /** Other parameters of the path. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body as text, where it is not JSON of a value. */
  readonly raw?: string;
  readonly base64?: boolean;
}

export const CEO: TokenRequest = { role: 'chief_electoral_officer' };
export const RO: TokenRequest = { role: 'returning_officer', constituency: 'LC1' };

/** The event that API Gateway would make of a call. */
const eventOf = (
  { method, path }: { readonly method: string; readonly path: string },
  body: unknown,
  call: Call,
  authorization: string | null,
): APIGatewayProxyEventV2 => {
  const text = call.raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const encoded = call.base64 && text !== undefined ? Buffer.from(text).toString('base64') : text;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: {
      'content-type': 'application/json',
      ...(authorization === null ? {} : { authorization }),
      ...call.headers,
    },
    pathParameters: {
      election: call.election ?? 'legco-2016',
      ...(call.candidate === undefined ? {} : { candidate: call.candidate }),
      ...call.parameters,
    },
    ...(call.query === undefined ? {} : { queryStringParameters: { ...call.query } }),
    isBase64Encoded: call.base64 ?? false,
    ...(encoded === undefined ? {} : { body: encoded }),
    requestContext: {
      accountId: 'test',
      apiId: 'test',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: 'request-1',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
};

/** Every function that takes acts, for a gateway through which nobody asks for alerts. */
export const actHandlers = (ports: JobPorts): Readonly<Record<string, ActHandler>> => ({
  ...Object.fromEntries(Object.keys(ALERT_JOBS).map((name) => [name, () => Promise.reject(new Error(name))])),
  ...Object.fromEntries(Object.entries(ACT_JOBS).map(([name, job]) => [name, job(ports)])),
});

/** The real functions over records in memory, with a clock that a test sets. */
export const testApi = (
  { token, verify }: SignIn,
  records: Records = memoryRecords(),
  signInDirectory?: SignInDirectory,
) => {
  const log: RequestLine[] = [];
  const directory: string[] = [];
  let now = new Date(minutes(1));
  let salts = 0;
  const clock = { now: () => now };
  const platform = memoryPlatform(clock);
  const ports = {
    ...platform,
    records,
    clock,
    verifyToken: verify,
    salt: () => {
      salts += 1;
      return String(salts).padStart(64, '0');
    },
    log: (line: RequestLine) => void log.push(line),
    directory: signInDirectory ?? {
      provision: async ({ id }: Account) => void directory.push(`provision ${id}`),
      signOut: async (id: string) => void directory.push(`sign out ${id}`),
    },
  };
  const handlers = new Map(Object.entries(ACT_JOBS).map(([name, job]) => [name, job(ports)]));
  const call = async (name: string, body?: unknown, how: Call = {}): Promise<Answer> => {
    const handler = must(handlers.get(name), `${name} is a function`);
    const trigger = must(MANIFEST.find((fn) => fn.name === name)?.trigger, `${name} has a trigger`);
    const at = trigger.kind === 'http' ? trigger : { method: '', path: '' };
    const authorization =
      how.authorization === undefined ? `Bearer ${token(how.as ?? RO)}` : how.authorization;
    const { statusCode, headers, body: text } = await handler(eventOf(at, body, how, authorization));
    return {
      status: statusCode,
      headers,
      body: headers['content-type']?.includes('json') ? JSON.parse(text) : text === '' ? null : text,
    };
  };
  return {
    records,
    /** What files of candidates go through. */
    platform,
    ports,
    log,
    /** What the sign-in service was asked to do. */
    directory,
    call,
    at: (after: number) => {
      now = new Date(minutes(after));
    },
    atDate: (date: Date) => {
      now = date;
    },
    define: (definition: unknown, how: Call = {}) => call('put-definition', definition, { as: CEO, ...how }),
    report: (body: unknown, how: Call = {}) => call('submit-reports', body, how),
    /** Everything written so far, as text. */
    written: async (): Promise<string> => {
      const partitions = ['*', 'LC1', 'LC2', 'FC1'];
      const all = await Promise.all([
        records.list(PORTAL, ACCOUNTS),
        ...partitions.map((partition) => records.list('legco-2016', partition)),
      ]);
      return JSON.stringify([all, await records.elections()]);
    },
  };
};

export type TestApi = ReturnType<typeof testApi>;
