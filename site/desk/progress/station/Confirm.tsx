import { useState } from 'preact/hooks';
import type { StationView } from '#shared/desk/desk-views.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { dayTime } from '../../../words/format.ts';
import type { Failure } from '../../api.ts';
import { useDesk } from '../../desk-context.ts';
import { SendButton } from '../../forms/SendButton.tsx';
import { type Posted, PostedAnswer } from '../../offline/outbox.ts';
import { apiPaths, screens } from '../../paths.ts';
import { Missing } from '../../report/Missing.tsx';
import type { ScreenProps } from '../../routes.ts';
import { Screen } from '../../shell/Screen.tsx';
import { FailureWords } from '../../shell/Told.tsx';
import { LOOK_EVERY_MS, useEvery } from '../../shell/use-answer.ts';
import { progressAsLeft } from '../come-back.ts';
import { IfConfirmed } from '../IfConfirmed.tsx';
import { Figures } from './Figures.tsx';
import { StationFrame } from './StationFrame.tsx';
import { placeIn, type ReadStation, type StationPlace, useReadStation } from './use-station.ts';

const Done = ({ place, posted }: { readonly place: StationPlace; readonly posted: Posted }) => {
  const { words, language } = useDesk();
  const { confirming, publicPage } = words.progress;
  const { election, constituency, station } = place;
  return (
    <Screen title={confirming.done(station)} subject={station} focusKey="done">
      <div class="good">
        <p>{confirming.doneWords(dayTime(language, posted.acceptedAt))}</p>
        <p>
          {confirming.hash} <code>{posted.sha256}</code>
        </p>
      </div>
      <p class="buttons">
        <a class="button" href={progressAsLeft(election, constituency)}>
          {confirming.toProgress}
        </a>
        <a class="button second" href={pagePaths.station(language, election, station)}>
          {publicPage}
        </a>
      </p>
    </Screen>
  );
};

interface NotNowProps {
  readonly view: StationView;
  readonly onLook: () => void;
}

/** Why nothing can be confirmed: it looks again by itself, for another officer may be about to change that. */
const NotNow = ({ view, onLook }: NotNowProps) => {
  const { confirming, station } = useDesk().words.progress;
  const { report } = useDesk().words;
  useEvery(LOOK_EVERY_MS, onLook);
  return (
    <>
      <p class="lead">{confirming.not}</p>
      <p>{report.states[view.row.state]}</p>
      {view.entries.some(({ own }) => own) && <p>{station.cannotOwn}</p>}
      <Missing steps={view.row.missing} />
    </>
  );
};

interface CheckProps extends ReadStation {
  readonly place: StationPlace;
  readonly onLook: () => void;
  readonly onDone: (posted: Posted) => void;
  readonly onRefused: (failure: Failure) => void;
}

const Check = ({ view, sheet, place, onLook, onDone, onRefused }: CheckProps) => {
  const { words, api } = useDesk();
  const { confirming, confirm } = words.progress;
  const { election, constituency, station } = place;
  const { settled, sha256, preview, form } = view;
  const { accounts } = sheet.election.publishes;
  if (!view.may.confirm || !settled || sha256 === null || !preview) {
    return <NotNow view={view} onLook={onLook} />;
  }
  // Names what is shown here by its hash: had somebody changed it meanwhile, it is refused.
  const send = async (): Promise<void> => {
    const answer = await api.post(apiPaths.act(election, 'confirmations'), { ...form, sha256 }, PostedAnswer);
    if (answer.ok) onDone(answer.value);
    else onRefused(answer.problem);
  };
  return (
    <>
      <p class="lead">{confirming.lead}</p>
      <ul class="missing">
        {confirming.becomes(accounts).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {!accounts && <p>{confirming.keptBack}</p>}
      <IfConfirmed station={station} preview={preview} sheet={sheet} />
      <Figures
        report={settled}
        before={view.standing}
        warnings={view.warnings}
        constituency={sheet.constituency}
      />
      <p class="buttons">
        <SendButton onSend={send}>{confirm(station)}</SendButton>
        <a class="button second" href={screens.station(election, constituency, station)}>
          {confirming.back}
        </a>
      </p>
    </>
  );
};

/** The check before a report becomes public: all of it, and what it changes. */
export const Confirm = ({ params }: ScreenProps) => {
  const place = placeIn(params);
  const { confirming } = useDesk().words.progress;
  const asked = useReadStation(place, { fresh: true });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [posted, setPosted] = useState<Posted | null>(null);
  if (posted) return <Done place={place} posted={posted} />;
  return (
    <StationFrame
      title={confirming.title(place.station)}
      place={place}
      asked={asked}
      problems={failure ? 1 : 0}
      ofStation
    >
      {(value) => (
        <div class="reading-one">
          {failure && <FailureWords failure={failure} />}
          {failure?.kind === 'refused' && <p class="warn">{confirming.again}</p>}
          <Check
            {...value}
            place={place}
            onLook={asked.ask}
            onDone={setPosted}
            onRefused={(problem) => {
              setFailure(problem);
              asked.ask();
            }}
          />
        </div>
      )}
    </StationFrame>
  );
};
