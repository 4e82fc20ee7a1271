import type { ProgressView, PublicFigures, StationView } from '#shared/desk/desk-views.ts';
import { count, exact, signed } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import type { DeskWords } from '../words/load.ts';
import { contestantName, lastSeatWords } from './PublicNow.tsx';

type Sheet = ProgressView['sheet'];

interface Line {
  readonly name: string;
  readonly now: string | null;
  readonly after: string | null;
  /** A change beside the figure. */
  readonly change?: string;
}

const quotaOf = ({ quota }: PublicFigures): string | null => (quota === null ? null : exact(quota));

const papers = (name: string, now: number, after: number): Line => ({
  name,
  now: count(now),
  after: count(after),
  ...(now === after ? {} : { change: signed(after - now) }),
});

/** Contestants who would stand higher or lower. */
const seatLines = (
  now: PublicFigures,
  after: PublicFigures,
  sheet: Sheet,
  words: DeskWords,
): readonly Line[] =>
  sheet.constituency.contestants
    .filter(({ id }) => (now.seats[id] ?? 0) !== (after.seats[id] ?? 0))
    .map(({ id }) => ({
      name: words.progress.figures.seatsOf(contestantName(sheet, id, words)),
      now: count(now.seats[id] ?? 0),
      after: count(after.seats[id] ?? 0),
    }));

const linesOf = (
  { now, after }: NonNullable<StationView['preview']>,
  sheet: Sheet,
  words: DeskWords,
): readonly Line[] => {
  const { figures, statuses } = words.progress;
  return [
    {
      name: figures.reports,
      now: figures.reportsOf(now.reports, now.expected),
      after: figures.reportsOf(after.reports, after.expected),
    },
    ...(now.status === after.status
      ? []
      : [{ name: figures.state, now: statuses[now.status], after: statuses[after.status] }]),
    papers(figures.valid, now.valid, after.valid),
    papers(figures.rejected, now.rejected, after.rejected),
    ...(after.quota === null ? [] : [{ name: figures.quota, now: quotaOf(now), after: quotaOf(after) }]),
    ...(after.lastSeat === null
      ? []
      : [
          {
            name: figures.lastSeat(sheet.constituency.seats),
            now: lastSeatWords(now, sheet, words),
            after: lastSeatWords(after, sheet, words),
          },
        ]),
    ...seatLines(now, after, sheet, words),
  ];
};

interface IfConfirmedProps {
  readonly station: string;
  readonly preview: NonNullable<StationView['preview']>;
  readonly sheet: Sheet;
}

/** What the public sees now beside what it would see, in figures. */
export const IfConfirmed = ({ station, preview, sheet }: IfConfirmedProps) => {
  const { words } = useDesk();
  const { figures, ifConfirmed } = words.progress;
  const figure = (value: string | null) =>
    value ?? (
      <>
        <span aria-hidden="true">{figures.none}</span>
        <span class="vh">{figures.noneWords}</span>
      </>
    );
  return (
    <table class="after">
      <caption class="vh">{ifConfirmed(station)}</caption>
      <thead>
        <tr>
          <th scope="col">{figures.figure}</th>
          <th scope="col" class="num">
            {figures.now}
          </th>
          <th scope="col" class="num">
            {figures.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {linesOf(preview, sheet, words).map(({ name, now, after, change }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="num">{figure(now)}</td>
            <td class="num">
              <b>{figure(after)}</b>
              {change !== undefined && <small> {change}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
