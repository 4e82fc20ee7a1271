import type { ProgressView, PublicFigures } from '#shared/desk/desk-views.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { count, exact } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import type { DeskWords } from '../words/load.ts';

type Sheet = ProgressView['sheet'];

/** `list 9`, by the number on the ballot paper. */
export const contestantName = ({ constituency }: Sheet, id: string, { progress }: DeskWords): string => {
  const number = constituency.contestants.find((contestant) => contestant.id === id)?.number ?? id;
  const { figures } = progress;
  return constituency.system === 'list_pr' ? figures.list(number) : figures.candidate(number);
};

/** Who holds the last seat on these votes, and how closely. */
export const lastSeatWords = ({ lastSeat }: PublicFigures, sheet: Sheet, words: DeskWords): string | null => {
  if (lastSeat === null) return null;
  const name = contestantName(sheet, lastSeat.contestant, words);
  return lastSeat.gap === null ? name : words.progress.figures.lastSeatBy(name, exact(lastSeat.gap));
};

interface PublicNowProps {
  readonly view: Pick<ProgressView, 'public' | 'sheet'>;
  /** On a wall there is nothing to follow. */
  readonly link?: boolean;
}

/** What anybody can read at this moment. */
export const PublicNow = ({ view, link = true }: PublicNowProps) => {
  const { language, words } = useDesk();
  const { figures, statuses, publicPage } = words.progress;
  const { public: now, sheet } = view;
  const { election, constituency } = sheet;
  const rows: readonly (readonly [string, string | null])[] = [
    [figures.state, statuses[now.status]],
    [figures.reports, figures.reportsOf(now.reports, now.expected)],
    [figures.valid, count(now.valid)],
    [figures.rejected, count(now.rejected)],
    ...(now.quota === null ? [] : [[figures.quota, exact(now.quota)] as const]),
    ...(now.lastSeat === null
      ? []
      : [[figures.lastSeat(constituency.seats), lastSeatWords(now, sheet, words)] as const]),
  ];
  return (
    <>
      <dl class="facing">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {link && (
        <p>
          <a href={pagePaths.constituency(language, election.id, constituency.id)}>{publicPage}</a>
        </p>
      )}
    </>
  );
};
