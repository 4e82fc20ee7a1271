import type { ProgressView } from '#shared/desk/desk-views.ts';
import type { StationReport } from '#shared/election/report.ts';
import { type About, labelOf } from '../about.ts';
import type { ReportFigure } from './report-figures.ts';

const orderOf = (report: StationReport, index: number): string =>
  (report.rankings?.[index]?.order ?? [])
    .map((rank) => (Array.isArray(rank) ? `(${rank.join('=')})` : (rank ?? '–')))
    .join(' > ');

/** What a figure is called on the form. */
export const figureLabel = (
  about: About,
  view: ProgressView,
  report: StationReport,
  { keys }: ReportFigure,
): string => {
  const { correction } = about.words.acts;
  const grounds: Readonly<Record<string, string>> = correction.grounds;
  const [part, first = '', second = ''] = keys;
  const name = grounds[String(second || first)] ?? String(second || first);
  switch (part) {
    case 'votes':
      return labelOf(about, view, String(first));
    case 'choices':
      return `${labelOf(about, view, String(first))}${about.words.common.after}${name}`;
    case 'rankings':
      return correction.ranking(orderOf(report, Number(first)));
    case 'papers':
      return correction.papers;
    default:
      return `${correction.parts[part as 'invalid' | 'questionable' | 'account']}${about.words.common.after}${name}`;
  }
};
