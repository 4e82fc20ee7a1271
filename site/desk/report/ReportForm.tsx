import { useMemo, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { type FieldNote, FigureForm } from '../forms/FigureForm.tsx';
import { TextField } from '../forms/TextField.tsx';
import { type CheckedForm, checkDraft, sumsOf } from './check-draft.ts';
import { Explanations, useWarningWords } from './Explanations.tsx';
import { figureOrder, waysOf } from './fields.ts';
import { errorSentence, fieldNames, hintSentence } from './labels.ts';
import type { OpenReport } from './open-report.ts';
import { Account, Papers } from './Papers.tsx';
import { RankingsEditor } from './RankingsEditor.tsx';
import { RunningSum } from './RunningSum.tsx';
import { Votes } from './Votes.tsx';

interface ReportFormProps {
  readonly report: OpenReport;
  /** How many problems the last check found: for the window's title. */
  readonly onProblems: (count: number) => void;
  readonly onChecked: () => void;
}

const NOTHING: Pick<CheckedForm, 'errors' | 'warnings' | 'hint'> = { errors: [], warnings: [], hint: null };

/** What the last check said, as notes of the fields. */
const useNotes = (report: OpenReport, checked: typeof NOTHING): ReadonlyMap<string, FieldNote> => {
  const { words, language } = useDesk();
  const say = useWarningWords();
  const { constituency } = report.sheet;
  return useMemo(() => {
    const names = fieldNames(constituency, words, language);
    const asked = checked.warnings.map(
      (warning) => [warning.path, { kind: 'check', sentence: say(warning) }] as const,
    );
    const refused = checked.errors.map((error) => {
      const sentence = errorSentence(error, words, names);
      const hint = error.code === 'sum-differs' && checked.hint ? checked.hint : null;
      const suggested = hint ? { hint: hintSentence(hint, words, names) } : {};
      return [error.path, { kind: 'error', sentence, ...suggested }] as const;
    });
    return new Map<string, FieldNote>([...asked.reverse(), ...refused]);
  }, [constituency, words, language, checked]);
};

/** The form, in the order of the paper: votes, papers, account, explanations. Errors come at “Check answers”, never while typing. */
export const ReportForm = ({ report, onProblems, onChecked }: ReportFormProps) => {
  const { words, language, announce } = useDesk();
  const { sheet, form, draft, soFar, change, type, station } = report;
  const { constituency } = sheet;
  const ways = waysOf(constituency);
  const [checked, setChecked] = useState(NOTHING);
  const [turn, setTurn] = useState(0);
  const asked = useRef<ReadonlySet<string>>(new Set(Object.keys(draft.explanations)));
  const notes = useNotes(report, checked);
  const order = useMemo(() => figureOrder(constituency), [constituency]);
  const sums = useMemo(() => sumsOf({ sheet, form, draft }), [sheet, form, draft]);
  const names = useMemo(() => fieldNames(constituency, words, language), [constituency, words, language]);

  const check = (): void => {
    const found = checkDraft({ sheet, form, draft, soFar });
    const fresh = found.warnings.filter(({ code }) => !asked.current.has(code));
    setChecked(found);
    setTurn(turn + 1);
    onProblems(found.errors.length);
    if (found.errors.length > 0) return;
    if (fresh.length === 0) return onChecked();
    asked.current = new Set([...asked.current, ...fresh.map(({ code }) => code)]);
    announce(words.report.explainTitle(new Set(found.warnings.map(({ code }) => code)).size));
    requestAnimationFrame(() => document.getElementById('explain')?.focus());
  };

  const sayThe = (): void => {
    const { lists, valid, difference } = sums;
    if (lists === null) return;
    announce(
      difference === null || valid === null
        ? words.report.sumSaid(lists)
        : words.report.sumSaidDiffers(lists, valid),
    );
  };

  const votesTitle = ways.choices
    ? words.report.choicesTitle
    : constituency.system === 'list_pr'
      ? words.report.votesTitle
      : words.report.candidatesTitle;
  const sumError = checked.errors.some(({ code }) => code.startsWith('sum-'));
  return (
    <FigureForm typed={draft.typed} change={type} notes={notes} order={order} onSubmit={check}>
      <div class="beside">
        <div>
          <ErrorSummary
            turn={turn}
            problems={checked.errors.map((error) => ({
              path: error.path,
              sentence: errorSentence(error, words, names),
            }))}
            {...(sumError ? { advice: words.report.sumAdvice } : {})}
          />
          <section>
            <h2>1. {ways.rankings ? words.report.rankingsTitle : votesTitle}</h2>
            <p class="hint">
              {ways.rankings ? words.report.rankingsHint : words.report.votesHint}
              {ways.severalVotes && `${words.common.space}${words.report.severalHint(constituency.seats)}`}
            </p>
            {ways.rankings ? (
              <RankingsEditor
                rows={draft.rankings}
                onChange={(rankings) => change({ rankings: [...rankings] })}
              />
            ) : (
              <Votes constituency={constituency} onLast={sayThe} />
            )}
          </section>
          <section>
            <h2>2. {words.report.papersTitle}</h2>
            <Papers constituency={constituency} sums={sums} />
          </section>
          <section>
            <h2>3. {words.report.accountTitle}</h2>
            <Account sums={sums} feeders={station.feeders.map(({ id }) => id)} />
          </section>
          {checked.warnings.length > 0 && (
            <Explanations
              number={4}
              warnings={checked.warnings}
              explanations={draft.explanations}
              onChange={(explanations) => change({ explanations: { ...explanations } })}
            />
          )}
          {form.revision > 1 && (
            <section>
              <TextField
                path="$.reason"
                label={words.report.reasonLabel}
                hint={words.report.reasonHint}
                value={draft.reason}
                onChange={(reason) => change({ reason })}
                note={notes.get('$.reason') ?? null}
              />
            </section>
          )}
        </div>
        <RunningSum sums={sums} constituency={constituency} />
      </div>
    </FigureForm>
  );
};
