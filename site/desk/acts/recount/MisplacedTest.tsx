import type { ProgressView } from '#shared/desk/desk-views.ts';
import { compare, fraction, parse } from '#shared/fraction.ts';
import { count, exact } from '../../../words/format.ts';
import { useDesk } from '../../desk-context.ts';

/** What the test of ¶5.80 gives for an estimate [2016 ¶5.80, C-8, C-9]. */
export const testOf = (
  misplaced: ProgressView['misplaced'],
  estimate: number | null,
): 'passed' | 'barred' | 'unknown' => {
  if (estimate === null) return 'unknown';
  const gap = misplaced?.smallestGap;
  if (gap === undefined || gap === null) return 'passed';
  return compare(fraction(estimate), parse(gap)) >= 0 ? 'passed' : 'barred';
};

interface TestProps {
  readonly misplaced: ProgressView['misplaced'];
  /** The estimate told to the candidates. */
  readonly estimate: number | null;
}

const figure = (value: string | null | undefined, none: string): string =>
  value === null || value === undefined ? none : exact(value);

/** The figures of the test, what it gives, and what it cannot say: never that a seat is decided. */
export const MisplacedTest = ({ misplaced, estimate }: TestProps) => {
  const { recount } = useDesk().words.acts;
  const given = testOf(misplaced, estimate);
  return (
    <section class="misplaced-test" aria-labelledby="misplaced-test">
      <h2 id="misplaced-test">{recount.test.title}</h2>
      <dl class="answers figures">
        <div>
          <dt>{recount.test.estimate}</dt>
          <dd>{estimate === null ? recount.test.none : count(estimate)}</dd>
        </div>
        <div>
          <dt>{recount.test.smallest}</dt>
          <dd>{figure(misplaced?.smallestGap, recount.test.none)}</dd>
        </div>
        <div>
          <dt>{recount.test.deciding}</dt>
          <dd>{figure(misplaced?.decidingGap, recount.test.none)}</dd>
        </div>
      </dl>
      <p class="hint">{recount.test.upperBound}</p>
      <p class={given === 'barred' ? 'warn' : 'good'}>
        <b>{recount.test.result[given]}</b>
      </p>
      <p>{recount.test.limit}</p>
    </section>
  );
};
