/** Heads of a ballot paper account [2016 ¶5.48, ¶5.50]. "Unused" was issued; "unissued" was not. */
export interface BallotPaperAccount {
  readonly supplied?: number | undefined;
  readonly unissued?: number | undefined;
  readonly unused?: number | undefined;
  readonly spoilt?: number | undefined;
  readonly tendered?: number | undefined;
}

export interface AccountedCount {
  readonly account: BallotPaperAccount;
  /** Unissued papers shown before opening, with later supplies [2016 ¶5.18]. */
  readonly openingStock?: number | undefined;
  /** Accounts of the stations whose papers were mixed in and counted here [2016 ¶5.71]. */
  readonly feeders?: readonly BallotPaperAccount[] | undefined;
  readonly valid: number;
  /** Votes on the valid papers; equal to `valid` where a paper carries one [2016 ¶3.35]. */
  readonly votes: number;
  readonly votesPerPaper: number;
  readonly invalid: Readonly<Partial<Record<string, number>>>;
  readonly questionableRejected: number;
  /** Papers of this constituency found in the right kind of box, where that was counted apart. */
  readonly papersInBox?: number | undefined;
  /** Papers of this constituency found in wrong boxes. */
  readonly papersElsewhere?: number | undefined;
}

export type AccountIdentity = 'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'A7' | 'A8';

