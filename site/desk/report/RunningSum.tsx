import { clockToSecond, count } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { useObserved } from '../observable.ts';
import { keeping } from '../shell/keeping.ts';
import type { Sums } from './check-draft.ts';
import { type SheetConstituency, waysOf } from './fields.ts';

const sumName = (
  constituency: SheetConstituency,
  sum: ReturnType<typeof useDesk>['words']['report']['sum'],
): string => {
  const ways = waysOf(constituency);
  if (ways.rankings) return sum.rankings;
  if (ways.choices) return sum.answers;
  return constituency.system === 'list_pr' ? sum.lists : sum.candidates;
};

/** The running sum and the form's one button: beside the form, or in a bar below it on a phone. Silent; errors come with the button. */
export const RunningSum = ({
  sums,
  constituency,
}: {
  readonly sums: Sums;
  readonly constituency: SheetConstituency;
}) => {
  const { report, shell } = useDesk().words;
  const { savedAt, possible } = useObserved(keeping);
  const { lists, valid, difference } = sums;
  const differs = difference !== null && difference !== 0;
  const shown = (figure: number | null): string => (figure === null ? '–' : count(figure));
  return (
    <div class="running">
      <dl>
        <div>
          <dt>{sumName(constituency, report.sum)}</dt>
          <dd>
            <output>{shown(lists)}</output>
          </dd>
        </div>
        <div>
          <dt>{waysOf(constituency).severalVotes ? report.sum.papers : report.sum.valid}</dt>
          <dd>
            <output>{shown(valid)}</output>
          </dd>
        </div>
        <div class={differs ? 'differs' : undefined}>
          <dt>
            <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
              {differs && <path d="M1 1h14v14H1ZM5 5l6 6M11 5l-6 6" />}
              {difference === 0 && <path d="M2 8l4 5 8-11" />}
            </svg>
            {difference === 0 ? report.sum.none : report.sum.difference}
          </dt>
          <dd>
            <output>{difference === null ? '–' : count(Math.abs(difference))}</output>
          </dd>
        </div>
      </dl>
      <p class="small saved">
        {possible ? savedAt !== null && shell.savedHere(clockToSecond(savedAt)) : shell.notSaved}
      </p>
      <button type="submit">{report.check}</button>
      <p class="small enter">{report.enterHint}</p>
    </div>
  );
};
