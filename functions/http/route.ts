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
import { MANIFEST, type PortalFunction } from '../manifest.ts';
import type { Clock } from '../ports.ts';
import { preferredLanguage } from './language.ts';
import { type Log, loggedPath } from './log.ts';
import { Refusal, refusal, statusOf } from './problem.ts';
import { type HttpResponse, type Reply, respond, respondProblem } from './reply.ts';

/** A request as a job sees it: parsed as JSON, nothing trusted yet. */
export interface RouteRequest {
  readonly parameters: Readonly<Record<string, string>>;
  /** What stands after the question mark; a name given twice has its values joined by commas. */
  readonly query: Readonly<Record<string, string>>;
  /** Undefined where the route takes none (`GET`). */
  readonly body: unknown;
  readonly language: Language;
  readonly now: string;
}

export interface RoutePorts {
  readonly clock: Clock;
  readonly log: Log;
}

/** What API Gateway calls. */
export type ActHandler = (event: APIGatewayProxyEventV2) => Promise<HttpResponse>;

export type Event = APIGatewayProxyEventV2 & { body?: unknown };

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

/** Refuses a request without a body, or with too large a one. */
export const assertBody = (event: APIGatewayProxyEventV2): void => {
  const bytes = bodyBytes(event);
  if (bytes === 0) throw refusal('body-missing');
  if (bytes > MAX_BODY_BYTES) throw refusal('body-too-large', '$', bytes, { limit: MAX_BODY_BYTES });
};

export type Route = PortalFunction & { readonly trigger: { readonly kind: 'http' | 'open-http' } };

const isRoute = (fn: PortalFunction): fn is Route =>
  fn.trigger.kind === 'http' || fn.trigger.kind === 'open-http';

/** A body is read where the route takes one. */
const bodyParser = (takesBody: boolean): middy.MiddlewareObj<Event> =>
  !takesBody ? { before: () => undefined } : httpJsonBodyParser({ disableContentTypeError: false });

/** Which row of the manifest a job is, and the words that its problems have: a function carries no others. */
export interface RouteOf {
  readonly name: string;
  readonly describe: Describe;
  /** Everything that it takes stands in its address: whatever is sent beside is left unread. */
  readonly takesNoBody?: boolean;
}

/** The house function: headers, whom it admits, JSON, problem bodies; then the job, which answers with a reply or throws a refusal. */
export const houseRoute = (
  { name, describe, takesNoBody = false }: RouteOf,
  ports: RoutePorts,
  admission: (route: Route) => middy.MiddlewareObj<Event>,
  job: (request: RouteRequest, event: Event) => Promise<Reply>,
): ActHandler => {
  const route = must(
    MANIFEST.filter(isRoute).find((known) => known.name === name),
    `${name} has a route`,
  );
  const takesBody = route.trigger.method !== 'GET' && !takesNoBody;
  const handler = middy<Event, HttpResponse>()
    .use(httpHeaderNormalizer())
    .use(problemResponses(name, ports.log, describe))
    .use(admission(route))
    .use(bodyParser(takesBody))
    .handler(async (event: Event) => {
      const reply = await job(
        {
          parameters: (event.pathParameters ?? {}) as Record<string, string>,
          query: (event.queryStringParameters ?? {}) as Record<string, string>,
          body: takesBody ? event.body : undefined,
          language: languageOf(event),
          now: ports.clock.now().toISOString(),
        },
        event,
      );
      return respond(reply, event.headers);
    });
  return (event) => handler(event, {} as never) as Promise<HttpResponse>;
};

/** No election has an id that is none: it is not looked up. */
export const electionOf = ({ election = '' }: Readonly<Record<string, string>>): string => {
  if (!z.safeParse(AddressId, election).success) {
    throw refusal('election-unknown', '$', shownValue(election));
  }
  return election;
};
