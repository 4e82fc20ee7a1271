import { invalidCodesFor } from '#shared/counting/invalid-codes.ts';
import type { QUESTIONABLE_GROUNDS } from '#shared/election/report.ts';
import { count } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { FigureField } from '../forms/FigureField.tsx';
import type { Sums } from './check-draft.ts';
import {
  ACCEPTED,
  ACCOUNT_HEADS,
  accountPath,
  invalidPath,
  questionableOf,
  rejectedPath,
  type SheetConstituency,
  validPath,
  waysOf,
} from './fields.ts';

interface PapersProps {
  readonly constituency: SheetConstituency;
  readonly sums: Sums;
}

type Questionable = (typeof QUESTIONABLE_GROUNDS)[number];

/** Valid, invalid and questionable papers, by the grounds that this system has [2016 ¶5.72-5.75, ¶5.89-5.90]. */
export const Papers = ({ constituency, sums }: PapersProps) => {
  const { report } = useDesk().words;
  const { system } = constituency;
  const questionable = questionableOf(system) as readonly Questionable[];
  return (
    <div class="figures">
      <FigureField
        path={validPath(constituency)}
        label={<b>{waysOf(constituency).severalVotes ? report.validPapers : report.validVotes}</b>}
      />
      {invalidCodesFor(system).map((ground) => (
        <FigureField key={ground} path={invalidPath(ground)} label={report.invalid(report.grounds[ground])} />
      ))}
      {questionable.map((ground) => (
        <FigureField
          key={ground}
          path={rejectedPath(ground)}
          label={report.rejected(report.grounds[ground])}
        />
      ))}
      {questionable.length > 0 && (
        <FigureField
          path={ACCEPTED}
          label={
            <>
              {report.accepted} <small class="dim">{report.acceptedHint}</small>
            </>
          }
        />
      )}
      <p class="total">
        <span>{report.allPapers}</span> <output>{count(sums.papers)}</output>
      </p>
    </div>
  );
};

/** The ballot paper account with the line that no form has: what should be in the box [counting.md §7]. */
export const Account = ({
  sums,
  feeders,
}: Pick<PapersProps, 'sums'> & { readonly feeders: readonly string[] }) => {
  const { report } = useDesk().words;
  const { estimated, papers } = sums;
  const held = estimated !== null && feeders.length === 0;
  return (
    <div class="figures">
      {ACCOUNT_HEADS.map((head) => (
        <FigureField key={head} path={accountPath(head)} label={report.heads[head]} />
      ))}
      <p class="total">
        <span>
          {report.estimated} <small class="dim">{report.estimatedHow}</small>
        </span>{' '}
        <output>{estimated === null ? '–' : count(estimated)}</output>
      </p>
      {held && papers > 0 && (
        <p class={papers > estimated ? 'ask' : 'holds'}>
          <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
            <path d={papers > estimated ? 'M8 2 15 14H1ZM8 6v4M8 12v.5' : 'M2 8l4 5 8-11'} />
          </svg>
          {papers > estimated ? report.beyond(papers, estimated) : report.within(papers, estimated)}
        </p>
      )}
      {feeders.length > 0 && <p class="hint">{report.withFeeders(feeders.join(', '))}</p>}
    </div>
  );
};
