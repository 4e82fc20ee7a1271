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

/** HTTP status by problem code; whatever is not here is a fault of the content: 422. */
const STATUS: Readonly<Record<string, number>> = {
  'malformed-json': 400,
  'body-missing': 400,
  'no-token': 401,
  'token-invalid': 401,
  'token-expired': 401,
  'account-changed': 401,
  'signed-out': 401,
  'account-closed': 403,
  'wrong-role': 403,
  'wrong-scope': 403,
  'outside-scope': 403,
  'not-found': 404,
  'election-unknown': 404,
  'account-unknown': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'own-account': 409,
  'already-declared': 409,
  declared: 409,
  'not-declared': 409,
  terminated: 409,
  uncontested: 409,
  'revision-missing': 409,
  'count-missing': 409,
  'definition-raced': 409,
  'counted-removed': 409,
  'counted-changed': 409,
  'lots-not-needed': 409,
  'not-complete': 409,
  'elected-differs': 409,
  'before-close': 409,
  'recount-barred': 409,
  'ballot-differs': 409,
  'entries-required': 409,
  'second-person-required': 409,
  'suspended-already': 409,
  'not-suspended': 409,
  'attempt-differs': 409,
  'public-already': 409,
  'same-person': 409,
  'entered-by-you': 409,
  'entries-complete': 409,
  'nothing-differs': 409,
  'nothing-entered': 409,
  'not-your-entry': 403,
  'result-not-told': 409,
  suspended: 409,
  'nothing-to-confirm': 409,
  'seen-differs': 409,
  'desk-raced': 409,
  'proposal-open': 409,
  'proposal-decided': 409,
  'no-such-proposal': 404,
  'decisions-final': 409,
  'no-such-decision': 409,
  'statement-differs': 409,
  contested: 409,
  'notice-number': 409,
  'notice-changed': 409,
  'notice-superseded': 409,
  'files-missing': 409,
  'not-held': 409,
  'not-refused': 409,
  'corrections-closed': 409,
  'revoked-already': 409,
  'advertisement-removed': 409,
  'constituency-stays': 409,
  'submission-unknown': 404,
  'platform-account-unknown': 404,
  'advertisement-unknown': 404,
  'file-unknown': 404,
  'file-too-large': 413,
  'body-too-large': 413,
  'too-many-reports': 413,
  'unsupported-media-type': 415,
  internal: 500,
};

export const statusOf = (problems: readonly InputProblem[]): number =>
  STATUS[problems[0]?.code ?? 'internal'] ?? 422;
