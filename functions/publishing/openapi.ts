import { scopeName } from '#shared/desk/scopes.ts';
import { jsonSchema, type SchemaName } from '#shared/publication/schemas.ts';
import { must } from '#shared/result.ts';
import { MANIFEST, type PortalFunction } from '../manifest.ts';

interface Operation {
  readonly summary: string;
  /** What is sent; a `GET` sends nothing. */
  readonly body?: SchemaName;
  /** One or an array of them. */
  readonly several?: boolean;
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  'put-definition': { summary: 'Define an election, or revise its definition', body: 'election.json' },
  'submit-reports': {
    summary: 'Report the count of a station: one report or an array, each taken once',
    body: 'report.json',
    several: true,
  },
  'add-misplaced': {
    summary: 'Add the misplaced papers counted at the Central Counting Station',
    body: 'report.json',
    several: true,
  },
  'decide-recount': { summary: 'Record a request for a recount and its decision', body: 'recount.json' },
  'enter-lots': { summary: 'Enter the balls drawn for a tie', body: 'lots-drawn.json' },
  'declare-result': { summary: 'Declare the result of a constituency', body: 'declaration.json' },
  'correct-report': {
    summary: 'Correct a report after the declaration, with the reason',
    body: 'report.json',
    several: true,
  },
  'record-candidate-event': {
    summary: 'Record the death or disqualification of a candidate',
    body: 'candidate-event.json',
  },
  'relocate-count': { summary: 'Move the count of a station to another place', body: 'relocation.json' },
  'read-desk': { summary: 'List the elections and places where the caller acts' },
  'read-form': { summary: 'Get what the form of a station report is made of' },
  'read-progress': { summary: 'See how far a constituency has come, and what it waits for' },
  'read-station': { summary: 'See how far the form of a station has come' },
  'submit-entry': {
    summary: 'Enter the form of a station; private until it is confirmed',
    body: 'entry.json',
  },
  'resolve-entries': { summary: 'Settle two entries that differ, from the paper form', body: 'entry.json' },
  'send-back-entry': {
    summary: 'Take an entry back, or send a form back to its station',
    body: 'sent-back.json',
  },
  'tell-step': { summary: 'Tell how far a counting station has come', body: 'step.json' },
  'confirm-report': {
    summary:
      'Confirm the form of a station: it becomes public, rankings and accounts only where the definition says so',
    body: 'confirmation.json',
  },
  'record-decision': {
    summary: 'Record the final decision on one questionable paper; private',
    body: 'decision.json',
  },
  'read-decisions': { summary: 'See decision records and ballot paper accounts by counting place' },
  'publish-statement': {
    summary: 'Publish the sums of decisions and accounts of a declared constituency',
    body: 'statement.json',
  },
  'read-audit': {
    summary: 'Search who did what, when, and what it changed; also as a CSV or JSON file',
  },
  'propose-act': { summary: 'Propose an act that needs a second officer', body: 'proposal.json' },
  'second-act': { summary: 'Second a proposed act, or refuse it', body: 'seconding.json' },
  'adjourn-count': { summary: 'Suspend or resume a poll or count', body: 'adjournment.json' },
  'list-accounts': { summary: 'Accounts of officers, as far as the caller may see them' },
  'read-account': { summary: 'One account, and for who sees all of them what was changed, by whom and why' },
  'put-account': { summary: 'Make an account, or its next revision', body: 'account.json' },
  'sign-out-everywhere': { summary: 'End every session of an account', body: 'sign-out.json' },
  'list-notices': { summary: 'Drafts of notices that wait, notices posted, and notices due' },
  'post-notice': {
    summary: 'Post a notice, or add to one: its number in the Gazette, a text in a further language',
    body: 'notice.json',
  },
  'put-platform-account': {
    summary: 'Open the account of a candidate or list on the Central Platform, or revise it',
    body: 'platform-account.json',
  },
  'list-platform-accounts': {
    summary: 'Accounts of the Central Platform, with when each was due and what waits in it',
  },
  'read-platform': {
    summary: 'What an account has filed, what became of it, its receipts, and what is still on its way',
  },
  'open-submission': {
    summary: 'Announce a submission: the answer says where to post each file that is not here yet',
    body: 'submission.json',
  },
  'commit-submission': {
    summary: 'Have a submission received once all its files are here; the answer is its receipt',
    body: 'commit.json',
  },
  'confirm-held': {
    summary: 'Confirm that a file that was held may be seen by the public',
    body: 'held-confirmation.json',
  },
  'give-address': {
    summary: 'Give the address of the candidate’s own platform',
    body: 'platform-address.json',
  },
  'remove-advertisement': {
    summary: 'Remove an advertisement from public view; a second officer sends the same',
    body: 'removal.json',
  },
  'enter-storm-day': {
    summary: 'Enter a day that a gale or a black rainstorm took; deadlines are computed anew',
    body: 'storm-day.json',
  },
  'record-outage': {
    summary: 'Record a time in which the Central Platform could not be reached',
    body: 'outage.json',
  },
};

