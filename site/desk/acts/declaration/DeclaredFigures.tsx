import type { ProgressView } from '#shared/desk/desk-views.ts';
import { count, exact } from '../../../words/format.ts';
import { Name } from '../../shell/Name.tsx';
import type { About } from '../about.ts';
import { Scroll } from '../Scroll.tsx';

interface FiguresProps {
  readonly about: About;
  readonly view: ProgressView;
}

/** The figures that a declaration rests on, list by list. */
export const DeclaredFigures = ({ about, view }: FiguresProps) => {
  const { declaration, form } = about.words.acts;
  const list = view.sheet.constituency.system === 'list_pr';
  const { valid, rejected, quota, reports, expected } = view.public;
  return (
    <Scroll name={declaration.figures}>
      <table class="acts-table">
        <caption>{declaration.figures}</caption>
        <thead>
          <tr>
            <th scope="col">{list ? declaration.list : declaration.candidate}</th>
            <th scope="col" class="r">
              {declaration.votes}
            </th>
            <th scope="col" class="r">
              {declaration.seats}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.contestants.map(({ id, number, name, votes, seats }) => (
            <tr key={id}>
              <th scope="row">
                {form.unit(list, number)} <Name of={name} />
              </th>
              <td class="r">{count(votes)}</td>
              <td class="r">{seats}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">
        {declaration.basis({
          reports: count(reports),
          expected: count(expected),
          valid: count(valid),
          rejected: count(rejected),
          quota: quota === null ? null : exact(quota),
        })}
      </p>
    </Scroll>
  );
};
