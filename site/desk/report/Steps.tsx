import { useState } from 'preact/hooks';
import type { StationView } from '#shared/desk/desk-views.ts';
import { STEPS, type StepName } from '#shared/desk/entry.ts';
import type { Failure } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { SendButton } from '../forms/SendButton.tsx';
import { PostedAnswer } from '../offline/outbox.ts';
import { apiPaths } from '../paths.ts';
import { FailureWords } from '../shell/Told.tsx';
import type { ReportPlace } from './open-report.ts';

/** Which steps a kind of counting place takes [2016 ¶5.69-5.71]. */
const takes =
  (kind: StationView['row']['kind']) =>
  (step: StepName): boolean =>
    kind === 'main_counting' ? true : step !== 'feeders_verified' && step !== 'mixed';

interface StepsProps {
  readonly place: ReportPlace;
  readonly view: StationView;
  readonly onTold: () => void;
}

/** Signs of life of a station: each pressed once, when it has happened. */
export const Steps = ({ place, view, onTold }: StepsProps) => {
  const { words, api, announce } = useDesk();
  const { report } = words;
  const [failure, setFailure] = useState<Failure | null>(null);
  const told = new Set(view.steps);
  const count = view.row.recounting ? view.form.count : view.row.count;
  const tell = (step: StepName) => async (): Promise<void> => {
    const { constituency, station, election } = place;
    const answer = await api.post(
      apiPaths.act(election, 'steps'),
      { constituency, station, count, step },
      PostedAnswer,
    );
    setFailure(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    announce(`${report.steps[step]}: ${report.stepTold}`);
    onTold();
  };
  return (
    <section>
      <h2>{report.stepsTitle}</h2>
      <p class="hint">{report.stepsHint}</p>
      {failure && <FailureWords failure={failure} />}
      <ol class="signs">
        {STEPS.filter(takes(view.row.kind)).map((step) => (
          <li key={step}>
            <span>{report.steps[step]}</span>
            {told.has(step) ? (
              <b class="done">
                <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
                  <path d="M2 8l4 5 8-11" />
                </svg>
                {report.stepTold}
              </b>
            ) : (
              <SendButton second onSend={tell(step)}>
                <span aria-hidden="true">{report.tell('').replace(/[:：]\s*$/, '')}</span>
                <span class="vh">{report.tell(report.steps[step])}</span>
              </SendButton>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
