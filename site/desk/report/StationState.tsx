import { useState } from 'preact/hooks';
import type { StationView } from '#shared/desk/desk-views.ts';
import { dayTime } from '../../words/format.ts';
import type { Failure } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { SendButton } from '../forms/SendButton.tsx';
import { TextField } from '../forms/TextField.tsx';
import { PostedAnswer } from '../offline/outbox.ts';
import { apiPaths, screens } from '../paths.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { FailureWords } from '../shell/Told.tsx';
import { Missing } from './Missing.tsx';
import type { ReportPlace } from './open-report.ts';
import { Steps } from './Steps.tsx';

interface StationStateProps {
  readonly place: ReportPlace;
  readonly view: StationView;
  readonly onChanged: () => void;
}

/** Taking one's own form back, with a reason: it is typed anew, and so is the other one. */
const TakeBack = ({ place, view, onChanged }: StationStateProps) => {
  const { words, api } = useDesk();
  const { report, common } = words;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (): Promise<void> => {
    const body = { ...view.form, reason };
    const answer = await api.post(apiPaths.act(place.election, 'sent-back'), body, PostedAnswer);
    setFailure(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setAsking(false);
    onChanged();
  };
  return (
    <>
      <button type="button" class="second" onClick={() => setAsking(true)}>
        {report.takeEntryBack}
      </button>
      {asking && (
        <Dialog title={report.takeEntryBackTitle} onClose={() => setAsking(false)}>
          <TextField path="$.sentBack" label={report.takeEntryBackWhy} value={reason} onChange={setReason} />
          {failure && <FailureWords failure={failure} />}
          <p class="buttons">
            <SendButton onSend={send}>{report.takeEntryBack}</SendButton>
            <button type="button" class="second" onClick={() => setAsking(false)}>
              {common.cancel}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
};

/** What lies on the desk for a station: state, what the public sees, what is missing and who holds it, and what can be done now. */
export const StationState = ({ place, view, onChanged }: StationStateProps) => {
  const { words, language } = useDesk();
  const { report } = words;
  const { election, constituency, station } = place;
  const { row, may, standingAt } = view;
  const typed = view.entries.some(({ own }) => own) && may.sendBack;
  return (
    <>
      <p class="lead">{report.states[row.state]}</p>
      <p>{standingAt === null ? report.publicNot : report.publicNow(dayTime(language, standingAt))}</p>
      <h2>{report.missingTitle}</h2>
      <Missing steps={row.missing} />
      <p class="buttons">
        {may.resolve && (
          <a class="button" href={screens.resolve(election, constituency, station)}>
            {report.toResolve}
          </a>
        )}
        {may.enter && (
          <a
            class={row.state === 'public' && !row.recounting ? 'button second' : 'button'}
            href={screens.typeReport(election, constituency, station)}
          >
            {row.recounting ? report.toRecount : row.state === 'public' ? report.correct : report.toForm}
          </a>
        )}
        {typed && <TakeBack place={place} view={view} onChanged={onChanged} />}
      </p>
      <p>
        <a href={screens.placeDecisions(election, constituency, station)}>{words.decisions.link}</a>
      </p>
      <Steps place={place} view={view} onTold={onChanged} />
    </>
  );
};
