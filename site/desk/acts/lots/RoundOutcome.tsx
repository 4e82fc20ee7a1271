import type { LotRound } from '#shared/allocation/lots.ts';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { useDesk } from '../../desk-context.ts';
import { type About, labelOf } from '../about.ts';
import { Scroll } from '../Scroll.tsx';

interface OutcomeProps {
  readonly about: About;
  readonly view: ProgressView;
  readonly round: number;
  readonly outcome: LotRound;
}

const fateOf = ({ elected, redraw }: LotRound, id: string): 'in' | 'again' | 'out' => {
  if (elected.includes(id)) return 'in';
  return redraw.includes(id) ? 'again' : 'out';
};

/** What a round gave: ball by ball, who is in, who draws again. */
export const RoundOutcome = ({ about, view, round, outcome }: OutcomeProps) => {
  const { lots } = useDesk().words.acts;
  return (
    <Scroll name={lots.round(round)}>
      <table class="acts-table">
        <caption>{lots.round(round)}</caption>
        <thead>
          <tr>
            <th scope="col">{lots.who}</th>
            <th scope="col" class="r">
              {lots.ball}
            </th>
            <th scope="col">{lots.drawnBy}</th>
            <th scope="col">{lots.gives}</th>
          </tr>
        </thead>
        <tbody>
          {outcome.drawn.map(({ contestant, number, drawnBy }) => (
            <tr key={contestant}>
              <th scope="row">
                <bdi>{labelOf(about, view, contestant)}</bdi>
              </th>
              <td class="r">{number}</td>
              <td>
                <bdi>{drawnBy === undefined ? '' : lots.handOf(drawnBy)}</bdi>
              </td>
              <td>
                <b>{lots.fates[fateOf(outcome, contestant)]}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
