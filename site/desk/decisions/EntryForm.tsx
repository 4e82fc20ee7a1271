import { useState } from 'preact/hooks';
import type { Decision } from '#shared/desk/decision.ts';
import type { DecisionsView, PlaceDecisions } from '#shared/desk/decisions-view.ts';
import { groundWords } from '#shared/election/ground-words.ts';
import { QUESTIONABLE_GROUNDS } from '#shared/election/report.ts';
import { count } from '../../words/format.ts';
import { OutcomeAnswer } from '../answers.ts';
import type { Failure } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { ChoiceField } from '../forms/ChoiceField.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import type { FieldNote } from '../forms/FigureForm.tsx';
import { fieldId } from '../forms/field-id.ts';
import { TextField } from '../forms/TextField.tsx';
import { apiPaths } from '../paths.ts';
import { Name } from '../shell/Name.tsx';
import { FailureWords } from '../shell/Told.tsx';
import {
  contestantOf,
  type DecisionDraft,
  type DraftProblem,
  decisionOf,
  draftProblems,
  emptyDraft,
  numbersIn,
} from './draft.ts';

interface EntryFormProps {
  readonly view: DecisionsView;
  readonly place: PlaceDecisions;
  readonly draft: DecisionDraft;
  readonly onDraft: (draft: DecisionDraft) => void;
  /** A row was kept, or somebody else's stands there: the record is read again. */
  readonly onChanged: () => void;
}

/** Whom the typed numbers name, shown back. */
const Understood = ({ view, typed }: { readonly view: DecisionsView; readonly typed: string }) => {
  const named = numbersIn(typed).flatMap((number) => {
    const contestant = contestantOf(number, view.sheet.constituency.contestants);
    return contestant ? [contestant] : [];
  });
  return (
    <ol class="understood">
      {named.map(({ id, number, name }) => (
        <li key={id}>
          <b>{number}</b> <Name of={name} />
        </li>
      ))}
    </ol>
  );
};

interface FieldsProps extends Omit<EntryFormProps, 'onChanged'> {
  readonly noteOf: (path: string) => FieldNote | null;
}

const Verdicts = ({ view, draft, onDraft, noteOf }: FieldsProps) => {
  const { decisions } = useDesk().words;
  const verdicts = [
    { value: 'accept', label: decisions.accept },
    { value: 'reject', label: decisions.reject },
  ] as const;
  return (
    <>
      {view.announced !== false && (
        <ChoiceField
          path="$.preliminary"
          legend={decisions.preliminary}
          choices={verdicts}
          value={draft.preliminary}
          onChange={(preliminary) => onDraft({ ...draft, preliminary })}
          note={noteOf('$.preliminary')}
        />
      )}
      <ChoiceField
        path="$.final"
        legend={decisions.final}
        choices={verdicts}
        value={draft.final}
        onChange={(final) => onDraft({ ...draft, final })}
        note={noteOf('$.final')}
      />
      {draft.final === 'accept' && (
        <>
          <TextField
            path="$.countedFor"
            line
            maxLength={400}
            label={decisions.countedFor}
            hint={decisions.countedForHint(view.mostCountedFor)}
            value={draft.countedFor}
            onChange={(countedFor) => onDraft({ ...draft, countedFor })}
            note={noteOf('$.countedFor')}
          />
          <Understood view={view} typed={draft.countedFor} />
        </>
      )}
    </>
  );
};

