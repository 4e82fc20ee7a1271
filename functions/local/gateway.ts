import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describeProblem } from '#shared/election/problem-words.ts';
import type { Language } from '#shared/election/text.ts';
import { preferredLanguage } from '../http/language.ts';
import { refusal } from '../http/problem.ts';
import { type HttpResponse, respondProblem } from '../http/reply.ts';
import type { ActHandler } from '../http/route.ts';
import { MANIFEST } from '../manifest.ts';

/** What API Gateway lets through, in bytes; the functions' own limits are below it. */
const GATEWAY_BODY_BYTES = 10_000_000;

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly handler: ActHandler;
}

/** `/api/elections/{election}/reports` as a pattern with its parameters' names. */
const compile = (path: string): Pick<Route, 'pattern' | 'names'> => ({
  names: [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
});

const readBody = async (request: IncomingMessage): Promise<Buffer | 'too-large'> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // The rest is read and dropped, so that the sender gets its answer.
    if (bytes <= GATEWAY_BODY_BYTES) chunks.push(chunk);
  }
  return bytes > GATEWAY_BODY_BYTES ? 'too-large' : Buffer.concat(chunks);
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const isText = (contentType: string | undefined): boolean =>
  /json|text|xml|urlencoded/.test(contentType ?? 'json');

/** A name given twice has its values joined by commas. */
const queryOf = (query: string): Record<string, string> => {
  const values = new URLSearchParams(query);
  return Object.fromEntries([...new Set(values.keys())].map((name) => [name, values.getAll(name).join(',')]));
};

/** The event that API Gateway's HTTP API makes of a request (payload format 2.0). */
export const toEvent = (
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  body: Buffer,
  pathParameters: Record<string, string>,
): APIGatewayProxyEventV2 => {
  const [rawPath = '/', rawQueryString = ''] = (request.url ?? '/').split('?');
  const headers = Object.fromEntries(
    Object.entries(request.headers)
      .filter((header): header is [string, string | string[]] => header[1] !== undefined)
      .map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(',') : value]),
  );
  const isBase64Encoded = !isText(headers['content-type']);
  const method = request.method ?? 'GET';
  const query = queryOf(rawQueryString);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers,
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    pathParameters,
    isBase64Encoded,
    ...(body.length > 0 ? { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') } : {}),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
};

/** No such address, or not with this method. */
const refuseRoute = (path: string, onPath: readonly Route[], language: Language): HttpResponse => {
  const code = onPath.length > 0 ? 'method-not-allowed' : 'not-found';
  const allowed = onPath.map(({ method }) => method).join(', ');
  const response = respondProblem(refusal(code, '$', path, { allowed }).problems, language, describeProblem);
  return onPath.length > 0 ? { ...response, headers: { ...response.headers, allow: allowed } } : response;
};

export type Gateway = (request: IncomingMessage) => Promise<HttpResponse>;

/** Stands where API Gateway stands: finds the route in the manifest, makes the event, calls the same handler. */
export const gateway = (handlers: Readonly<Record<string, ActHandler>>): Gateway => {
  const routes = MANIFEST.flatMap(({ name, trigger }): readonly Route[] => {
    const handler = handlers[name];
    if (trigger.kind !== 'http' && trigger.kind !== 'open-http') return [];
    if (!handler) throw new Error(`The manifest's ${name} has no handler`);
    return [{ method: trigger.method, handler, ...compile(trigger.path) }];
  });
  return async (request) => {
    const language = preferredLanguage(request.headers['accept-language']);
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const body = await readBody(request);
    if (body === 'too-large') {
      const limit = { limit: GATEWAY_BODY_BYTES };
      return respondProblem(refusal('body-too-large', '$', null, limit).problems, language, describeProblem);
    }
    const onPath = routes.filter(({ pattern }) => pattern.test(path));
    const route = onPath.find(({ method }) => method === request.method);
    if (!route) return refuseRoute(path, onPath, language);
    const values = route.pattern.exec(path)?.slice(1) ?? [];
    const parameters = Object.fromEntries(
      route.names.map((name, index) => [name, decoded(values[index] ?? '')]),
    );
    return route.handler(toEvent(request, body, parameters));
  };
};
