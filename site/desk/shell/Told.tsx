import type { ComponentChildren } from 'preact';
import type { Failure } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import type { Asked } from './use-answer.ts';

/** Why something did not work, in words, with what can be done. */
export const FailureWords = ({
  failure,
  again,
}: {
  readonly failure: Failure;
  readonly again?: () => void;
}) => {
  const { words } = useDesk();
  const { failed } = words.common;
  const problems = failure.kind === 'refused' ? failure.problems : [];
  return (
    <div class={failure.kind === 'offline' ? 'warn' : 'bad'} role="alert">
      <p>
        <b>{failed[failure.kind]}</b>
      </p>
      {problems.map(({ code, path, problem, remedy }) => (
        <p key={`${code} ${path}`}>
          {problem} {remedy} <span class="ref">({code})</span>
        </p>
      ))}
      {again && (
        <button type="button" class="second" onClick={again}>
          {failed.again}
        </button>
      )}
    </div>
  );
};

interface ToldProps<T> {
  readonly asked: Asked<T>;
  readonly children: (value: T) => ComponentChildren;
}

/** Shows an answer; before it comes, that it is asked for; without one, why. An older answer stays beside the reason. */
export const Told = <T,>({ asked, children }: ToldProps<T>) => {
  const { words } = useDesk();
  const { value, failure, asking, ask } = asked;
  return (
    <>
      {failure && !asking && <FailureWords failure={failure} again={ask} />}
      {value === null && asking && <p class="loading">{words.common.loading}</p>}
      {value !== null && children(value)}
    </>
  );
};
