import type { AccountView } from '#shared/desk/account-view.ts';
import { dayTime } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { Changed } from './Changed.tsx';

interface MeanwhileProps {
  readonly view: AccountView;
  /** The revision that was there when somebody began to type. */
  readonly from: number;
}

/** What colleagues changed since somebody began: it stays, unless the same field is changed again below. */
export const Meanwhile = ({ view, from }: MeanwhileProps) => {
  const { words, language } = useDesk();
  const { change } = words.accounts;
  const events = (view.history ?? []).filter(({ revision }) => revision !== null && revision > from);
  if (events.length === 0) return null;
  return (
    <section class="account-meanwhile" aria-labelledby="account-meanwhile">
      <h2 id="account-meanwhile">{change.meanwhile}</h2>
      <p>{change.meanwhileWords}</p>
      {events.map(({ revision, at, by, changes }) => (
        <div key={revision}>
          <p>
            <bdi>{by.name ?? by.account}</bdi> · {dayTime(language, at)}
          </p>
          <Changed changes={changes} />
        </div>
      ))}
    </section>
  );
};
