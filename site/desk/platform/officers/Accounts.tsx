import { inHongKong } from '#shared/calendar/hong-kong-time.ts';
import { dayTime, timestamp } from '../../../words/format.ts';
import { accountScreens } from '../../accounts/account-paths.ts';
import { useDesk } from '../../desk-context.ts';
import { screens } from '../../paths.ts';
import type { ScreenProps } from '../../routes.ts';
import { Name } from '../../shell/Name.tsx';
import { Screen } from '../../shell/Screen.tsx';
import { Told } from '../../shell/Told.tsx';
import type { PlatformAccounts } from '../platform-answers.ts';
import { platformScreens } from '../platform-paths.ts';
import { usePlatformWords, withWords } from '../words/with-words.tsx';
import { type OfficersView, useOfficers, useOpensAccounts } from './use-officers.ts';
import { Waits } from './Waits.tsx';

const EVERY_MS = 10_000;

/** When it was to be open, and when it was [2016 App.5 ¶4]. */
const Opened = ({ opened }: Pick<PlatformAccounts['accounts'][number], 'opened'>) => {
  const { language } = useDesk();
  const { officers, submit } = usePlatformWords();
  if (!opened?.openedAt) return null;
  return (
    <>
      <time dateTime={timestamp(inHongKong(opened.openedAt))}>
        {officers.openedAt(dayTime(language, opened.openedAt))}
      </time>{' '}
      <span class={opened.inTime === false ? 'p-late' : 'hint'}>
        {officers.due(submit.dueDay(opened.due), opened.inTime ?? true)}
      </span>
    </>
  );
};

const List = ({ election, view }: { readonly election: string; readonly view: OfficersView }) => {
  const { officers } = usePlatformWords();
  if (view.accounts.length === 0) return <p>{officers.none}</p>;
  return (
    <ul class="p-list">
      {view.accounts.map(({ id, name, constituency, opened, submissions, contestant }) => {
        const place = view.constituencies.find((one) => one.id === constituency);
        return (
          <li key={id}>
            <p>
              <a href={platformScreens.own(election, id)}>
                <b>
                  <Name of={name} />
                </b>{' '}
                {id}
              </a>{' '}
              <span class="hint">
                {place ? <Name of={place.name} /> : constituency}
                {contestant === undefined && ` · ${officers.form.notNominated}`} ·{' '}
                {officers.submissions(submissions)}
              </span>
            </p>
            <p>
              <Opened opened={opened} />
            </p>
          </li>
        );
      })}
    </ul>
  );
};

/** Accounts of the Central Platform: when each was due and opened, and what waits in them. */
export const Accounts = withWords(({ params }: ScreenProps) => {
  const { words } = useDesk();
  const { officers } = usePlatformWords();
  const election = params['election'] ?? '';
  const asked = useOfficers(election, EVERY_MS);
  const isChief = useOpensAccounts();
  return (
    <Screen title={officers.title} back={{ href: screens.home(), name: words.home.title }}>
      <p class="lead">{officers.lead}</p>
      {isChief && (
        <p class="buttons">
          <a class="button" href={platformScreens.open(election)}>
            {officers.open.title}
          </a>
          <a class="button second" href={accountScreens.make()}>
            {officers.addSignIn}
          </a>
        </p>
      )}
      <Told asked={asked}>
        {(view) => (
          <>
            <section>
              <h2>{officers.waits}</h2>
              <Waits election={election} accounts={view.accounts} />
            </section>
            <section>
              <h2>{officers.accounts}</h2>
              <List election={election} view={view} />
            </section>
          </>
        )}
      </Told>
    </Screen>
  );
});
