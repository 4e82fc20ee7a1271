import { useState } from 'preact/hooks';
import { readReference } from '#shared/advertisements/reference.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import type { FileResult } from '#shared/recount/register-results.ts';
import { OutcomeAnswer } from '../../answers.ts';
import type { Failure } from '../../api.ts';
import { useDesk } from '../../desk-context.ts';
import { SendButton } from '../../forms/SendButton.tsx';
import { FailureWords } from '../../shell/Told.tsx';
import { platformApi, platformScreens } from '../platform-paths.ts';
import { FileStateWords } from '../receipt/FileStateWords.tsx';
import type { OfPlatform } from '../use-platform.ts';
import { usePlatformWords } from '../words/with-words.tsx';
import { FileFindings } from './FileFindings.tsx';

/** A file that is held or refused: what was found, and what its candidate can do. */
export const StoppedFile = ({
  of,
  advertisement,
  file,
  again,
}: {
  readonly of: OfPlatform;
  readonly advertisement: string;
  readonly file: FileResult;
  readonly again: () => void;
}) => {
  const { api, session, announce } = useDesk();
  const { attention } = usePlatformWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const name = visibleText(file.name);
  const confirm = async (): Promise<void> => {
    const number = readReference(file.reference)?.number ?? 0;
    const body = { number, sha256: file.sha256 };
    const answer = await api.post(platformApi.confirmations(of.election, of.platform), body, OutcomeAnswer);
    setFailure(answer.ok ? null : answer.problem);
    if (answer.ok) announce(attention.confirmed(name));
    again();
  };
  const replace = platformScreens.begin(of.election, of.platform, {
    kind: 'replacement',
    of: advertisement,
    refused: file.sha256,
  });
  return (
    <li class="p-stopped">
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <FileStateWords state={file.state} /> <span class="hint">{file.reference}</span>
      </p>
      <FileFindings name={name} inspection={file.inspection} />
      {session.role === 'candidate' && (
        <>
          <p class="buttons">
            <a class="button" href={replace}>
              {attention.replace}
              <span class="vh"> {name}</span>
            </a>
            {file.state === 'held' && !isAsked && (
              <button type="button" class="second" onClick={() => setIsAsked(true)}>
                {attention.confirm}
                <span class="vh"> {name}</span>
              </button>
            )}
          </p>
          {isAsked && file.state === 'held' && (
            <div class="p-ask">
              <p>{attention.confirmAsk(name)}</p>
              <p class="buttons">
                <SendButton onSend={confirm}>{attention.confirmYes}</SendButton>
                <button type="button" class="second" onClick={() => setIsAsked(false)}>
                  {attention.confirmNo}
                </button>
              </p>
            </div>
          )}
          {failure && <FailureWords failure={failure} />}
        </>
      )}
    </li>
  );
};