interface OpenOperation {
  readonly summary: string;
  readonly body?: SchemaName;
  /** What answers say, by their status. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Anybody may call these, without a token. */
const OPEN_OPERATIONS: Readonly<Record<string, OpenOperation>> = {
  'read-alerts': {
    summary: 'Which ways of being told of results there are, and the key that browsers subscribe with',
    answers: { '200': 'The ways there are' },
  },
  'ask-for-alert': {
    summary: 'Ask to be told of interim results, declarations and corrections by e-mail, web push or webhook',
    body: 'alert.json',
    answers: {
      '201': 'From now on; a webhook gets its secret, once, and the number that ends it',
      '202': 'An e-mail address is written to first, and waits for its confirmation',
    },
  },
  'confirm-alert': {
    summary: 'Confirm alerts by e-mail, with the number in the letter',
    answers: { '200': 'From now on' },
  },
  'leave-alert': {
    summary: 'End alerts, at once and for good; mail programs post here with one click (RFC 8058)',
    answers: { '200': 'Ended, also if it was before' },
  },
};

const response = (description: string, schema: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const REFUSALS = {
  '401': problem('No token, or one that is not accepted'),
  '403': problem('The role, its place or the scope of the token may not do this'),
  '404': problem('No such election'),
};

const RESPONSES = {
  '200': response('The same content was accepted before: the same answer', 'Outcome'),
  '201': response('Accepted; it will be in the ledger and public within about a second', 'Outcome'),
  '207': response('Several reports, some refused: one outcome each', 'Outcomes'),
  '400': problem('Not JSON, or no body'),
  ...REFUSALS,
  '409': problem('Another content stands at this place, or the state does not allow it'),
  '413': problem('Too large'),
  '415': problem('Not application/json'),
  '422': problem('The content is refused; every problem with its path, value and remedy'),
};

/** Private answers are for the desk, which comes with the portal: their shape may change with it. */
const LOOKED_AT = { '200': { description: 'What was asked for, as it is now; never cached' }, ...REFUSALS };

const requestBody = ({ body, several }: Pick<Operation, 'body' | 'several'>): unknown => {
  const schema = { $ref: `#/components/schemas/${body}` };
  return {
    required: true,
    content: {
      'application/json': {
        schema: several ? { oneOf: [schema, { type: 'array', items: schema, maxItems: 500 }] } : schema,
      },
    },
  };
};

/** What stands in an address, and the language of problems. */
const parametersOf = (path: string): readonly unknown[] => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'Language of problems: en, zh-Hant or zh-Hans',
    schema: { type: 'string' },
  },
];

const openOperationOf = ({ name }: PortalFunction, path: string): unknown => {
  const { summary, body, answers } = must(OPEN_OPERATIONS[name], `${name} is described`);
  const said = Object.entries(answers).map(([status, description]) => [status, { description }] as const);
  return {
    operationId: name,
    summary,
    description: 'Open to anybody.',
    security: [],
    parameters: parametersOf(path),
    ...(body === undefined ? {} : { requestBody: requestBody({ body }) }),
    responses: {
      ...Object.fromEntries(said),
      '404': problem('No such election'),
      ...(name === 'confirm-alert' ? { '410': problem('There is no alert of this number any more') } : {}),
      ...(body === undefined
        ? {}
        : {
            '422': problem('The content is refused; every problem with its path, value and remedy'),
            '429': problem('Asked too often'),
          }),
    },
  };
};

const operationOf = (fn: PortalFunction): unknown => {
  const operation = OPERATIONS[fn.name];
  if (!operation || fn.trigger.kind !== 'http') throw new Error(`${fn.name} is not described`);
  const looks = fn.trigger.method === 'GET';
  if (looks !== (operation.body === undefined)) throw new Error(`${fn.name} takes a body, or takes none`);
  const scope = scopeName(fn.trigger.scope);
  return {
    operationId: fn.name,
    summary: operation.summary,
    description: `Roles: ${fn.roles.join(', ')}. Scope of the token: ${scope}.`,
    security: [{ token: [] }],
    parameters: parametersOf(fn.trigger.path),
    ...(looks ? {} : { requestBody: requestBody(operation) }),
    responses: looks ? LOOKED_AT : RESPONSES,
  };
};

const paths = (): Record<string, Record<string, unknown>> => {
  const found: Record<string, Record<string, unknown>> = {};
  for (const fn of MANIFEST) {
    if (fn.trigger.kind !== 'http' && fn.trigger.kind !== 'open-http') continue;
    const { kind, path, method } = fn.trigger;
    const operation = kind === 'http' ? operationOf(fn) : openOperationOf(fn, path);
    found[path] = { ...found[path], [method.toLowerCase()]: operation };
  }
  return found;
};

const WARNING = {
  type: 'object',
  required: ['code', 'fields', 'figures'],
  properties: {
    code: { type: 'string' },
    fields: { type: 'array', items: { type: 'string' } },
    figures: { type: 'object' },
    title: { type: 'string' },
    text: { type: 'string' },
    remedy: { type: 'string' },
  },
};

const OUTCOME = {
  type: 'object',
  required: ['outcome'],
  properties: {
    outcome: { enum: ['accepted', 'replayed', 'refused'] },
    place: { type: 'string' },
    sha256: { type: 'string' },
    acceptedAt: { type: 'string', format: 'date-time' },
    warnings: { type: 'array', items: WARNING },
  },
};

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'path', 'problem', 'remedy'],
        properties: {
          code: { type: 'string' },
          path: { type: 'string', description: 'JSONPath' },
          value: {},
          problem: { type: 'string' },
          remedy: { type: 'string' },
          figures: { type: 'object' },
        },
      },
    },
  },
};

/** The API, described: OpenAPI 3.1, made from the manifest and the schemas the functions parse with. */
export const openApi = (): unknown => ({
  openapi: '3.1.0',
  info: {
    title: 'Open Returns',
    version: '1',
    description:
      'Acts of officers, and alerts for anybody. Everything public is read as plain files: start at /data/{election}/latest.json.',
  },
  paths: paths(),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: {
      ...Object.fromEntries(
        [
          ...new Set(Object.values({ ...OPERATIONS, ...OPEN_OPERATIONS }).flatMap(({ body }) => body ?? [])),
        ].map((name) => [name, jsonSchema(name)]),
      ),
      Outcome: OUTCOME,
      Outcomes: { type: 'object', properties: { outcomes: { type: 'array', items: OUTCOME } } },
      Problem: PROBLEM,
    },
  },
});
