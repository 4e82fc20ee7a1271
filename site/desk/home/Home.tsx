import { useEffect } from 'preact/hooks';
import type { DeskElection } from '#shared/desk/desk-views.ts';
import { dayTime } from '../../words/format.ts';
import { accountScreens } from '../accounts/account-paths.ts';
import { seesAccounts } from '../accounts/who-may.ts';
import { HomeAnswer } from '../answers.ts';
import { useDesk } from '../desk-context.ts';
import { NoticesLink, WholeNoticesLink } from '../notices/NoticeLink.tsx';
import { apiPaths, screens } from '../paths.ts';
import { goTo } from '../router.ts';
import { nowMs } from '../server-clock.ts';
import { Name } from '../shell/Name.tsx';
import { Screen } from '../shell/Screen.tsx';
import { Told } from '../shell/Told.tsx';
import { useAnswer } from '../shell/use-answer.ts';
import { WholeTrailLink } from '../trail/RecordLinks.tsx';

const Constituency = ({
  election,
  of,
}: {
  readonly election: string;
  readonly of: DeskElection['constituencies'][number];
}) => {
  const { words } = useDesk();
  return (
    <li>
      <h3>
        <Name of={of.name} /> <span class="ref">{of.id}</span>
      </h3>
      <ul class="places">
        {of.stations.length === 0 && (
          <li>
            <a href={screens.constituency(election, of.id)}>{words.home.progress}</a>
          </li>
        )}
        {of.stations.map(({ id, name }) => (
          <li key={id}>
            <a href={screens.report(election, of.id, id)}>
              {words.home.report(id)} <Name of={name} />
            </a>
          </li>
        ))}
        <li>
          <NoticesLink of={election} constituency={of.id} />
        </li>
      </ul>
    </li>
  );
};

/** Who sees the accounts of candidates, and removes what must go. */
const SEES_PLATFORM: ReadonlySet<string> = new Set(['chief_electoral_officer', 'commission']);

const Election = ({ of }: { readonly of: DeskElection }) => {
  const { words, language, session } = useDesk();
  const { home, common } = words;
  return (
    <section>
      <h2>
        {of.test && <strong class="testmark">{common.test}</strong>} <Name of={of.title} />
      </h2>
      <p class="hint">
        {of.test && `${common.testWords}${common.space}`}
        {(Date.parse(of.pollClosesAt) < nowMs() ? home.closed : home.closes)(
          dayTime(language, of.pollClosesAt),
        )}
        {of.entry === 'double' && `${common.space}${home.double}`}
      </p>
      <WholeNoticesLink of={of.id} />
      <WholeTrailLink election={of.id} />
      {SEES_PLATFORM.has(session.role) && (
        <p class="places">
          <a href={screens.allPlatforms(of.id)}>{home.advertisements}</a>
        </p>
      )}
      <ul class="constituencies">
        {of.constituencies.map((constituency) => (
          <Constituency key={constituency.id} election={of.id} of={constituency} />
        ))}
      </ul>
    </section>
  );
};

/** Whom a candidate's sign-in files for: where it is one, its screen stands in this place. */
const Platforms = ({ session }: Pick<ReturnType<typeof useDesk>, 'session'>) => {
  const { home } = useDesk().words;
  const [election = ''] = session.elections;
  const [only, ...others] = session.platforms;
  const isOne = only !== undefined && others.length === 0;
  useEffect(() => {
    if (isOne) goTo(screens.platform(election, only), 'replace');
  }, [isOne, election, only]);
  if (isOne) return null;
  return (
    <Screen title={home.platforms}>
      {session.platforms.length === 0 && <p>{home.noPlatform}</p>}
      <ul class="places">
        {session.platforms.map((platform) => (
          <li key={platform}>
            <a href={screens.platform(election, platform)}>{platform}</a>
          </li>
        ))}
      </ul>
    </Screen>
  );
};

/** The first screen: a candidate's own, or an officer's places. */
export const Home = () => {
  const { session } = useDesk();
  return session.role === 'candidate' ? <Platforms session={session} /> : <Places />;
};

/** Where this officer acts: elections, their constituencies, the own stations. */
const Places = () => {
  const { words, session } = useDesk();
  const asked = useAnswer(apiPaths.home(), HomeAnswer);
  return (
    <Screen title={words.home.title}>
      {seesAccounts(session) && (
        <p class="places">
          <a href={accountScreens.all()}>{words.accounts.title}</a>
        </p>
      )}
      <Told asked={asked}>
        {({ elections }) =>
          elections.length === 0 ? (
            <>
              <p>{words.home.empty}</p>
              <p class="hint">{words.home.emptyWhat}</p>
            </>
          ) : (
            <>
              <p class="lead">{words.home.lead}</p>
              {elections.map((election) => (
                <Election key={election.id} of={election} />
              ))}
            </>
          )
        }
      </Told>
    </Screen>
  );
};
