import { useDesk } from '../../desk-context.ts';
import type { ActForm, Values } from './act-form.ts';
import type { ActKeeper } from './act-state.ts';
import { Meanwhile } from './Meanwhile.tsx';
import { OwnAnswers } from './OwnAnswers.tsx';

interface StillKeptProps {
  readonly form: (values: Values) => ActForm;
  readonly kept: ActKeeper;
  /** What the form begins with, under what was typed. */
  readonly start?: Values;
}

/** What was typed before the act could not be done any more, beside what colleagues recorded meanwhile. */
export const StillKept = ({ form, kept, start = {} }: StillKeptProps) => {
  const { acts } = useDesk().words;
  const { values, begunAt } = kept.state;
  if (Object.values(values).every((value) => value === '')) return null;
  const shown = form({ ...start, ...values });
  return (
    <>
      <p>{acts.form.stillKept}</p>
      <Meanwhile open={false} told={begunAt === null ? [] : (shown.meanwhile?.(begunAt) ?? [])}>
        <OwnAnswers still form={shown} values={{ ...start, ...values }} />
      </Meanwhile>
    </>
  );
};
