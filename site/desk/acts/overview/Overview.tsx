import type { ProgressView } from '#shared/desk/desk-views.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { dayTime } from '../../../words/format.ts';
import { useDesk } from '../../desk-context.ts';
import { NoticesLink } from '../../notices/NoticeLink.tsx';
import { WaitingDrafts } from '../../notices/WaitingDrafts.tsx';
import { apiPaths, screens } from '../../paths.ts';
import { progressAsLeft } from '../../progress/come-back.ts';
import type { ScreenProps } from '../../routes.ts';
import { Name } from '../../shell/Name.tsx';
import { Screen } from '../../shell/Screen.tsx';
import { Told } from '../../shell/Told.tsx';
import { LOOK_EVERY_MS, useAnswer } from '../../shell/use-answer.ts';
import { RecordLinks } from '../../trail/RecordLinks.tsx';
import { type About, useAbout } from '../about.ts';
import { actScreens, startOf } from '../act-paths.ts';
import { ActsAnswer } from '../acts-answers.ts';
import { WhyNot } from '../ConstituencyAct.tsx';
import { ACT_NAMES, BY, barOf } from '../may-act.ts';
import { ActLine } from './ActLine.tsx';

interface Shown {
  readonly about: About;
  readonly view: ProgressView;
}

/** Every step that is missing, and who holds it. */
const Waiting = ({ about, view }: Shown) => {
  const { overview } = about.words.acts;
  const { roles } = about.words.common;
  const { missing, declaration } = view;
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">{overview.waits}</h2>
      {missing.length === 0 ? (
        <p class="good">{declaration === null ? overview.ended : overview.nothingWaits}</p>
      ) : (
        <ol class="waits">
          {missing.map(({ step, by, stations = [] }) => (
            <li key={step}>
              {overview.steps[step as keyof typeof overview.steps] ?? step}
              {stations.length > 0 && <> · {stations.join(about.words.acts.form.comma)}</>}
              <span class="about">{overview.can(by.map((role) => roles[role]))}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

const Open = ({ about, view }: Shown) => {
  const { overview, proposal } = about.words.acts;
  const open = view.proposals.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open">
      <h2 id="open">{overview.open}</h2>
      {open.map(({ number, act, proposedAt, proposedBy, own }) => (
        <div class="warn" key={number}>
          <p>
            <a href={actScreens.proposal(about.of, about.constituency, number)}>
              {proposal.title(proposal.acts[act.type])}
            </a>
          </p>
          <p>
            {proposal.proposedBy(about.words.common.roles[proposedBy], proposedAt)}
            {about.words.common.space}
            {own ? proposal.own : proposal.needsSecond}
          </p>
        </div>
      ))}
    </section>
  );
};

/** What this officer may do now; and for the rest, why not and who can. */
const May = ({ about, view }: Shown) => {
  const { session } = useDesk();
  const { overview } = about.words.acts;
  const judged = ACT_NAMES.map((name) => ({ name, bar: barOf(name, session.role, view) }));
  const allowed = judged.filter(({ bar }) => bar === null);
  const barred = judged.flatMap(({ name, bar }) => (bar === null ? [] : [{ name, bar }]));
  const counting = session.role === 'returning_officer' && view.declaration === null;
  return (
    <>
      <section aria-labelledby="may">
        <h2 id="may">{overview.may}</h2>
        {allowed.length === 0 && <p>{overview.mayNothing}</p>}
        <ul class="places">
          {allowed.map(({ name }) => (
            <li key={name}>
              <a href={startOf(about.of, about.constituency, name)}>{overview.names[name]}</a>
            </li>
          ))}
          {view.rows
            .filter(({ kind }) => kind === 'central_counting' && counting)
            .map(({ id }) => (
              <li key={id}>
                <a href={screens.report(about.of, about.constituency, id)}>{overview.misplaced(id)}</a>
              </li>
            ))}
        </ul>
      </section>
      <section aria-labelledby="may-not">
        <h2 id="may-not">{overview.mayNot}</h2>
        <dl class="may-not">
          {[
            ...Map.groupBy(barred, ({ name, bar }) => (bar === 'role' ? `${bar} ${BY[name].join()}` : bar)),
          ].map(([reason, acts]) => (
            <div key={reason}>
              {acts.map(({ name }) => (
                <dt key={name}>{overview.names[name]}</dt>
              ))}
              {acts.slice(0, 1).map(({ name, bar }) => (
                <dd key={name}>
                  <WhyNot act={name} bar={bar} />
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </section>
    </>
  );
};

const SoFar = ({ about, view }: Shown) => {
  const { overview, proposal } = about.words.acts;
  const decided = view.proposals.filter(({ state }) => state === 'refused');
  return (
    <section aria-labelledby="so-far">
      <h2 id="so-far">{overview.soFar}</h2>
      {view.acts.length === 0 && <p>{overview.noActs}</p>}
      <ol class="act-log">
        {view.acts.map((act) => (
          <ActLine key={`${act.said.type} ${act.at}`} about={about} view={view} act={act} />
        ))}
      </ol>
      {decided.length > 0 && (
        <>
          <h3>{overview.refusedProposals}</h3>
          <ul class="act-log">
            {decided.map(({ number, act, decidedAt, reason }) => (
              <li key={number}>
                <a href={actScreens.proposal(about.of, about.constituency, number)}>
                  {proposal.title(proposal.acts[act.type])}
                </a>{' '}
                {decidedAt !== null && dayTime(about.language, decidedAt)}
                {reason !== null && (
                  <p class="hint">
                    <bdi class="given">{overview.reason(reason)}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

/** For an officer of the constituency: what it waits for, what this officer may do, and every act so far. */
const OfConstituency = ({ about }: { readonly about: About }) => {
  const { overview } = about.words.acts;
  const { of, constituency, language } = about;
  const asked = useAnswer(apiPaths.progress(of, constituency), ActsAnswer, { everyMs: LOOK_EVERY_MS });
  return (
    <Screen
      title={overview.title}
      subject={constituency}
      back={{ href: progressAsLeft(of, constituency), name: overview.progress }}
      facts={asked.value && <Name of={asked.value.sheet.constituency.name} />}
    >
      <Told asked={asked}>
        {(view) => (
          <>
            <Open about={about} view={view} />
            <WaitingDrafts of={about.of} constituency={about.constituency} />
            <Waiting about={about} view={view} />
            <May about={about} view={view} />
            <RecordLinks election={about.of} constituency={about.constituency} />
            <SoFar about={about} view={view} />
            <p class="links">
              <NoticesLink of={of} constituency={constituency} /> ·{' '}
              <a href={pagePaths.constituency(language, of, constituency)}>
                {about.words.common.opensPublic}
              </a>
            </p>
          </>
        )}
      </Told>
    </Screen>
  );
};

/** For an officer of stations: the requests at the own stations. */
const OfStations = ({ about }: { readonly about: About }) => {
  const { session } = useDesk();
  const { overview, recount } = about.words.acts;
  const own = session.role === 'presiding_officer';
  return (
    <Screen
      title={overview.title}
      subject={about.constituency}
      back={{ href: screens.home(), name: overview.home }}
    >
      {own ? (
        <ul class="places">
          {session.stations.map((station) => (
            <li key={station}>
              <a href={actScreens.stationRecount(about.of, about.constituency, station)}>
                {recount.stationTitle(station)}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{overview.mayNothing}</p>
      )}
    </Screen>
  );
};

export const Overview = ({ params }: ScreenProps) => {
  const about = useAbout(params);
  const { session } = useDesk();
  return session.stations.length > 0 ? <OfStations about={about} /> : <OfConstituency about={about} />;
};
