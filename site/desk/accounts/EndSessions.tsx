import { useRef, useState } from 'preact/hooks';
import { OutcomeAnswer } from '../answers.ts';
import type { Failure } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { SendButton } from '../forms/SendButton.tsx';
import { Dialog } from '../shell/Dialog.tsx';
import { FailureWords } from '../shell/Told.tsx';
import { accountApi } from './account-paths.ts';

interface EndSessionsProps {
  readonly account: string;
  readonly name: string;
  readonly onDone: () => void;
}

/** Ends all sessions of an account, after asking: the same request until it is answered, so that pressing twice is once. */
export const EndSessions = ({ account, name, onDone }: EndSessionsProps) => {
  const { words, api, announce } = useDesk();
  const { sessions } = words.accounts;
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const request = useRef<string | null>(null);
  const end = async (): Promise<void> => {
    request.current ??= crypto.randomUUID();
    const answer = await api.post(accountApi.signOuts(account), { request: request.current }, OutcomeAnswer);
    if (!answer.ok) return setFailure(answer.problem);
    request.current = null;
    setFailure(null);
    setAsking(false);
    announce(sessions.ended(name));
    onDone();
  };
  return (
    <>
      <button type="button" class="second" onClick={() => setAsking(true)}>
        {sessions.end}
      </button>
      {asking && (
        <Dialog
          title={sessions.question(name)}
          describedBy="account-end-words"
          onClose={() => setAsking(false)}
        >
          <p id="account-end-words">{sessions.follows}</p>
          {failure && <FailureWords failure={failure} />}
          <p class="buttons">
            <SendButton onSend={end}>{sessions.end}</SendButton>
            <button type="button" class="second" onClick={() => setAsking(false)}>
              {words.common.cancel}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
};
