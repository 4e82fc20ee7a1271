import type { ProgressView } from '#shared/desk/desk-views.ts';
import { useDesk } from '../desk-context.ts';

/** The line under a constituency's name: whether it is a rehearsal, seats, reports. */
export const Facts = ({ view }: { readonly view: ProgressView }) => {
  const { common, progress } = useDesk().words;
  const { election, constituency } = view.sheet;
  return (
    <>
      {election.test && <strong class="testmark">{common.test}</strong>}{' '}
      {progress.facts(constituency.seats, view.public.expected)}
    </>
  );
};
