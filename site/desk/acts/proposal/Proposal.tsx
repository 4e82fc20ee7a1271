import type { ProgressView, ProposalView } from '#shared/desk/desk-views.ts';
import type { Role } from '#shared/election/acts.ts';
import { useDesk } from '../../desk-context.ts';
import { apiPaths } from '../../paths.ts';
import type { ScreenProps } from '../../routes.ts';
import { Screen } from '../../shell/Screen.tsx';
import { FailureWords, Told } from '../../shell/Told.tsx';
import { LOOK_EVERY_MS, useAnswer } from '../../shell/use-answer.ts';
import { type About, useAbout } from '../about.ts';
import { ActsAnswer } from '../acts-answers.ts';
import { ActFlow } from '../form/ActFlow.tsx';
import { SENT } from '../form/act-form.ts';
import { useActState } from '../form/act-state.ts';
import { Proposed } from './Proposed.tsx';
import { ProposalFacts, secondingForm } from './seconding-form.tsx';

export const SECONDING: readonly Role[] = ['assistant_returning_officer', 'returning_officer'];

interface Shown {
  readonly about: About;
  readonly view: ProgressView;
  readonly proposal: ProposalView;
}

/** A proposal that this officer looks at only: decided already, or for others to decide. */
const ToRead = ({ about, view, proposal }: Shown) => {
  const { acts, common } = about.words;
  const { state, decidedAt, reason } = proposal;
  return (
    <Screen
      title={acts.proposal.title(acts.proposal.acts[proposal.act.type])}
      subject={about.constituency}
      back={about.up}
    >
      <p class={state === 'open' ? 'warn' : 'good'}>
        {state === 'open'
          ? `${acts.proposal.waits}${common.space}${acts.overview.can(SECONDING.map((role) => common.roles[role]))}`
          : acts.proposal.decided(state, decidedAt ?? proposal.proposedAt)}
      </p>
      {reason !== null && (
        <p>
          {acts.proposal.reason}
          {common.after}
          <bdi class="given">{reason}</bdi>
        </p>
      )}
      <ProposalFacts about={about} view={view} proposal={proposal} />
      <Proposed about={about} view={view} act={proposal.act} />
    </Screen>
  );
};

/** One proposal: seconded or refused by another officer, who sees the same words and figures. */
export const Proposal = ({ params }: ScreenProps) => {
  const about = useAbout(params);
  const { session, words } = useDesk();
  const { of, constituency, up } = about;
  const asked = useAnswer(apiPaths.progress(of, constituency), ActsAnswer, { everyMs: LOOK_EVERY_MS });
  const number = Number(params['number']);
  const kept = useActState(`${of}/${constituency}/proposal-${number}`);
  const { value: view, failure, asking, ask } = asked;
  const proposal = view?.proposals.find((one) => one.number === number);
  if (!view || !proposal) {
    return (
      <Screen title={words.acts.proposal.one} subject={constituency} back={up}>
        <Told asked={asked}>{() => <p class="warn">{words.acts.proposal.none}</p>}</Told>
      </Screen>
    );
  }
  const page = params['page'];
  const decides = proposal.state === 'open' && SECONDING.includes(session.role);
  if (!decides && page !== SENT) return <ToRead about={about} view={view} proposal={proposal} />;
  return (
    <>
      {failure && !asking && kept.state.failure === null && <FailureWords failure={failure} again={ask} />}
      <ActFlow build={secondingForm({ about, view, proposal })} kept={kept} page={page} again={ask} />
    </>
  );
};