/** A broken identity: shown beside the report, never a reason to refuse votes [C-3]. */
export interface AccountFinding {
  readonly code: AccountIdentity;
  readonly severity: 'error' | 'anomaly';
  /** JSONPath in the report of the figures concerned. */
  readonly fields: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

export interface AccountCheck {
  readonly issued: number | null;
  /** Papers that should lie in the boxes counted here; `null` where an account does not say. */
  readonly estimatedInBox: number | null;
  readonly papersCounted: number;
  /** Papers not found, elsewhere ones included; `null` where the estimate is unknown or too low. */
  readonly shortfall: number | null;
  /** This station's part of the estimated number of misplaced papers [2016 ¶5.80, C-8]. */
  readonly contributesToMisplacedEstimate: number | null;
  readonly holds: readonly AccountIdentity[];
  readonly findings: readonly AccountFinding[];
}

interface Figures {
  readonly issued: number | null;
  readonly estimated: number | null;
  readonly counted: number;
  readonly inBox: number;
}

/** `null` where a figure is missing: the identity cannot be held against anything. */
type Identity = (
  count: AccountedCount,
  figures: Figures,
) => (Omit<AccountFinding, 'code'> & { readonly broken: boolean }) | null;

const sum = (figures: Iterable<number | undefined>): number => {
  let total = 0;
  for (const figure of figures) total += figure ?? 0;
  return total;
};

/** Papers taken from the stock: supplied less unissued [counting.md §7, A2]. */
export const issuedPapers = ({ supplied, unissued }: BallotPaperAccount): number | null =>
  supplied === undefined || unissued === undefined ? null : supplied - unissued;

/** Papers that should lie in the boxes: issued less unused and spoilt [counting.md §7, A3]. */
export const estimatedInBox = (account: BallotPaperAccount): number | null => {
  const issued = issuedPapers(account);
  if (issued === null || account.unused === undefined || account.spoilt === undefined) return null;
  return issued - account.unused - account.spoilt;
};

const STOCK = ['$.account.supplied', '$.account.unissued'];
const HEADS = [...STOCK, '$.account.unused', '$.account.spoilt'];
const PAPERS = ['$.votes', '$.invalid', '$.questionable.rejected'];

const stockAtOpening: Identity = ({ account: { supplied }, openingStock }) =>
  supplied === undefined || openingStock === undefined
    ? null
    : {
        broken: supplied !== openingStock,
        severity: 'error',
        fields: ['$.account.supplied'],
        figures: { supplied, openingStock },
      };

const issuedNotNegative: Identity = (_, { issued }) =>
  issued === null ? null : { broken: issued < 0, severity: 'error', fields: STOCK, figures: { issued } };

const estimateNotNegative: Identity = ({ account }) => {
  const estimated = estimatedInBox(account);
  if (estimated === null) return null;
  return { broken: estimated < 0, severity: 'error', fields: HEADS, figures: { estimatedInBox: estimated } };
};

const notMoreThanIssued: Identity = ({ papersElsewhere = 0 }, { estimated, inBox }) =>
  estimated === null
    ? null
    : {
        broken: inBox + papersElsewhere > estimated,
        severity: 'anomaly',
        fields: [...HEADS, ...PAPERS],
        figures: { papersInBox: inBox, papersElsewhere, estimatedInBox: estimated },
      };

const everyPaperCounted: Identity = ({ papersInBox }, { counted }) =>
  papersInBox === undefined
    ? null
    : {
        broken: papersInBox !== counted,
        severity: 'error',
        fields: PAPERS,
        figures: { papersInBox, papersCounted: counted },
      };

const votesFitPapers: Identity = ({ valid, votes, votesPerPaper }) => ({
  broken: votes < valid || votes > valid * votesPerPaper,
  severity: 'error',
  fields: ['$.papers', '$.votes'],
  figures: { valid, votes, votesPerPaper },
});

const tenderedRecorded: Identity = ({ account, feeders = [], invalid }) => {
  const recorded = [account, ...feeders].map(({ tendered }) => tendered);
  if (recorded.includes(undefined)) return null;
  const figures = { found: invalid['tendered'] ?? 0, recorded: sum(recorded) };
  const broken = figures.found > figures.recorded;
  return { broken, severity: 'anomaly', fields: ['$.invalid.tendered', '$.account.tendered'], figures };
};

const IDENTITIES: readonly (readonly [AccountIdentity, Identity])[] = [
  ['A1', stockAtOpening],
  ['A2', issuedNotNegative],
  ['A3', estimateNotNegative],
  ['A4', notMoreThanIssued],
  ['A5', everyPaperCounted],
  ['A6', votesFitPapers],
  ['A7', tenderedRecorded],
];

const estimateWithFeeders = ({ account, feeders = [] }: AccountedCount): number | null => {
  const estimates = [account, ...feeders].map(estimatedInBox);
  const known = estimates.filter((estimate) => estimate !== null);
  return known.length < estimates.length ? null : sum(known);
};

/**
 * Holds a count against the ballot paper accounts of the boxes it was made from [counting.md §7, A1-A7].
 * Where a feeder's account is missing its papers cannot be told apart, and nothing is held against them.
 */
export const checkAccount = (count: AccountedCount): AccountCheck => {
  const counted = count.valid + sum(Object.values(count.invalid)) + count.questionableRejected;
  const inBox = count.papersInBox ?? counted;
  const issued = issuedPapers(count.account);
  const estimated = estimateWithFeeders(count);
  const missing = estimated === null ? null : estimated - inBox;
  const results = IDENTITIES.map(([code, hold]) => {
    const outcome = hold(count, { issued, estimated, counted, inBox });
    return outcome && { code, ...outcome };
  }).filter((outcome) => outcome !== null);
  return {
    issued,
    estimatedInBox: estimated,
    papersCounted: counted,
    shortfall: missing === null || missing < 0 ? null : missing,
    contributesToMisplacedEstimate: missing === null ? null : Math.max(0, missing),
    holds: results.filter(({ broken }) => !broken).map(({ code }) => code),
    findings: results.filter(({ broken }) => broken).map(({ broken: _, ...finding }) => finding),
  };
};

export interface MisplacedEstimate {
  readonly papers: number;
  /** Stations whose accounts do not say how many papers should be there: the estimate lacks them. */
  readonly stationsUnknown: number;
}

/** Estimated misplaced papers of a constituency: an upper bound, papers carried off are in it too [2016 ¶5.80, C-8]. */
export const estimateMisplaced = (checks: readonly AccountCheck[]): MisplacedEstimate => {
  const parts = checks.map(({ contributesToMisplacedEstimate }) => contributesToMisplacedEstimate);
  return {
    papers: sum(parts.map((part) => part ?? undefined)),
    stationsUnknown: parts.filter((part) => part === null).length,
  };
};

/** At most one functional paper as an elector and one as an authorised representative [2016 App.4 ¶3-7, A8]. */
export const checkIssuedTogether = (
  geographicalIssued: number,
  functionalIssued: readonly number[],
): AccountFinding | null => {
  const functional = sum(functionalIssued);
  if (functional <= 2 * geographicalIssued) return null;
  const figures = { geographicalIssued, functionalIssued: functional };
  return { code: 'A8', severity: 'anomaly', fields: STOCK, figures };
};
