import type { ComponentChildren } from 'preact';
import type { ProgressView, ProposalView } from '#shared/desk/desk-views.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { screens } from '../../paths.ts';
import type { About } from '../about.ts';
import { actScreens } from '../act-paths.ts';
import type { ActForm, Field, Values } from '../form/act-form.ts';
import { cleaned } from '../form/check-fields.ts';
import { Proposed } from './Proposed.tsx';

interface Seconded {
  readonly about: About;
  readonly view: ProgressView;
  readonly proposal: ProposalView;
}

/** What happens next: the public page, and the notice that waits to be posted. */
const Next = ({ about, proposal }: Seconded) => {
  const { acts } = about.words;
  return (
    <>
      <p>{acts.proposal.became[proposal.state]}</p>
      {proposal.state !== 'refused' && (
        <ul>
          <li>
            <a href={pagePaths.constituency(about.language, about.of, about.constituency)}>
              {about.words.common.opensPublic}
            </a>
          </li>
          <li>
            <a href={screens.notices(about.of, about.constituency)}>{acts.proposal.notice}</a>
          </li>
        </ul>
      )}
    </>
  );
};

/** Who proposed it, when, and the hash of exactly what is seconded. */
export const ProposalFacts = ({ about, proposal }: Seconded): ComponentChildren => {
  const { words } = about;
  return (
    <>
      <p class="hint">
        {words.acts.proposal.proposedBy(words.common.roles[proposal.proposedBy], proposal.proposedAt)}
      </p>
      <p class="hint hashline">
        {words.acts.proposal.hash}
        {words.common.after}
        <code>{proposal.sha256}</code>
      </p>
    </>
  );
};

const decisionField = ({ about, proposal: { own } }: Seconded): Field => {
  const words = about.words.acts.proposal;
  const decisions = own ? (['refused'] as const) : (['seconded', 'refused'] as const);
  return {
    id: 'decision',
    kind: 'choice',
    label: own ? words.withdrawQuestion : words.question,
    missing: words.decisionMissing,
    options: decisions.map((value) => ({ value, label: own ? words.withdraw : words.decisions[value] })),
    paths: ['$.decision'],
  };
};

const reasonField = ({ about }: Seconded): Field => {
  const words = about.words.acts.proposal;
  return {
    id: 'reason',
    kind: 'area',
    label: words.reason,
    hint: words.reasonHint,
    missing: words.reasonMissing,
    maxLength: 1000,
    paths: ['$.reason'],
  };
};

/** The second officer's word: seconded, or refused with a reason. Who proposed an act may only withdraw it. */
export const secondingForm =
  (seconded: Seconded) =>
  (values: Values): ActForm => {
    const { about, view, proposal } = seconded;
    const words = about.words.acts.proposal;
    const { number, own } = proposal;
    const refused = values['decision'] === 'refused';
    const reason = cleaned(values['reason']);
    return {
      title: words.title(words.acts[proposal.act.type]),
      subject: about.constituency,
      base: actScreens.proposal(about.of, about.constituency, number),
      up: about.up,
      pages: [
        {
          id: 'decide',
          title: words.title(words.acts[proposal.act.type]),
          lead: (
            <>
              <ProposalFacts {...seconded} />
              <Proposed about={about} view={view} act={proposal.act} />
              {own && <p class="warn">{words.own}</p>}
            </>
          ),
          fields: [decisionField(seconded), ...(refused || own ? [reasonField(seconded)] : [])],
        },
      ],
      consequences: <p class={refused ? 'good' : 'warn'}>{refused ? words.followsRefused : words.follows}</p>,
      button: refused ? words.buttonRefused : words.secondButton,
      path: about.post('secondings'),
      number,
      body: () => ({
        constituency: about.constituency,
        number,
        decision: values['decision'],
        sha256: proposal.sha256,
        ...(refused && reason !== '' ? { reason } : {}),
      }),
      sent: { title: words.sentDecided, words: <Next {...seconded} /> },
    };
  };
