import { useDesk } from '../desk-context.ts';
import { screens } from '../paths.ts';
import { ofWholeElection } from './places.ts';

/** The way to the notices of a constituency. */
export const NoticesLink = ({ of, constituency }: { readonly of: string; readonly constituency: string }) => {
  const { notices } = useDesk().words;
  return <a href={screens.notices(of, constituency)}>{notices.link}</a>;
};

/** The way to those of the whole election, for who posts them. */
export const WholeNoticesLink = ({ of }: { readonly of: string }) => {
  const { words, session } = useDesk();
  if (!ofWholeElection(session)) return null;
  return (
    <p class="places">
      <a href={screens.notices(of)}>{words.notices.wholeLink}</a>
    </p>
  );
};
