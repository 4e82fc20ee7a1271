import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { ErrorSummary, type SummaryProblem } from '../../forms/ErrorSummary.tsx';
import { SendButton } from '../../forms/SendButton.tsx';
import { goTo } from '../../router.ts';
import { Screen } from '../../shell/Screen.tsx';
import { type ActForm, SENT } from './act-form.ts';
import { type ActKeeper, type ActState, NOTHING } from './act-state.ts';
import { fieldOfPath } from './check-fields.ts';
import { Meanwhile } from './Meanwhile.tsx';
import { OwnAnswers } from './OwnAnswers.tsx';
import { sendAct, sentenceOf } from './send-act.ts';
import { type Meeting, useMeeting } from './use-meeting.ts';

interface CheckProps {
  readonly form: ActForm;
  readonly kept: ActKeeper;
  readonly again: () => void;
}

/** Every refusal as a line of the summary, with a link to the page where it can be mended. */
const useFailure = (
  form: ActForm,
  { failure, met }: ActState,
  { told, goesOn }: Meeting,
): readonly SummaryProblem[] => {
  const { common, acts } = useDesk().words;
  if (failure === null || goesOn) return [];
  if (met !== null && told.length > 0) return [{ path: '', sentence: acts.form.meanwhile.stopped }];
  if (failure.kind !== 'refused') return [{ path: '', sentence: common.failed[failure.kind] }];
  return failure.problems.map((problem) => {
    const found = fieldOfPath(form, problem.path);
    return {
      path: problem.path,
      sentence: sentenceOf(problem, common),
      ...(found ? { href: `${form.base}/${found.page.id}` } : { path: '' }),
    };
  });
};

/** All answers before an act, what follows from it, and one button. Pressing it twice is harmless. */
export const CheckAnswers = ({ form, kept, again }: CheckProps) => {
  const { words, api, language } = useDesk();
  const { acts, common } = words;
  const [turn, setTurn] = useState(0);
  const { state } = kept;
  const last = form.pages.at(-1);
  const send = async (): Promise<void> => {
    const taken = await sendAct(form, kept, { api, common, language });
    // Without a network the same would be said twice.
    if (kept.current().failure?.kind !== 'offline') again();
    if (taken) goTo(`${form.base}/${SENT}`, 'replace');
    else setTurn((before) => before + 1);
  };
  const discard = async (): Promise<void> => {
    goTo(form.up.href, 'replace');
    // Not loaded: nothing leads back to the empty form while the next screen comes.
    kept.update(NOTHING);
  };
  const meeting = useMeeting(form, state, { again, send });
  const lines = useFailure(form, state, meeting);
  return (
    <Screen
      title={acts.form.check}
      subject={form.subject}
      back={last ? { href: `${form.base}/${last.id}`, name: last.title } : form.up}
      facts={form.title}
      problems={lines.length}
    >
      <ErrorSummary problems={lines} turn={turn} />
      <Meanwhile open told={meeting.told}>
        <OwnAnswers form={form} values={state.values} />
      </Meanwhile>
      <section class="consequences" aria-labelledby="follows">
        <h2 id="follows">{acts.form.follows}</h2>
        {form.consequences}
      </section>
      <p class="buttons">
        <SendButton onSend={send}>{form.button}</SendButton>
        {meeting.told.length > 0 && (
          <SendButton second onSend={discard}>
            {acts.form.meanwhile.discard}
          </SendButton>
        )}
      </p>
    </Screen>
  );
};
