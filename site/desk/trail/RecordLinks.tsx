import { useDesk } from '../desk-context.ts';
import { screens } from '../paths.ts';

/** Roles that may read the trail; an observer in the hall and officers of stations may not. */
const READS_TRAIL: ReadonlySet<string> = new Set([
  'assistant_returning_officer',
  'returning_officer',
  'chief_electoral_officer',
  'commission',
]);

interface RecordLinksProps {
  readonly election: string;
  readonly constituency: string;
}

/** The ways to what is kept besides the reports: decisions on questionable papers with the accounts, and the trail. */
export const RecordLinks = ({ election, constituency }: RecordLinksProps) => {
  const { words, session } = useDesk();
  if (session.role === 'observer') return null;
  return (
    <section aria-labelledby="records-h">
      <h2 id="records-h">{words.trail.records}</h2>
      <ul class="places">
        <li>
          <a href={screens.decisions(election, constituency)}>{words.decisions.link}</a>
        </li>
        {READS_TRAIL.has(session.role) && (
          <li>
            <a href={screens.audit(election, constituency)}>{words.trail.link}</a>
          </li>
        )}
      </ul>
    </section>
  );
};

/** The way to the trail of the whole election, for who is responsible for all of it. */
export const WholeTrailLink = ({ election }: { readonly election: string }) => {
  const { words, session } = useDesk();
  const whole = session.role === 'chief_electoral_officer' || session.role === 'commission';
  if (!whole) return null;
  return (
    <p class="places">
      <a href={screens.audit(election)}>{words.trail.wholeLink}</a>
    </p>
  );
};
