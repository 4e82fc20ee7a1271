import { WAITING_KINDS } from '#shared/advertisements/waiting.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import type { PlatformAccounts } from '../platform-answers.ts';
import { platformScreens } from '../platform-paths.ts';
import { usePlatformWords } from '../words/with-words.tsx';

const wayTo = (
  election: string,
  { account, kind, advertisement }: { account: string; kind: string; advertisement: string | null },
): string => {
  if (advertisement === null) return platformScreens.own(election, account);
  return kind === 'removal'
    ? platformScreens.remove(election, account, advertisement)
    : platformScreens.advertisement(election, account, advertisement);
};

/** One overview of what waits, is held, and came late in all accounts, the most pressing first, with the way to each. */
export const Waits = ({
  election,
  accounts,
}: {
  readonly election: string;
} & Pick<PlatformAccounts, 'accounts'>) => {
  const { officers } = usePlatformWords();
  const found = accounts
    .flatMap(({ id, waiting }) => waiting.map((one) => ({ account: id, ...one })))
    .sort((a, b) => WAITING_KINDS.indexOf(a.kind) - WAITING_KINDS.indexOf(b.kind));
  if (found.length === 0) return <p>{officers.nothingWaits}</p>;
  return (
    <ul class="p-list">
      {found.map((one) => (
        <li key={`${one.account} ${one.kind} ${one.about} ${one.files.join()}`}>
          <b>{officers.kinds[one.kind]}</b> <a href={wayTo(election, one)}>{one.about ?? one.account}</a>{' '}
          <span class="hint">
            <bdi>{one.files.map(visibleText).join(', ')}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
};
