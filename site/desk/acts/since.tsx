import type { ComponentChildren } from 'preact';
import type { DeskAct, ProgressView } from '#shared/desk/desk-views.ts';
import type { About } from './about.ts';
import { actScreens } from './act-paths.ts';
import { ActLine } from './overview/ActLine.tsx';
import { Proposed } from './proposal/Proposed.tsx';

const after = (since: string, at: string): boolean => Date.parse(at) > Date.parse(since);

/** Acts about the same that were recorded since an instant, as the constituency's list tells them. */
export const actsSince = (
  about: About,
  view: ProgressView,
  concerns: (said: DeskAct['said']) => boolean,
): ((since: string) => readonly ComponentChildren[]) => {
  const told = (act: DeskAct) => (
    <ul class="act-log">
      <ActLine about={about} view={view} act={act} />
    </ul>
  );
  return (since) => view.acts.filter(({ at, said }) => after(since, at) && concerns(said)).map(told);
};

/** What others proposed since an instant, in full: of two proposals the second rests on what the first one says. */
export const proposalsSince =
  (about: About, view: ProgressView) =>
  (since: string): readonly ComponentChildren[] => {
    const { proposal } = about.words.acts;
    return view.proposals
      .filter(({ proposedAt, own }) => after(since, proposedAt) && !own)
      .map(({ number, act, proposedAt, proposedBy }) => (
        <>
          <h3>
            <a href={actScreens.proposal(about.of, about.constituency, number)}>
              {proposal.title(proposal.acts[act.type])}
            </a>
          </h3>
          <p>{proposal.proposedBy(about.words.common.roles[proposedBy], proposedAt)}</p>
          <Proposed about={about} view={view} act={act} />
        </>
      ));
  };
