import type { ComponentType } from 'preact';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { useDesk } from '../desk-context.ts';
import { apiPaths } from '../paths.ts';
import type { Params } from '../router.ts';
import { Screen } from '../shell/Screen.tsx';
import { FailureWords, Told } from '../shell/Told.tsx';
import { useAnswer } from '../shell/use-answer.ts';
import { type About, useAbout } from './about.ts';
import { ActsAnswer } from './acts-answers.ts';
import { ActFlow } from './form/ActFlow.tsx';
import { type ActForm, SENT, type Values } from './form/act-form.ts';
import { type ActKeeper, useActState } from './form/act-state.ts';
import { StillKept } from './form/StillKept.tsx';
import { type ActName, type Bar, BY, barOf } from './may-act.ts';

interface ActProps {
  readonly params: Params;
  readonly name: Exclude<ActName, 'station-recount'>;
  /** Made of the constituency as it stands. */
  readonly form: FormOf;
  /** Shown instead of the plain pages, where a form needs to read more. */
  readonly Flow?: ComponentType<FlowParts>;
}

type FormOf = (about: About, view: ProgressView) => (values: Values) => ActForm;

/** What the pages of an act are drawn from. */
export interface FlowParts {
  readonly about: About;
  readonly view: ProgressView;
  readonly kept: ActKeeper;
  readonly page: string | undefined;
  readonly again: () => void;
}

/** Why an act cannot be done now, and who can do it. */
export const WhyNot = ({ act, bar }: { readonly act: ActName; readonly bar: Bar }) => {
  const { words } = useDesk();
  const { acts, common } = words;
  return (
    <>
      {acts.overview.bars[bar]}
      {bar === 'role' && `${common.space}${acts.overview.can(BY[act].map((role) => common.roles[role]))}`}
    </>
  );
};

/** One act of a constituency: its form, or why it cannot be done. What was typed stays in both cases. */
export const ConstituencyAct = ({ params, name, form, Flow }: ActProps) => {
  const about = useAbout(params);
  const { session, words } = useDesk();
  const { of, constituency, up } = about;
  const asked = useAnswer(apiPaths.progress(of, constituency), ActsAnswer);
  const kept = useActState(`${of}/${constituency}/${name}`);
  const { page } = params;
  const title = words.acts.overview.names[name];
  const { value: view, failure, asking, ask } = asked;
  if (view === null) {
    return (
      <Screen title={title} subject={constituency} back={up}>
        <Told asked={asked}>{() => null}</Told>
      </Screen>
    );
  }
  const bar = page === SENT ? null : barOf(name, session.role, view);
  if (bar !== null) {
    return (
      <Screen title={title} subject={constituency} back={up}>
        <p class="warn">
          {kept.state.failure !== null && `${words.acts.form.notSent}${words.common.space}`}
          <WhyNot act={name} bar={bar} />
        </p>
        {bar !== 'role' && <StillKept form={form(about, view)} kept={kept} />}
      </Screen>
    );
  }
  return (
    <>
      {failure && !asking && kept.state.failure === null && <FailureWords failure={failure} again={ask} />}
      {Flow ? (
        <Flow about={about} view={view} kept={kept} page={page} again={ask} />
      ) : (
        <ActFlow build={form(about, view)} kept={kept} page={page} again={ask} />
      )}
    </>
  );
};
