import type { Warning } from '../election/acts.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import { questionableRejected, type StationReport } from '../election/report.ts';
import { contentHash } from '../hash.ts';
import { must } from '../result.ts';
import type { ActOf } from './act.ts';
import type { WithheldEntry } from './count-entry.ts';
import type { FilingAct, OrderedAct } from './filing-act.ts';
import type { FiledLedgerEntry, LedgerEntry } from './ledger-entry.ts';

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

/** A filing in the ledger: what is in it lies beside, under the name of its blinded hash [2016 ¶8.57]. */
const filedEntry = ({ sequence: _sequence, salt, body, ...common }: FilingAct): FiledLedgerEntry => {
  const entry = { ...common, type: 'filed' } as const;
  if (body.kind !== 'submission' && body.kind !== 'inspection') return { ...entry, body, sealed: null };
  const { content, ...open } = body;
  const sealed = { salt: must(salt, 'what is sealed has a salt'), ...content };
  return { ...entry, body: { ...open, seal: contentHash(sealed) } as FiledLedgerEntry['body'], sealed };
};

/** What the public ledger says of an act: rankings, accounts and questionable papers only where the definition publishes them, salt and advice never. */
export const publicEntry = (act: OrderedAct, published: PublishedParts): LedgerEntry => {
  if (act.type === 'filing') return filedEntry(act);
  if (act.type !== 'report') return act;
  const { salt = '', advice: _advice, ...open } = act;
  return isWithheld(act.body, published)
    ? withheldEntry(open, salt, withheldParts(act.body, published))
    : open;
};
