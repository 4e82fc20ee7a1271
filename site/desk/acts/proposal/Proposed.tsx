import type { ProgressView } from '#shared/desk/desk-views.ts';
import type { ProposedAct } from '#shared/desk/entry.ts';
import { eventConsequence } from '#shared/recount/candidate-stage.ts';
import { dayTime } from '../../../words/format.ts';
import { type About, candidateName } from '../about.ts';
import { Changes } from '../correction/Changes.tsx';
import { changedFigures, reportFigures } from '../correction/report-figures.ts';
import { useStanding } from '../correction/use-standing.ts';
import { DeclaredFigures } from '../declaration/DeclaredFigures.tsx';
import { ReadAloud } from '../declaration/ReadAloud.tsx';
import { readFacts } from '../declaration/read-facts.ts';
import { RoundOutcome } from '../lots/RoundOutcome.tsx';
import { proposedRounds } from './proposed-lots.ts';

interface Of<T extends ProposedAct['type']> {
  readonly about: About;
  readonly view: ProgressView;
  readonly act: Extract<ProposedAct, { type: T }>;
}

/** The same words as the first officer saw, made from the figures as they stand now. */
const ProposedDeclaration = ({ about, view, act }: Of<'declaration'>) => {
  const { proposal } = about.words.acts;
  const now = view.ready?.elected ?? [];
  const { elected, outcome } = act.body;
  const differs =
    outcome === 'elected' &&
    view.declaration === null &&
    JSON.stringify([...now].sort()) !== JSON.stringify([...elected].sort());
  return (
    <>
      {differs && <p class="warn">{proposal.figuresChanged}</p>}
      <ReadAloud facts={readFacts(view, act.body)} />
      {outcome === 'elected' && <DeclaredFigures about={about} view={view} />}
    </>
  );
};

const ProposedLots = ({ about, view, act }: Of<'lots'>) => (
  <>
    {proposedRounds(view.lots, act.body).map(
      ({ round, outcome }) =>
        outcome && <RoundOutcome key={round} about={about} view={view} round={round} outcome={outcome} />,
    )}
  </>
);

const ProposedEvent = ({ about, view, act }: Of<'event'>) => {
  const { event } = about.words.acts;
  const { election, constituency } = view.sheet;
  const { satisfiedAt, reason } = act.body;
  return (
    <>
      <dl class="answers">
        <div>
          <dt>{event.candidate}</dt>
          <dd>
            <bdi>{candidateName(about, view, act.candidate)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{event.what}</dt>
          <dd>{event.events[act.body.event]}</dd>
        </div>
        <div>
          <dt>{event.satisfiedAt}</dt>
          <dd>{dayTime(about.language, satisfiedAt)}</dd>
        </div>
        {reason !== undefined && (
          <div>
            <dt>{event.reason}</dt>
            <dd>
              <bdi class="given">{reason}</bdi>
            </dd>
          </div>
        )}
      </dl>
      <p class="warn">{event.follows[eventConsequence(election, constituency, act.body)]}</p>
    </>
  );
};

const ProposedCorrection = ({ about, view, act }: Of<'correction'>) => {
  const { correction, proposal } = about.words.acts;
  const { station, revision, reason = '' } = act.body;
  const { report } = useStanding(about.of, about.constituency, station);
  const values = Object.fromEntries(reportFigures(act.body).map(({ id, value }) => [id, String(value)]));
  return (
    <>
      <p>
        {about.words.acts.form.station}
        {about.words.common.after}
        <b>{station}</b>
      </p>
      {report && report.revision !== revision - 1 && <p class="warn">{proposal.figuresChanged}</p>}
      {report && (
        <Changes about={about} view={view} report={report} changed={changedFigures(report, values)} />
      )}
      <p>
        {correction.reason}
        {about.words.common.after}
        <bdi class="given">{reason}</bdi>
      </p>
    </>
  );
};

/** A proposed act in full, as the second officer must see it. */
export const Proposed = ({ about, view, act }: Of<ProposedAct['type']>) => {
  switch (act.type) {
    case 'declaration':
      return <ProposedDeclaration about={about} view={view} act={act} />;
    case 'lots':
      return <ProposedLots about={about} view={view} act={act} />;
    case 'event':
      return <ProposedEvent about={about} view={view} act={act} />;
    case 'correction':
      return <ProposedCorrection about={about} view={view} act={act} />;
  }
};
