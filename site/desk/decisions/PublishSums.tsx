import { useState } from 'preact/hooks';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { DecisionsView } from '#shared/desk/decisions-view.ts';
import type { StatementFigures } from '#shared/election/statement.ts';
import { count, dayTime } from '../../words/format.ts';
import { OutcomeAnswer } from '../answers.ts';
import type { Failure } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { SendButton } from '../forms/SendButton.tsx';
import { TextField } from '../forms/TextField.tsx';
import { apiPaths } from '../paths.ts';
import { FailureWords } from '../shell/Told.tsx';

interface PublishSumsProps {
  readonly view: DecisionsView;
  readonly total: StatementFigures;
  readonly onChanged: () => void;
}

/** Publishing what is shown above: the button stands under the sums that it makes public. */
const Publish = ({ view, total, onChanged }: PublishSumsProps) => {
  const { words, api, announce } = useDesk();
  const { decisions } = words;
  const [reason, setReason] = useState('');
  const [turn, setTurn] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const number = view.statements.length + 1;
  const lacksReason = number > 1 && reason.trim() === '';
  const problems =
    turn > 0 && lacksReason ? [{ path: '$.reason', sentence: decisions.statementReasonMissing }] : [];
  const send = async (): Promise<void> => {
    setTurn(turn + 1);
    setFailure(null);
    if (lacksReason) return;
    const { election, constituency } = view.sheet;
    const why = number > 1 ? { reason: reason.trim() } : {};
    const body = { constituency: constituency.id, number, ...why, ...total };
    const answer = await api.post(apiPaths.act(election.id, 'statements'), body, OutcomeAnswer);
    if (answer.ok) announce(decisions.published);
    else setFailure(answer.problem);
    onChanged();
  };
  return (
    <>
      <p>{decisions.statementWords}</p>
      <ErrorSummary problems={problems} turn={turn} />
      {failure && <FailureWords failure={failure} />}
      {number > 1 && (
        <TextField
          path="$.reason"
          label={decisions.statementReason}
          value={reason}
          onChange={setReason}
          note={problems[0] ? { kind: 'error', sentence: problems[0].sentence } : null}
        />
      )}
      <p class="buttons">
        <SendButton onSend={send}>{decisions.publish}</SendButton>
      </p>
    </>
  );
};

/** How far the constituency's sums are public, and what can be done [F-4]. */
export const PublishSums = (props: PublishSumsProps) => {
  const { view, total } = props;
  const { words, language, session } = useDesk();
  const { decisions } = words;
  const last = view.statements.at(-1);
  const stands =
    last !== undefined &&
    canonicalJson({ questionable: last.questionable, accounts: last.accounts }) === canonicalJson(total);
  return (
    <section aria-labelledby="statement-h">
      <h2 id="statement-h">{decisions.statement}</h2>
      {!view.declared && <p class="hint">{decisions.statementEarly}</p>}
      {last && (
        <p class={stands ? 'good' : 'warn'}>
          {stands
            ? decisions.statementMade(count(last.number), dayTime(language, last.at))
            : decisions.statementChanged(count(last.number))}
        </p>
      )}
      {view.declared && !stands && session.role === 'returning_officer' && <Publish {...props} />}
      {view.declared && !stands && session.role !== 'returning_officer' && (
        <p class="hint">{decisions.otherRole}</p>
      )}
    </section>
  );
};
