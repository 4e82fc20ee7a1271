import { useEffect, useState } from 'preact/hooks';
import { differencesOf } from '#shared/desk/differences.ts';
import type { Entry, FormName } from '#shared/desk/entry.ts';
import type { StationReport } from '#shared/election/report.ts';
import { clock, count, dayTime } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { SendButton } from '../forms/SendButton.tsx';
import { useObserved } from '../observable.ts';
import type { Posting, Receipt } from '../offline/outbox.ts';
import { screens } from '../paths.ts';
import { goTo } from '../router.ts';
import { Screen } from '../shell/Screen.tsx';
import { FailureWords } from '../shell/Told.tsx';
import type { DeskWords } from '../words/load.ts';
import { differenceName } from './difference-names.ts';
import type { SheetConstituency } from './fields.ts';
import type { KnownStation, ReportPlace } from './open-report.ts';
import { StationState } from './StationState.tsx';
import { ToldAfter } from './ToldAfter.tsx';

interface OnItsWay {
  readonly posting: Posting | null;
  readonly receipt: Receipt | null;
}

const sameStation =
  (place: ReportPlace) =>
  (form: FormName): boolean =>
    form.constituency === place.constituency && form.station === place.station;

/** What waits for this station here, or what the server acknowledged last. */
const useOnItsWay = (place: ReportPlace): OnItsWay | null => {
  const { device, session } = useDesk();
  const change = useObserved(device.outbox.changes);
  const [found, setFound] = useState<OnItsWay | null>(null);
  useEffect(() => {
    let current = true;
    const look = async (): Promise<OnItsWay> => {
      const { account } = session;
      const of = sameStation(place);
      const postings = await device.outbox.waiting(account);
      const posting = postings.find(({ kept }) => kept.election === place.election && of(kept.form)) ?? null;
      const receipts = await device.outbox.receipts(account, place.election);
      return { posting, receipt: receipts.filter(({ form }) => of(form)).at(-1) ?? null };
    };
    look().then(
      (now) => {
        if (current) setFound(now);
      },
      () => {
        if (current) setFound({ posting: null, receipt: null });
      },
    );
    return () => {
      current = false;
    };
  }, [change, session.account, place.election, place.constituency, place.station]);
  return found;
};

interface BesideProps {
  readonly own: StationReport;
  readonly other: StationReport;
  readonly constituency: SheetConstituency;
}

/** Two contents beside each other, where they differ. */
const Beside = ({ own, other, constituency }: BesideProps) => {
  const { words, language } = useDesk();
  const { report } = words;
  const nameOf = differenceName(constituency, words, language);
  const differences = differencesOf(own, other);
  if (differences.length === 0) return <p>{report.nothingDiffers}</p>;
  return (
    <table class="besides">
      <thead>
        <tr>
          <th scope="col">{report.field}</th>
          <th scope="col">{report.yours}</th>
          <th scope="col">{report.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ path, first, second }) => (
          <tr key={path}>
            <th scope="row">{nameOf(path)}</th>
            <td>{first === null ? '–' : count(first)}</td>
            <td>{second === null ? '–' : count(second)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface SentProps {
  readonly place: ReportPlace;
  readonly known: KnownStation;
  readonly posting: Posting;
}

const Waiting = ({ place, posting }: SentProps) => {
  const { words, device, session, api, signIn } = useDesk();
  const signedIn = useObserved(signIn.state).kind === 'signed-in';
  const { report } = words;
  const back = async (): Promise<void> => {
    await device.outbox.takeBack(posting.kept);
    goTo(screens.typeReport(place.election, place.constituency, place.station), 'replace');
  };
  return (
    <>
      <p class="warn">
        {report.waitingWords(clock(posting.keptAt))}
        {!signedIn && `${words.common.space}${report.waitingSignIn}`}
      </p>
      <p>{report.keepOpen}</p>
      <p class="buttons">
        <SendButton onSend={() => device.outbox.send(session.account, api)}>{report.sendNow}</SendButton>
        <SendButton second onSend={back}>
          {report.takeBack}
        </SendButton>
      </p>
    </>
  );
};

const Refused = ({ place, known, posting }: SentProps) => {
  const { words, device } = useDesk();
  const { report } = words;
  const own = (posting.body as Entry).report;
  const other = known.view?.settled ?? known.view?.standing ?? null;
  const back = async (): Promise<void> => {
    await device.outbox.takeBack(posting.kept);
    goTo(screens.typeReport(place.election, place.constituency, place.station), 'replace');
  };
  return (
    <>
      <FailureWords failure={{ kind: 'refused', status: 409, problems: posting.problems }} />
      <p>{report.refusedWords}</p>
      {known.sheet && (
        <Beside own={own} other={other ?? emptyReport(own)} constituency={known.sheet.constituency} />
      )}
      <p class="buttons">
        <SendButton onSend={back}>{report.takeBack}</SendButton>
      </p>
    </>
  );
};

/** Nothing stands there: every own figure is then shown. */
const emptyReport = ({ constituency, station, count: of, revision }: StationReport): StationReport => ({
  constituency,
  station,
  count: of,
  revision,
});

const titleOf = (found: OnItsWay | null, words: DeskWords['report'], station: string): string => {
  if (found?.posting) return found.posting.state === 'refused' ? words.refusedTitle : words.waitingTitle;
  return found?.receipt ? words.sentTitle : words.stateTitle(station);
};

/** What the server acknowledged: its own time and hash. */
const Received = ({ receipt, known }: { readonly receipt: Receipt } & Pick<SentProps, 'known'>) => {
  const { words, language } = useDesk();
  const { report } = words;
  return (
    <>
      <div class="good">
        <p>
          {(receipt.repeated ? report.alreadyIn : report.acceptedAt)(dayTime(language, receipt.acceptedAt))}
        </p>
        <p class="small">
          {report.hash} <code>{receipt.sha256}</code>
        </p>
      </div>
      {known.view && <ToldAfter view={known.view} />}
    </>
  );
};

/** After “Send”: accepted with the server's time and hash, kept until there is a network, or refused with nothing lost. */
export const Sent = ({ place, known }: Omit<SentProps, 'posting'>) => {
  const { report } = useDesk().words;
  const found = useOnItsWay(place);
  const { posting = null, receipt = null } = found ?? {};
  const { ask } = known;
  useEffect(() => {
    if (receipt) ask();
  }, [receipt?.sha256]);
  return (
    <Screen
      title={titleOf(found, report, place.station)}
      subject={place.station}
      problems={posting?.problems.length ?? 0}
      back={{
        href: screens.report(place.election, place.constituency, place.station),
        name: report.stateTitle(place.station),
      }}
    >
      {posting?.state === 'waiting' && <Waiting place={place} known={known} posting={posting} />}
      {posting?.state === 'refused' && <Refused place={place} known={known} posting={posting} />}
      {!posting && receipt && <Received receipt={receipt} known={known} />}
      {!posting && known.view && <StationState place={place} view={known.view} onChanged={ask} />}
    </Screen>
  );
};
