import { useEffect, useState } from 'preact/hooks';
import type { FormName } from '#shared/desk/entry.ts';
import { clock, dayTime } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { SendButton } from '../forms/SendButton.tsx';
import { useObserved } from '../observable.ts';
import type { Posting, Receipt } from '../offline/outbox.ts';
import { screens } from '../paths.ts';
import { goTo } from '../router.ts';
import { Screen } from '../shell/Screen.tsx';
import type { DeskWords } from '../words/load.ts';
import type { ReportPlace } from './open-report.ts';
import { Refused, type SentProps } from './Refused.tsx';
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
