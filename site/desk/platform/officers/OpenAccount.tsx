import { calendarWith } from '#shared/advertisements/platform-calendar.ts';
import { deadlineOf } from '#shared/calendar/deadlines.ts';
import type { WeatherDay } from '#shared/calendar/holidays.ts';
import { ActFlow } from '../../acts/form/ActFlow.tsx';
import type { ActForm, Values } from '../../acts/form/act-form.ts';
import { useActState } from '../../acts/form/act-state.ts';
import { useDesk } from '../../desk-context.ts';
import type { ScreenProps } from '../../routes.ts';
import { Told } from '../../shell/Told.tsx';
import { HowComputed } from '../HowComputed.tsx';
import { platformApi, platformScreens } from '../platform-paths.ts';
import { usePlatformWords, withWords } from '../words/with-words.tsx';
import { accountIn, applicationPage, candidatePage, placePage } from './account-form.ts';
import { type OfficersView, useOfficers } from './use-officers.ts';

/** The three working days within which an account must be open, from the day of the application [2016 App.5 ¶4]. */
const Clock = ({
  appliedOn,
  weather,
}: {
  readonly appliedOn: string;
  readonly weather: readonly WeatherDay[];
}) => {
  const { officers, submit } = usePlatformWords();
  if (appliedOn === '') return null;
  const deadline = deadlineOf('platform_account', appliedOn, calendarWith(weather));
  return (
    <>
      <p>
        {officers.dueBy} <b>{submit.dueDay(deadline.due)}</b>
      </p>
      <HowComputed deadline={deadline} />
    </>
  );
};

const Form = ({
  election,
  view,
  page,
  again,
}: {
  readonly election: string;
  readonly view: OfficersView;
  readonly page: string | undefined;
  readonly again: () => void;
}) => {
  const { language } = useDesk();
  const words = usePlatformWords();
  const { officers } = words;
  const kept = useActState(`${election}/platform/new`);
  const asking = {
    words,
    language,
    constituencies: view.constituencies,
    taken: kept.state.acceptedAt === null ? view.accounts.map(({ id }) => id) : [],
  };
  const build = (values: Values): ActForm => {
    const account = accountIn(values);
    return {
      title: officers.open.title,
      subject: '',
      base: platformScreens.open(election),
      up: { href: platformScreens.all(election), name: officers.title },
      pages: [placePage(asking), candidatePage(asking, values), applicationPage(asking)],
      texts: true,
      onlyAnswered: true,
      summary: <Clock appliedOn={account.appliedOn} weather={view.weather} />,
      consequences: officers.open.follows.map((line) => <p key={line}>{line}</p>),
      button: officers.open.button,
      path: platformApi.one(election, account.id),
      method: 'PUT',
      number: 1,
      body: (revision) => ({ ...account, revision }),
      sent: { title: officers.open.sent, words: <p>{officers.open.sentWords}</p> },
    };
  };
  return <ActFlow build={build} kept={kept} page={page} again={again} />;
};

/** Opens the account of a candidate or list from its application; before nomination too. */
export const OpenAccount = withWords(({ params }: ScreenProps) => {
  const election = params['election'] ?? '';
  const asked = useOfficers(election);
  return (
    <Told asked={asked}>
      {(view) => <Form election={election} view={view} page={params['page']} again={asked.ask} />}
    </Told>
  );
});
