import type { AccountEvent } from '#shared/desk/account-view.ts';
import { dayTime, timestamp } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { Changed } from './Changed.tsx';

const Event = ({ event }: { readonly event: AccountEvent }) => {
  const { words, language } = useDesk();
  const { history } = words.accounts;
  const { kind, revision, at, by, reason, changes } = event;
  return (
    <li>
      <h3>{kind === 'sign-out' ? history.signOut : revision === 1 ? history.made : history.changed}</h3>
      <p class="account-who">
        <time dateTime={timestamp(at)}>{dayTime(language, at)}</time>
        {' · '}
        <bdi>{by.name ?? by.account}</bdi>
        {by.name !== null && <span class="account-code"> {by.account}</span>}
      </p>
      {revision !== 1 && changes.length > 0 && <Changed changes={changes} />}
      {reason !== null && (
        <p>
          <bdi>{history.reason(reason)}</bdi>
        </p>
      )}
    </li>
  );
};

/** What became of an account, newest first: who, when, why, before and after. */
export const History = ({ events }: { readonly events: readonly AccountEvent[] }) => {
  const { history } = useDesk().words.accounts;
  return (
    <section aria-labelledby="account-history">
      <h2 id="account-history">{history.title}</h2>
      <ol class="account-history">
        {events.map((event) => (
          <Event key={`${event.kind} ${event.revision} ${event.at}`} event={event} />
        ))}
      </ol>
    </section>
  );
};
