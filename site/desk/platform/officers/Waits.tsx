import { useEffect, useState } from 'preact/hooks';
import { visibleText } from '#shared/publication/plain-text.ts';
import { useDesk } from '../../desk-context.ts';
import { type PlatformAccounts, PlatformAnswer } from '../platform-answers.ts';
import { platformApi, platformScreens } from '../platform-paths.ts';
import { usePlatformWords } from '../words/with-words.tsx';
import { type Waiting, waitingIn } from './waiting-in.ts';

/** Looks through the accounts one after the other: an election has up to a few hundred. */
const useWaiting = (election: string, accounts: PlatformAccounts['accounts']) => {
  const { api } = useDesk();
  const [found, setFound] = useState<readonly Waiting[]>([]);
  const [looked, setLooked] = useState(0);
  const key = accounts.map(({ id, submissions }) => `${id} ${submissions}`).join();
  useEffect(() => {
    let isHere = true;
    const look = async (): Promise<void> => {
      const all: Waiting[] = [];
      for (const [index, { id }] of accounts.entries()) {
        const answer = await api.get(platformApi.one(election, id), PlatformAnswer);
        if (!isHere) return;
        if (answer.ok) all.push(...waitingIn(answer.value));
        setLooked(index + 1);
      }
      setFound(all);
    };
    void look();
    return () => {
      isHere = false;
    };
  }, [api, election, key]);
  return { found, looked };
};

/** One overview of what waits, is held, and came late, with the way to each. */
export const Waits = ({ election, accounts }: { readonly election: string } & PlatformAccounts) => {
  const { officers } = usePlatformWords();
  const { found, looked } = useWaiting(election, accounts);
  if (looked < accounts.length) return <p>{officers.looking(looked, accounts.length)}</p>;
  if (found.length === 0) return <p>{officers.nothingWaits}</p>;
  return (
    <ul class="p-list">
      {found.map(({ account, kind, about, advertisement, files }) => (
        <li key={`${account} ${kind} ${about} ${files.join()}`}>
          <b>{officers.kinds[kind]}</b>{' '}
          <a
            href={
              kind === 'removal' && advertisement !== null
                ? platformScreens.remove(election, account, advertisement)
                : advertisement === null
                  ? platformScreens.own(election, account)
                  : platformScreens.advertisement(election, account, advertisement)
            }
          >
            {about === '' ? account : about}
          </a>{' '}
          <span class="hint">
            <bdi>{files.map(visibleText).join(', ')}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
};
