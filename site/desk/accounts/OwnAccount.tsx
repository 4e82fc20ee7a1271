import { useState } from 'preact/hooks';
import { clock } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { SendButton } from '../forms/SendButton.tsx';
import { isNothing, type Unsent } from '../offline/unsent.ts';
import { screens } from '../paths.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { forgetEverything } from '../shell/forget-everything.ts';
import { Screen } from '../shell/Screen.tsx';
import { accountsLeftAt } from './account-paths.ts';
import { Facts } from './Facts.tsx';
import { Places } from './Places.tsx';
import { usePlaceNames } from './place-names.ts';
import { seesAccounts } from './who-may.ts';

interface LeavingProps {
  /** Reports on this device that were not sent. */
  readonly unsent: Unsent;
  readonly onStay: () => void;
}

const LeaveEverywhere = ({ unsent, onStay }: LeavingProps) => {
  const { words, signIn, device, session } = useDesk();
  const { accounts, shell, common } = words;
  const [failed, setFailed] = useState(false);
  const leave = async (): Promise<void> => {
    try {
      await signIn.signOutEverywhere(() => forgetEverything(device, session.account));
    } catch {
      setFailed(true);
    }
  };
  return (
    <Dialog title={accounts.own.question} describedBy="account-leave-words" onClose={onStay}>
      <p id="account-leave-words">{accounts.own.follows}</p>
      {!isNothing(unsent) && <p class="warn">{shell.leaving.words(unsent)}</p>}
      {failed && (
        <p class="bad" role="alert">
          {accounts.own.failed}
        </p>
      )}
      <p class="buttons">
        <SendButton onSend={leave}>{accounts.own.leave}</SendButton>
        <button type="button" class="second" onClick={onStay}>
          {common.cancel}
        </button>
      </p>
    </Dialog>
  );
};

/** Who is signed in here, for what and until when, and the way to end all sessions at once. */
export const OwnAccount = () => {
  const { words, session, device } = useDesk();
  const { accounts, common, home } = words;
  const { own, fields } = accounts;
  const names = usePlaceNames();
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const ask = async (): Promise<void> => setUnsent(await device.unsent(session.account));
  return (
    <Screen title={own.title} back={{ href: screens.home(), name: home.title }}>
      <Facts
        rows={[
          [fields.name, <bdi>{session.name}</bdi>],
          [fields.id, <span class="account-code">{session.account}</span>],
          [fields.role, common.roles[session.role]],
          [
            accounts.places,
            <Places
              of={{
                elections: [...session.elections],
                constituencies: [...session.constituencies],
                stations: [...session.stations],
              }}
              names={names}
            />,
          ],
          [own.until, own.untilWords(clock(session.endsAt))],
        ]}
      />
      <p class="hint">{own.wrong}</p>
      <section aria-labelledby="account-leave">
        <h2 id="account-leave">{own.leave}</h2>
        <p>{own.lead}</p>
        <p class="buttons">
          <SendButton second onSend={ask}>
            {own.leave}
          </SendButton>
        </p>
      </section>
      {seesAccounts(session) && (
        <p>
          <a href={accountsLeftAt.get()}>{accounts.title}</a>
        </p>
      )}
      {unsent !== null && <LeaveEverywhere unsent={unsent} onStay={() => setUnsent(null)} />}
    </Screen>
  );
};
