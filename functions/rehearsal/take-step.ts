import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { SCOPES_OF_ROLE, scopeName } from '#shared/desk/scopes.ts';
import { PLAYED_BY } from '#shared/election/rehearsal-id.ts';
import { must } from '#shared/result.ts';
import { decideRecount, declareResult, enterLots, recordCandidateEvent } from '../acts/officers-acts.ts';
import { postNotice } from '../acts/post-notice.ts';
import { putDefinition } from '../acts/put-definition.ts';
import { correctReport, submitReports } from '../acts/submit-reports.ts';
import type { ActPorts } from '../http/act-route.ts';
import type { ActHandler } from '../http/route.ts';
import type { Actor, VerifyToken } from '../http/sign-in.ts';
import type { NightStep, Officer } from './night-plan.ts';
import { candidateIn } from './step-act.ts';

const tokenOf = (officer: Officer): string =>
  `Bearer ${Buffer.from(JSON.stringify(officer)).toString('base64url')}`;

/** Reads who is played out of a token that was made a moment ago in this process: no request from outside ever gets here. */
const playedOfficer: VerifyToken = async (authorization = ''): Promise<Actor> => {
  const text = Buffer.from(authorization.replace('Bearer ', ''), 'base64url').toString();
  const { role, constituency, station } = JSON.parse(text) as Officer;
  return {
    subject: PLAYED_BY,
    role,
    elections: [],
    constituencies: constituency === undefined ? [] : [constituency],
    stations: station === undefined ? [] : [station],
    platforms: [],
    scopes: SCOPES_OF_ROLE[role].map(scopeName),
    signedInAt: 0,
  };
};

const Answer = z.looseObject({
  outcome: z.optional(z.enum(['accepted', 'replayed'])),
  title: z.optional(z.string()),
  detail: z.optional(z.string()),
});

/** A step was refused: the night stands still until somebody looks. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';
}

/** Takes one step of an election's night; throws `StepRefused` where acceptance says no, and whatever an outage throws. */
export type TakeStep = (election: string, step: NightStep) => Promise<'accepted' | 'replayed'>;

const eventOf = (
  election: string,
  { method, resource, officer, body }: NightStep,
): APIGatewayProxyEventV2 => {
  const candidate = candidateIn(resource);
  const path = `/api/elections/${election}/${resource}`;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: { authorization: tokenOf(officer), 'content-type': 'application/json', 'accept-language': 'en' },
    pathParameters: candidate === null ? { election } : { election, candidate },
    isBase64Encoded: false,
    body: JSON.stringify(body),
    requestContext: {
      accountId: 'rehearsal',
      apiId: 'rehearsal',
      domainName: 'rehearsal',
      domainPrefix: 'rehearsal',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '', userAgent: 'rehearsal' },
      requestId: 'rehearsal',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
};

/** The very handlers that officers' requests go through, called in this process: a rehearsal accepts nothing in a way of its own. */
export const stepTaker = (ports: Omit<ActPorts, 'verifyToken'>): TakeStep => {
  const own: ActPorts = { ...ports, verifyToken: playedOfficer };
  const handlers: Readonly<Record<string, ActHandler>> = {
    definition: putDefinition(own),
    reports: submitReports(own),
    corrections: correctReport(own),
    recounts: decideRecount(own),
    lots: enterLots(own),
    declarations: declareResult(own),
    notices: postNotice(own),
    candidates: recordCandidateEvent(own),
  };
  return async (election, step) => {
    const handler = must(
      handlers[step.resource.split('/')[0] ?? ''],
      `${step.resource} is a resource of a night`,
    );
    const { statusCode, body } = await handler(eventOf(election, step));
    const { outcome, title = '', detail = '' } = z.parse(Answer, JSON.parse(body));
    if (outcome !== undefined && statusCode < 300) return outcome;
    throw new StepRefused(
      `${election}: ${step.what} was not taken, ${statusCode}: ${title} ${detail}`.trim(),
    );
  };
};
