import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Describe } from '#shared/election/describe-problem.ts';
import { AddressId } from '#shared/election/identifiers.ts';
import { shownValue } from '#shared/election/input-problem.ts';
import type { Language } from '#shared/election/text.ts';
import { must } from '#shared/result.ts';
import { accountReader } from '../accounts/account-reader.ts';
import { holdAgainstAccount } from '../accounts/hold-against-account.ts';
import { MANIFEST, type PortalFunction } from '../manifest.ts';
import type { Clock, Records } from '../ports.ts';
import { preferredLanguage } from './language.ts';
import { type Log, loggedPath } from './log.ts';
import { Refusal, refusal, statusOf } from './problem.ts';
import { type HttpResponse, type Reply, respond, respondProblem } from './reply.ts';
import { type Actor, assertElection, assertRole, assertTokenScope, type VerifyToken } from './sign-in.ts';

/** What a job that takes acts needs from outside. */
export interface ActPorts {
  readonly records: Records;
  readonly clock: Clock;
  readonly verifyToken: VerifyToken;
  /** 32 random bytes in hexadecimal, to blind commitments. */
  readonly salt: () => string;
  readonly log: Log;
}

/** A request as a job sees it: signed in, parsed as JSON, nothing trusted yet. */
export interface PortalRequest {
  readonly parameters: Readonly<Record<string, string>>;
  /** What stands after the question mark; a name given twice has its values joined by commas. */
  readonly query: Readonly<Record<string, string>>;
  /** Undefined where the route takes none (`GET`). */
  readonly body: unknown;
  readonly actor: Actor;
  readonly language: Language;
  readonly now: string;
}

/** A request about one election. */
export interface ActRequest extends PortalRequest {
  readonly election: string;
}

export type ActHandler = (event: APIGatewayProxyEventV2) => Promise<HttpResponse>;

type Event = APIGatewayProxyEventV2 & { body?: unknown };

/** Largest body, in bytes: far above a constituency's reports, far below what a function may be sent. */
export const MAX_BODY_BYTES = 2_000_000;

const bodyBytes = (event: APIGatewayProxyEventV2): number =>
  event.body === undefined ? 0 : Buffer.byteLength(event.body, event.isBase64Encoded ? 'base64' : 'utf8');

/** Middy's own errors carry a status; everything else that is not a refusal is a bug or an outage. */
const problemsOf = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  const { statusCode: status, cause } = (error ?? {}) as { statusCode?: unknown; cause?: { data?: unknown } };
  if (cause?.data === '__proto__') return refusal('reserved-name', '$', '__proto__');
  if (status === 415) return refusal('unsupported-media-type');
  if (status === 422 || status === 400) return refusal('malformed-json');
  return refusal('internal');
};

/** Turns refusals into problem bodies and writes the one log line. */
const problemResponses = (
  name: string,
  log: Log,
  describe: Describe,
): middy.MiddlewareObj<Event, HttpResponse> => {
  const line = (event: Event, status: number) => ({
    function: name,
    request: event.requestContext?.requestId ?? '',
    status,
  });
  return {
    after: ({ event, response }) => {
      log({ level: 'info', ...line(event, response?.statusCode ?? 0) });
    },
    onError: (request) => {
      const { problems } = problemsOf(request.error);
      const status = statusOf(problems);
      request.response = respondProblem(problems, languageOf(request.event), describe);
      log({
        level: status >= 500 ? 'error' : 'warn',
        ...line(request.event, status),
        code: problems[0]?.code ?? 'internal',
        paths: problems.slice(0, 10).map(loggedPath),
        ...(status >= 500 ? { cause: String(request.error?.stack ?? request.error) } : {}),
      });
    },
  };
};

const languageOf = (event: Event): Language => preferredLanguage(event.headers?.['accept-language']);

const assertBody = (event: APIGatewayProxyEventV2): void => {
  const bytes = bodyBytes(event);
  if (bytes === 0) throw refusal('body-missing');
  if (bytes > MAX_BODY_BYTES) throw refusal('body-too-large', '$', bytes, { limit: MAX_BODY_BYTES });
};

type Route = PortalFunction & { readonly trigger: { readonly kind: 'http' } };

const isRoute = (fn: PortalFunction): fn is Route => fn.trigger.kind === 'http';

/** Who may call comes before what was sent: a caller without the role learns nothing from the body's errors. */
const admission = (
  { roles, trigger }: Route,
  ports: ActPorts,
  actors: WeakMap<object, Actor>,
): middy.MiddlewareObj<Event> => {
  const accounts = accountReader(ports.records);
  return {
    before: async ({ event }) => {
      const claimed = await ports.verifyToken(event.headers?.['authorization']);
      const state = await accounts(claimed.subject, ports.clock.now());
      const actor = holdAgainstAccount(claimed, state);
      assertRole(actor, roles);
      assertTokenScope(actor, trigger.scope);
      actors.set(event, actor);
      if (trigger.method !== 'GET') assertBody(event);
    },
  };
};

/** A body is read where the route takes one. */
const bodyParser = ({ trigger }: Route): middy.MiddlewareObj<Event> =>
  trigger.method === 'GET'
    ? { before: () => undefined }
    : httpJsonBodyParser({ disableContentTypeError: false });

/** Which row of the manifest a job is, and the words that its problems have: a function carries no others. */
export interface RouteOf {
  readonly name: string;
  readonly describe: Describe;
}

/** The house function: headers, sign-in, JSON, problem bodies; then the job, which answers with a reply or throws a refusal. */
export const portalRoute = (
  { name, describe }: RouteOf,
  ports: ActPorts,
  job: (request: PortalRequest) => Promise<Reply>,
): ActHandler => {
  const route = must(
    MANIFEST.filter(isRoute).find((known) => known.name === name),
    `${name} has a route`,
  );
  const actors = new WeakMap<object, Actor>();
  const handler = middy<Event, HttpResponse>()
    .use(httpHeaderNormalizer())
    .use(problemResponses(name, ports.log, describe))
    .use(admission(route, ports, actors))
    .use(bodyParser(route))
    .handler(async (event: Event) => {
      const actor = actors.get(event);
      if (!actor) throw refusal('no-token');
      const reply = await job({
        parameters: (event.pathParameters ?? {}) as Record<string, string>,
        query: (event.queryStringParameters ?? {}) as Record<string, string>,
        body: route.trigger.method === 'GET' ? undefined : event.body,
        actor,
        language: languageOf(event),
        now: ports.clock.now().toISOString(),
      });
      return respond(reply, event.headers);
    });
  return (event) => handler(event, {} as never) as Promise<HttpResponse>;
};

/** No election has an id that is none: it is not looked up. */
const electionOf = ({ election = '' }: Readonly<Record<string, string>>): string => {
  if (!z.safeParse(AddressId, election).success) {
    throw refusal('election-unknown', '$', shownValue(election));
  }
  return election;
};

/** A house function below one election. */
export const actRoute = (
  of: RouteOf,
  ports: ActPorts,
  job: (request: ActRequest) => Promise<Reply>,
): ActHandler => {
  const below = async (request: PortalRequest): Promise<Reply> => {
    const election = electionOf(request.parameters);
    assertElection(request.actor, election);
    return job({ ...request, election });
  };
  return portalRoute(of, ports, below);
};
