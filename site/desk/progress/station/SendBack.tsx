import { useState } from 'preact/hooks';
import type { Failure } from '../../api.ts';
import { useDesk } from '../../desk-context.ts';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { SendButton } from '../../forms/SendButton.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { PostedAnswer } from '../../offline/outbox.ts';
import { apiPaths, screens } from '../../paths.ts';
import type { ScreenProps } from '../../routes.ts';
import { Screen } from '../../shell/Screen.tsx';
import { FailureWords } from '../../shell/Told.tsx';
import { progressAsLeft } from '../come-back.ts';
import { StationFrame } from './StationFrame.tsx';
import { placeIn, type StationPlace, useReadStation } from './use-station.ts';

const REASON = '$.reason';

const Done = ({ place }: { readonly place: StationPlace }) => {
  const { sendingBack, confirming } = useDesk().words.progress;
  return (
    <Screen title={sendingBack.done(place.station)} subject={place.station} focusKey="done">
      <p class="good">{sendingBack.doneWords}</p>
      <p class="buttons">
        <a class="button" href={progressAsLeft(place.election, place.constituency)}>
          {confirming.toProgress}
        </a>
      </p>
    </Screen>
  );
};

/** Sends a report back to its station, with the reason that its officers read. */
export const SendBack = ({ params }: ScreenProps) => {
  const place = placeIn(params);
  const { words, api } = useDesk();
  const { sendingBack } = words.progress;
  const asked = useReadStation(place, { fresh: true });
  const [reason, setReason] = useState('');
  const [turn, setTurn] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState(false);
  if (done) return <Done place={place} />;
  const missing = turn > 0 && reason.trim() === '';
  const problems = missing ? [{ path: REASON, sentence: sendingBack.missing }] : [];
  const form = asked.value?.view.form;
  const send = async (): Promise<void> => {
    setTurn(turn + 1);
    if (reason.trim() === '' || !form) return;
    const answer = await api.post(
      apiPaths.act(place.election, 'sent-back'),
      { ...form, reason: reason.trim() },
      PostedAnswer,
    );
    if (answer.ok) setDone(true);
    else {
      setFailure(answer.problem);
      asked.ask();
    }
  };
  return (
    <StationFrame
      title={sendingBack.title(place.station)}
      place={place}
      asked={asked}
      problems={problems.length}
      ofStation
    >
      {({ view }) => (
        <>
          <ErrorSummary problems={problems} turn={turn} />
          {failure && <FailureWords failure={failure} />}
          {view.may.sendBack ? (
            <>
              <p class="lead">{sendingBack.lead}</p>
              <TextField
                path={REASON}
                label={sendingBack.reason}
                hint={sendingBack.reasonHint}
                value={reason}
                onChange={setReason}
                note={missing ? { kind: 'error', sentence: sendingBack.missing } : null}
              />
              <p class="buttons">
                <SendButton onSend={send}>{sendingBack.send(place.station)}</SendButton>
                <a
                  class="button second"
                  href={screens.station(place.election, place.constituency, place.station)}
                >
                  {words.common.cancel}
                </a>
              </p>
            </>
          ) : (
            <p class="lead">{sendingBack.not}</p>
          )}
        </>
      )}
    </StationFrame>
  );
};
