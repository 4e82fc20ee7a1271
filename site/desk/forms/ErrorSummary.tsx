import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { skipTo } from '../shell/skip-to.ts';
import { fieldId } from './field-id.ts';

export interface SummaryProblem {
  /** The field of this screen; empty where it is about the act as a whole. */
  readonly path: string;
  /** The same sentence as at the field. */
  readonly sentence: string;
  /** Another screen where it can be mended. */
  readonly href?: string;
}

interface ErrorSummaryProps {
  readonly problems: readonly SummaryProblem[];
  /** Grows with each check: the summary takes the focus again, also with the same problems. */
  readonly turn: number;
  /** What holds for all of them. */
  readonly advice?: string;
}

const Line = ({ path, sentence, href }: SummaryProblem) => {
  if (href !== undefined) return <a href={href}>{sentence}</a>;
  if (path === '') return <>{sentence}</>;
  return (
    <a href={`#${fieldId(path)}`} onClick={skipTo(fieldId(path))}>
      {sentence}
    </a>
  );
};

/** What must be mended, each with a link to its field. Takes the focus when it comes. */
export const ErrorSummary = ({ problems, turn, advice }: ErrorSummaryProps) => {
  const { words } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const count = problems.length;
  useEffect(() => {
    if (count === 0 || turn === 0) return;
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.focus();
  }, [count, turn]);
  if (count === 0) return null;
  return (
    <div class="summary" role="alert" aria-labelledby="summary-title" tabIndex={-1} ref={box}>
      <h2 id="summary-title">{words.forms.problems(count)}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.sentence}`}>
            <Line {...problem} />
          </li>
        ))}
      </ul>
      {advice && <p>{advice}</p>}
    </div>
  );
};
