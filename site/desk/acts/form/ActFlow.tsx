import { useEffect } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { goTo } from '../../router.ts';
import { Screen } from '../../shell/Screen.tsx';
import { type ActForm, CHECK, SENT, type Values } from './act-form.ts';
import type { ActKeeper } from './act-state.ts';
import { CheckAnswers } from './CheckAnswers.tsx';
import { firstOpenPage } from './check-fields.ts';
import { FormPageScreen } from './FormPageScreen.tsx';
import { retold } from './retold.ts';

interface FlowProps {
  /** Made anew from what is typed: a page may depend on an earlier answer. */
  readonly build: (values: Values) => ActForm;
  readonly kept: ActKeeper;
  /** The page in the address; undefined at its beginning. */
  readonly page: string | undefined;
  /** Asks for the constituency anew, after something was refused. */
  readonly again: () => void;
}

interface SentProps {
  readonly form: ActForm;
  readonly acceptedAt: string;
  /** The server had the same act already. */
  readonly repeated: boolean;
}

const Sent = ({ form, acceptedAt, repeated }: SentProps) => {
  const { words } = useDesk();
  const { acts } = words;
  return (
    <Screen title={form.sent.title} subject={form.subject} back={form.up}>
      <div class="good">
        <p>{repeated ? acts.form.already(acceptedAt) : acts.form.takenAt(acceptedAt)}</p>
        {form.sent.words}
      </div>
      <p>
        <a href={form.up.href}>{acts.form.backTo(form.up.name)}</a>
      </p>
    </Screen>
  );
};

/** Where an address without a page, or one that comes too early, leads. */
const useDetour = (form: ActForm, { state }: ActKeeper, page: string | undefined): void => {
  const { acts } = useDesk().words;
  const known = page === CHECK || page === SENT || form.pages.some(({ id }) => id === page);
  const open = firstOpenPage(form, state.values, acts.form);
  const early = page === CHECK && open !== null && state.acceptedAt === null;
  const over = page === SENT && state.acceptedAt === null;
  const taken = page === CHECK && state.acceptedAt !== null;
  useEffect(() => {
    if (!state.loaded) return;
    if (taken) goTo(`${form.base}/${SENT}`, 'replace');
    else if (!known || over) goTo(`${form.base}/${form.pages[0]?.id ?? CHECK}`, 'replace');
    else if (early) goTo(`${form.base}/${open.id}`, 'replace');
  }, [state.loaded, known, early, over, taken]);
};

/** Another language was chosen after a refusal: it is told anew. */
const useRetold = ({ state, update, current }: ActKeeper): void => {
  const { language } = useDesk();
  const { failure, toldIn } = state;
  useEffect(() => {
    if (failure === null || toldIn === language) return;
    void retold(failure, language).then((told) => {
      if (current().failure === failure) update({ failure: told, toldIn: language });
    });
  }, [failure, toldIn, language]);
};

/** An act page by page: the questions, the answers to check, and what became of it. */
export const ActFlow = ({ build, kept, page, again }: FlowProps) => {
  const { words } = useDesk();
  const { values, sent } = kept.state;
  const form = build(page === SENT ? sent : values);
  useDetour(form, kept, page);
  useRetold(kept);
  if (!kept.state.loaded) return <p class="loading">{words.common.loading}</p>;
  if (page === SENT && kept.state.acceptedAt !== null) {
    return <Sent form={form} acceptedAt={kept.state.acceptedAt} repeated={kept.state.repeated} />;
  }
  if (page === CHECK) return <CheckAnswers form={form} kept={kept} again={again} />;
  const shown = form.pages.find(({ id }) => id === page);
  if (!shown) return <p class="loading">{words.common.loading}</p>;
  return <FormPageScreen key={shown.id} form={form} page={shown} kept={kept} />;
};
