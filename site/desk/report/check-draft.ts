import { estimatedInBox } from '#shared/counting/account.ts';
import { checkSums } from '#shared/desk/check-sums.ts';
import type { FormSheet, PublicSums } from '#shared/desk/desk-views.ts';
import type { Entry, FormName } from '#shared/desk/entry.ts';
import { type SumHint, sumHint } from '#shared/desk/sum-hint.ts';
import { checkReport } from '#shared/election/check-report.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { rejectedPapers } from '#shared/election/report.ts';
import { accountedCount } from '#shared/recount/report-warnings.ts';
import { figureIn } from '../forms/read-figure.ts';
import type { Draft } from '../offline/drafts.ts';
import { askedAbout, stillExplained } from './asked-about.ts';
import { figureOrder, type SheetConstituency, summed, validPath, waysOf } from './fields.ts';
import { type Finding, missingIn, toEntry } from './to-entry.ts';

export interface ReportForm {
  readonly sheet: FormSheet;
  readonly form: FormName;
  readonly draft: Draft;
  /** What is public by now; null or left out while it is not known. */
  readonly soFar?: PublicSums | null;
}

/** As much of the election's definition as a sheet holds: enough for every check that the server makes of a report alone. */
export const definitionOf = ({ election, constituency, stations }: FormSheet): ElectionDefinition => {
  const { electors, contestants, ...rest } = constituency;
  const place = ({ id, name, kind, electors: own }: FormSheet['stations'][number]) => ({
    id,
    name,
    kind,
    constituency: constituency.id,
    ...(own === null ? {} : { electors: own }),
  });
  const feeders = stations.flatMap((station) =>
    station.feeders.map(({ id, name }) => ({
      id,
      name,
      kind: 'small_polling' as const,
      constituency: constituency.id,
      countedAt: station.id,
    })),
  );
  return {
    id: election.id,
    title: election.title,
    edition: '2016',
    timeZone: 'Asia/Hong_Kong',
    pollOpensAt: election.pollClosesAt,
    pollClosesAt: election.pollClosesAt,
    test: election.test,
    entry: election.entry,
    constituencies: [{ ...rest, ...(electors === null ? {} : { electors }), contestants: [...contestants] }],
    stations: [...stations.map(place), ...feeders],
  };
};

/** The sums that run along while the form is typed. */
export interface Sums {
  /** What the lists add up to; null where the system has no such sum. */
  readonly lists: number | null;
  readonly valid: number | null;
  /** Valid papers less what the lists add up to: null while either is unknown, or where papers carry several votes. */
  readonly difference: number | null;
  /** All papers counted here: valid, invalid, and questionable ones that were rejected. */
  readonly papers: number;
  readonly estimated: number | null;
}

export const sumsOf = ({ sheet, form, draft }: ReportForm): Sums => {
  const { constituency } = sheet;
  const { report } = toEntry(draft, constituency, form);
  const typed = figureIn(draft.typed[validPath(constituency)]);
  const counted = accountedCount(report, constituencyOf(sheet), []);
  const several = waysOf(constituency).severalVotes;
  const begun = figureOrder(constituency).some((path) => (draft.typed[path] ?? '') !== '');
  const lists = several ? counted.votes : counted.valid;
  return {
    lists: begun || draft.rankings.length > 0 ? lists : null,
    valid: typed,
    difference: several || typed === null ? null : typed - counted.valid,
    papers: (typed ?? counted.valid) + rejectedPapers(report),
    estimated: estimatedInBox(report.account ?? {}),
  };
};

const constituencyOf = (sheet: FormSheet): ElectionDefinition['constituencies'][number] => {
  const [constituency] = definitionOf(sheet).constituencies;
  if (!constituency) throw new TypeError('A sheet has one constituency');
  return constituency;
};

export interface CheckedForm {
  readonly entry: Entry;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** For a sum that differs: what would account for it. */
  readonly hint: SumHint | null;
}

const hintOf = ({ sheet, draft }: ReportForm): SumHint | null => {
  const { constituency } = sheet;
  const paths = summed(constituency);
  const total = validPath(constituency);
  const order = figureOrder(constituency);
  const next = order[order.indexOf(total) + 1];
  const fields = paths.map((path) => ({ path, value: figureIn(draft.typed[path]) ?? 0 }));
  if (fields.length === 0) return null;
  return sumHint({
    fields,
    total: { path: total, value: figureIn(draft.typed[total]) ?? 0 },
    next: next === undefined ? null : figureIn(draft.typed[next]),
  });
};

/** Where a sum is told: at the figure that the form gives as the sum. */
const placed = (path: string, constituency: SheetConstituency): string =>
  path === '$.votes' ? validPath(constituency) : path;

/** The form with the explanations that are still wanted, and what they explain. */
const explained = (entry: Entry, warnings: readonly Finding[]): Pick<CheckedForm, 'entry' | 'warnings'> => {
  const { explanations, ...report } = entry.report;
  const kept = stillExplained(explanations, warnings);
  return { warnings, entry: { ...entry, report: kept ? { ...report, explanations: kept } : report } };
};

/** Everything that “Check answers” looks at, by the code that the server runs too. */
export const checkDraft = (one: ReportForm): CheckedForm => {
  const { sheet, form, draft, soFar = null } = one;
  const { constituency } = sheet;
  const entry = toEntry(draft, constituency, form);
  const missing = missingIn(draft, constituency, form);
  if (missing.length > 0) return { entry, errors: missing, warnings: [], hint: null };
  const definition = definitionOf(sheet);
  const found = checkReport(definition, entry.report);
  if (!found.ok) {
    const errors = found.problem.map(({ code, path, figures = {} }) => ({ code, path, figures }));
    return { entry, errors, warnings: [], hint: null };
  }
  const broken = checkSums(found.value, definition, entry.validVotes).map(
    ({ code, path, value, figures = {} }) => ({
      code,
      path: placed(path, constituency),
      figures: { ...figures, ...(typeof value === 'number' ? { value } : {}) },
    }),
  );
  // Where more is unissued than was supplied, the box must come out short too: one fault, one sentence.
  const stock = broken.some(({ code }) => code === 'sum-A2');
  const errors = broken.filter(({ code }) => !(stock && code === 'sum-A3'));
  const differs = errors.some(({ code }) => code === 'sum-differs');
  if (errors.length > 0) return { entry, errors, warnings: [], hint: differs ? hintOf(one) : null };
  return { ...explained(entry, askedAbout(found.value, definition, soFar)), errors, hint: null };
};
