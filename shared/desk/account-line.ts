import { type AccountCheck, type AccountIdentity, checkAccount } from '../counting/account.ts';
import type { Constituency, ElectionDefinition } from '../election/definition.ts';
import type { StationReport } from '../election/report.ts';
import type { Language } from '../election/text.ts';
import { describeWarning } from '../election/warning-words.ts';
import { accountedCount, feedersOf } from '../recount/report-warnings.ts';

export const IDENTITIES = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'A8',
] as const satisfies AccountIdentity[];

/** What one identity says of a counting place; `unknown` where a figure that it needs was not given. */
export interface IdentityLine {
  readonly id: AccountIdentity;
  readonly state: 'holds' | 'broken' | 'unknown';
  readonly severity: 'error' | 'anomaly' | null;
  readonly figures: Readonly<Record<string, number>>;
  /** What the figures show, in words, where it is broken. */
  readonly text: string | null;
}

/** The ballot paper account of one counting place with what follows from it [counting.md §7]. */
export interface AccountLine
  extends Pick<AccountCheck, 'issued' | 'estimatedInBox' | 'papersCounted' | 'shortfall'> {
  readonly heads: Readonly<Record<string, number>>;
  readonly identities: readonly IdentityLine[];
}

const identityLine =
  ({ holds, findings }: AccountCheck, language: Language) =>
  (id: AccountIdentity): IdentityLine => {
    const broken = findings.find(({ code }) => code === id);
    if (!broken) {
      const state = holds.includes(id) ? 'holds' : 'unknown';
      return { id, state, severity: null, figures: {}, text: null };
    }
    const { severity, figures } = broken;
    const told = describeWarning({ code: id, fields: [...broken.fields], figures }, language);
    return { id, state: 'broken', severity, figures, text: told.text };
  };

/**
 * What a counting place's account says. A8 compares constituencies at one polling station; accounts are kept by counting place, where
 * functional papers of many stations lie together, so it stays unknown and is said to be.
 */
export const accountLine = (
  report: StationReport,
  constituency: Constituency,
  definition: ElectionDefinition,
  language: Language,
): AccountLine => {
  const check = checkAccount(accountedCount(report, constituency, feedersOf(definition, report.station)));
  const { issued, estimatedInBox, papersCounted, shortfall } = check;
  const heads = Object.entries(report.account ?? {}).filter(
    (head): head is [string, number] => head[1] !== undefined,
  );
  return {
    heads: Object.fromEntries(heads),
    issued,
    estimatedInBox,
    papersCounted,
    shortfall,
    identities: IDENTITIES.map(identityLine(check, language)),
  };
};
