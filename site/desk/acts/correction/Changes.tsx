import type { ProgressView } from '#shared/desk/desk-views.ts';
import type { StationReport } from '#shared/election/report.ts';
import { count } from '../../../words/format.ts';
import type { About } from '../about.ts';
import { Scroll } from '../Scroll.tsx';
import { figureLabel } from './figure-label.ts';
import type { ReportFigure } from './report-figures.ts';

interface ChangesProps {
  readonly about: About;
  readonly view: ProgressView;
  readonly report: StationReport;
  readonly changed: readonly (ReportFigure & { readonly now: number })[];
}

/** Old beside new, figure by figure. */
export const Changes = ({ about, view, report, changed }: ChangesProps) => {
  const { correction } = about.words.acts;
  return (
    <Scroll name={correction.changes}>
      <table class="acts-table">
        <caption>{correction.changes}</caption>
        <thead>
          <tr>
            <th scope="col">{correction.figure}</th>
            <th scope="col" class="r">
              {correction.old}
            </th>
            <th scope="col" class="r">
              {correction.now}
            </th>
          </tr>
        </thead>
        <tbody>
          {changed.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">
                <bdi>{figureLabel(about, view, report, figure)}</bdi>
              </th>
              <td class="r">{count(figure.value)}</td>
              <td class="r">
                <b>{count(figure.now)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