const Fields = (props: FieldsProps) => {
  const { place, draft, onDraft, noteOf } = props;
  const { words, language } = useDesk();
  const { decisions, forms, common } = words;
  return (
    <>
      <ChoiceField
        path="$.ground"
        legend={decisions.ground}
        choices={QUESTIONABLE_GROUNDS.map((ground) => ({
          value: ground,
          label: groundWords(ground, language),
        }))}
        value={draft.ground}
        onChange={(ground) => onDraft({ ...draft, ground })}
        note={noteOf('$.ground')}
      />
      <Verdicts {...props} />
      <ChoiceField
        path="$.objection"
        legend={decisions.objection}
        choices={[
          { value: 'no', label: forms.no },
          { value: 'yes', label: forms.yes },
        ]}
        value={draft.objected ? 'yes' : 'no'}
        onChange={(answer) => onDraft({ ...draft, objected: answer === 'yes' })}
      />
      {place.deciders.length > 1 && (
        <ChoiceField
          path="$.decidedBy"
          legend={decisions.decidedBy}
          choices={place.deciders.map((role) => ({ value: role, label: common.roles[role] }))}
          value={draft.decidedBy}
          onChange={(decidedBy) => onDraft({ ...draft, decidedBy })}
          note={noteOf('$.decidedBy')}
        />
      )}
      <TextField
        path="$.representations"
        label={decisions.representations}
        hint={decisions.representationsHint}
        value={draft.representations}
        onChange={(representations) => onDraft({ ...draft, representations })}
      />
      {draft.supersedes !== null && (
        <TextField
          path="$.reason"
          label={decisions.reason}
          value={draft.reason}
          onChange={(reason) => onDraft({ ...draft, reason })}
          note={noteOf('$.reason')}
        />
      )}
    </>
  );
};

/** Sends rows one at a time; pressed again while it works it does nothing. */
const useSending = ({ view, place, draft, onDraft, onChanged }: EntryFormProps) => {
  const { words, api, announce } = useDesk();
  const [turn, setTurn] = useState(0);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  // As they were when somebody sent: the summary would take the focus with every field that is mended.
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const begin = (): void => {
    setTurn(0);
    setProblems([]);
    setFailure(null);
    onDraft(emptyDraft(place.deciders.length === 1 ? (place.deciders[0] ?? null) : draft.decidedBy));
    document.getElementById(fieldId('$.ground'))?.focus();
  };
  const post = async (body: Decision): Promise<void> => {
    const path = apiPaths.act(view.sheet.election.id, 'decisions');
    const answer = await api.post(path, body, OutcomeAnswer);
    // Somebody else's row may stand there: with the record read again, the next number is right.
    if (answer.ok || answer.problem.kind === 'refused') onChanged();
    if (!answer.ok) return setFailure(answer.problem);
    begin();
    announce(words.decisions.kept(count(body.seq)));
  };
  const send = async (): Promise<void> => {
    if (sending) return;
    setTurn(turn + 1);
    setFailure(null);
    const found = draftProblems(draft, view, words);
    setProblems(found);
    const body = found.length === 0 ? decisionOf(draft, view, place) : null;
    if (!body) return;
    setSending(true);
    await post(body);
    setSending(false);
  };
  return { turn, problems, sending, failure, send, begin };
};

/** The quick entry: one paper after the other, by keyboard alone. */
export const EntryForm = (props: EntryFormProps) => {
  const { place, draft } = props;
  const { decisions, forms } = useDesk().words;
  const { turn, problems, sending, failure, send, begin } = useSending(props);
  const noteOf = (path: string): FieldNote | null => {
    const problem = problems.find((one) => one.path === path);
    return problem ? { kind: 'error', sentence: problem.sentence } : null;
  };
  const mends = draft.supersedes;
  return (
    <form
      class="paper"
      aria-labelledby="paper-h"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 id="paper-h">
        {mends === null ? decisions.entry(count(place.next)) : decisions.mending(count(mends))}
      </h2>
      <ErrorSummary problems={problems} turn={turn} />
      {failure && <FailureWords failure={failure} />}
      <Fields {...props} noteOf={noteOf} />
      <p class="buttons">
        <button type="submit" aria-disabled={sending ? 'true' : undefined}>
          {sending ? forms.sending : mends === null ? decisions.keep : decisions.keepMending}
        </button>
        {mends !== null && (
          <button type="button" class="second" onClick={begin}>
            {decisions.stopMending}
          </button>
        )}
      </p>
    </form>
  );
};
