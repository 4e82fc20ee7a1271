import type { InputProblem } from '#shared/election/input-problem.ts';

/** An expected refusal on its way out; the outermost wrapper turns it into RFC 9457. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problems: readonly InputProblem[];
  constructor(problems: readonly InputProblem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.problems = problems;
  }
}

export const refusal = (
  code: string,
  path = '$',
  value: unknown = null,
  figures: Record<string, string | number> = {},
): Refusal => new Refusal([{ code, path, value, figures }]);

/** Problem codes by the HTTP status that they are answered with; whatever is not here is a fault of the content: 422. */
const CODES: Readonly<Record<number, readonly string[]>> = {
  400: ['malformed-json', 'body-missing'],
  401: ['no-token', 'token-invalid', 'token-expired', 'account-changed', 'signed-out'],
  403: ['account-closed', 'wrong-role', 'wrong-scope', 'outside-scope', 'not-your-entry'],
  404: [
    'not-found',
    'election-unknown',
    'account-unknown',
    'no-such-proposal',
    'submission-unknown',
    'platform-account-unknown',
    'advertisement-unknown',
    'file-unknown',
  ],
  405: ['method-not-allowed'],
  409: [
    'conflict',
    'own-account',
    'already-declared',
    'declared',
    'not-declared',
    'terminated',
    'uncontested',
    'revision-missing',
    'count-missing',
    'definition-raced',
    'counted-removed',
    'counted-changed',
    'lots-not-needed',
    'not-complete',
    'elected-differs',
    'before-close',
    'recount-barred',
    'ballot-differs',
    'entries-required',
    'second-person-required',
    'suspended-already',
    'not-suspended',
    'attempt-differs',
    'public-already',
    'same-person',
    'entered-by-you',
    'entries-complete',
    'nothing-differs',
    'nothing-entered',
    'result-not-told',
    'suspended',
    'nothing-to-confirm',
    'seen-differs',
    'desk-raced',
    'proposal-open',
    'proposal-decided',
    'decisions-final',
    'no-such-decision',
    'statement-differs',
    'contested',
    'notice-number',
    'notice-changed',
    'notice-superseded',
    'files-missing',
    'not-held',
    'not-refused',
    'corrections-closed',
    'revoked-already',
    'advertisement-removed',
    'constituency-stays',
  ],
  // It was there once; and at the edge of the network a 404 would become a page.
  410: ['alert-unknown'],
  413: ['file-too-large', 'body-too-large', 'too-many-reports'],
  415: ['unsupported-media-type'],
  429: ['asked-too-often'],
  500: ['internal'],
};

const STATUS: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES).flatMap(([status, codes]) => codes.map((code) => [code, Number(status)] as const)),
);

export const statusOf = (problems: readonly InputProblem[]): number =>
  STATUS.get(problems[0]?.code ?? 'internal') ?? 422;
