import type { Warning } from '../election/acts.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import { questionableRejected, type StationReport } from '../election/report.ts';
import { contentHash } from '../hash.ts';
import type { Act, ActOf } from './act.ts';
import type { LedgerEntry, WithheldEntry } from './ledger-entry.ts';

/** Parts of a report that are public only where the definition says so. */
export interface PublishedParts {
  readonly rankings: boolean;
  readonly accounts: boolean;
}

export const publishedParts = (
  definition: Pick<ElectionDefinition, 'publishRankings' | 'publishAccounts'> | null,
): PublishedParts => ({
  rankings: definition?.publishRankings === true,
  accounts: definition?.publishAccounts === true,
});

const hasAccounts = ({ account, questionable }: StationReport): boolean =>
  account !== undefined || questionable !== undefined;

/** Which parts of a report stay private. */
export const withheldParts = (
  report: StationReport,
  { rankings, accounts }: PublishedParts,
): PublishedParts => ({
  rankings: !rankings && report.rankings !== undefined,
  accounts: !accounts && hasAccounts(report),
});

/** Whether anything of a report stays private. */
export const isWithheld = (report: StationReport, published: PublishedParts): boolean => {
  const { rankings, accounts } = withheldParts(report, published);
  return rankings || accounts;
};

/** What was found from an account is told without its figures: they would give the account away. */
const withoutAccount = (warning: Warning): Warning =>
  warning.fields.some((field) => field.startsWith('$.account')) ? { ...warning, figures: {} } : warning;

/** Each commitment is blinded by itself: whoever opens an account opens no ranking. */
const accountsCommitment = ({ account, questionable }: StationReport, salt: string): string =>
  contentHash({ account, questionable, salt: contentHash({ accounts: salt }) });

const withheldEntry = (
  act: ActOf<'report'>,
  salt: string,
  { rankings, accounts }: PublishedParts,
): WithheldEntry => {
  const { body } = act;
  const open = { ...body };
  if (rankings) delete open.rankings;
  if (accounts) {
    delete open.account;
    delete open.questionable;
  }
  return {
    type: 'report-withheld',
    ...(rankings ? { rankingsCommitment: contentHash({ rankings: body.rankings, salt }) } : {}),
    ...(accounts
      ? {
          accountsCommitment: accountsCommitment(body, salt),
          questionableRejected: questionableRejected(body),
        }
      : {}),
    report: { ...act, body: open, warnings: accounts ? act.warnings.map(withoutAccount) : act.warnings },
  };
};

/** What the public ledger says of an act: rankings, accounts and questionable papers only where the definition publishes them, salt and advice never. */
export const publicEntry = (act: Act, published: PublishedParts): LedgerEntry => {
  if (act.type !== 'report') return act;
  const { salt = '', advice: _advice, ...open } = act;
  return isWithheld(act.body, published)
    ? withheldEntry(open, salt, withheldParts(act.body, published))
    : open;
};
