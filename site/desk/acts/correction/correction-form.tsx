import type { ProgressView } from '#shared/desk/desk-views.ts';
import type { StationReport } from '#shared/election/report.ts';
import { count } from '../../../words/format.ts';
import type { About } from '../about.ts';
import { actScreens } from '../act-paths.ts';
import type { ActForm, FormPage, Values } from '../form/act-form.ts';
import { cleaned } from '../form/check-fields.ts';
import { stationField } from '../moves/station-field.ts';
import { Changes } from './Changes.tsx';
import { figureLabel } from './figure-label.ts';
import { changedFigures, correctedReport, figurePaths, reportFigures } from './report-figures.ts';

const figuresPage = (about: About, view: ProgressView, report: StationReport): FormPage => {
  const { correction } = about.words.acts;
  return {
    id: 'figures',
    title: correction.figures,
    lead: <p class="hint">{correction.figuresHint}</p>,
    fields: reportFigures(report).map((figure) => ({
      id: figure.id,
      kind: 'figure' as const,
      label: `${figureLabel(about, view, report, figure)} ${correction.standing(count(figure.value))}`,
      paths: figurePaths(figure),
    })),
  };
};

const reasonPage = ({ words }: About): FormPage => {
  const { correction } = words.acts;
  return {
    id: 'reason',
    title: correction.why,
    fields: [
      {
        id: 'reason',
        kind: 'area',
        label: correction.reason,
        hint: correction.reasonHint,
        missing: correction.reasonMissing,
        maxLength: 1000,
        paths: ['$.act.body.reason', '$.reason'],
      },
    ],
  };
};

/** Changes figures of a declared constituency: every old figure beside its new one; the declared seats stay [2016 ¶5.99]. */
export const correctionForm =
  (about: About, view: ProgressView, standing: StationReport | null) =>
  (values: Values): ActForm => {
    const { correction, proposal } = about.words.acts;
    const reason = cleaned(values['reason']);
    const changed = standing === null ? [] : changedFigures(standing, values);
    const figures = standing && figuresPage(about, view, standing);
    return {
      title: correction.title,
      subject: about.constituency,
      base: actScreens.act(about.of, about.constituency, 'correction'),
      up: about.up,
      pages: [
        {
          id: 'station',
          title: correction.which,
          fields: [stationField(about, view, ['$.act.body.station'])],
        },
        {
          // Its fields come with the report that stands; until then the page only has its place.
          ...(figures ?? { id: 'figures', title: correction.figures, fields: [] }),
          wrong: changed.length === 0 ? correction.nothingChanged : null,
        },
        reasonPage(about),
      ],
      onlyAnswered: true,
      summary: standing && <Changes about={about} view={view} report={standing} changed={changed} />,
      consequences: (
        <>
          <p>{correction.follows}</p>
          {!view.sheet.election.publishes.accounts && <p>{correction.keptBack}</p>}
          <p>{proposal.needsSecond}</p>
        </>
      ),
      button: proposal.button,
      path: about.post('proposals'),
      number: view.proposals.length + 1,
      body: (number) => ({
        constituency: about.constituency,
        number,
        act: { type: 'correction', body: standing && correctedReport(standing, values, reason) },
      }),
      sent: { title: proposal.sentTitle, words: <p>{proposal.sentWords}</p> },
    };
  };
