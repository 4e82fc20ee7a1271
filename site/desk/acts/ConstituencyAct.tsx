import type { ComponentType } from 'preact';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { useDesk } from '../desk-context.ts';
import { apiPaths } from '../paths.ts';
import type { Params } from '../router.ts';
import { Screen } from '../shell/Screen.tsx';
import { FailureWords, Told } from '../shell/Told.tsx';
import { LOOK_EVERY_MS, useAnswer, useEvery } from '../shell/use-answer.ts';
import { type About, useAbout } from './about.ts';
import { ActsAnswer } from './acts-answers.ts';
import { ActFlow } from './form/ActFlow.tsx';
import { type ActForm, SENT, type Values } from './form/act-form.ts';
import { type ActKeeper, useActState } from './form/act-state.ts';
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

interface BarredProps {
  readonly about: About;
  readonly act: Exclude<ActName, 'station-recount'>;
  readonly bar: Bar;
  readonly kept: ActKeeper;
  /** Asked again while it waits: another officer may be about to change it. */
  readonly onLook: () => void;
}

const Barred = ({ about, act, bar, kept, onLook }: BarredProps) => {
  const { acts } = about.words;
  useEvery(LOOK_EVERY_MS, onLook);
  return (
    <Screen title={acts.overview.names[act]} subject={about.constituency} back={about.up}>
      <p class="warn">
        <WhyNot act={act} bar={bar} />
      </p>
      {Object.values(kept.state.values).some((value) => value !== '') && (
        <p class="hint">{acts.form.stillKept}</p>
      )}
    </Screen>
  );
};

const OpenAct = ({ params, name, form, Flow }: ActProps) => {
  const about = useAbout(params);
  const { session, words } = useDesk();
  const { of, constituency, up } = about;
  const asked = useAnswer(apiPaths.progress(of, constituency), ActsAnswer);
  const kept = useActState(`${of}/${constituency}/${name}`);
  const { page } = params;
  const { value: view, failure, asking, ask } = asked;
  if (view === null) {
    return (
      <Screen title={words.acts.overview.names[name]} subject={constituency} back={up}>
        <Told asked={asked}>{() => null}</Told>
      </Screen>
    );
  }
  const bar = page === SENT ? null : barOf(name, session.role, view);
  if (bar !== null) return <Barred about={about} act={name} bar={bar} kept={kept} onLook={ask} />;
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

/** An act of other roles: said without asking for what this officer may not read either. */
const OthersAct = ({ params, name }: Pick<ActProps, 'params' | 'name'>) => {
  const about = useAbout(params);
  const { acts } = about.words;
  return (
    <Screen title={acts.overview.names[name]} subject={about.constituency} back={about.up}>
      <p class="warn">
        <WhyNot act={name} bar="role" />
      </p>
    </Screen>
  );
};

/** One act of a constituency: its form, or why it cannot be done. What was typed stays in both cases. */
export const ConstituencyAct = (props: ActProps) => {
  const { session } = useDesk();
  return BY[props.name].includes(session.role) ? <OpenAct {...props} /> : <OthersAct {...props} />;
};
