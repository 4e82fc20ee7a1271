import type { DecisionSums } from '#shared/desk/decision-sums.ts';
import type { PlaceDecisions } from '#shared/desk/decisions-view.ts';
import { groundWords } from '#shared/election/ground-words.ts';
import { QUESTIONABLE_GROUNDS } from '#shared/election/report.ts';
import { decidedTotals } from '#shared/election/statement.ts';
import { count } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { fieldName } from '../trail/field-name.ts';

interface SumTableProps {
  readonly sums: DecisionSums;
  /** The form's figures beside; undefined where sums are of the whole constituency. */
  readonly reported?: PlaceDecisions['reported'];
}

const figure = (value: number | undefined): string => (value === undefined ? '–' : count(value));

const rejectedOf = (reported: PlaceDecisions['reported'] | undefined): number =>
  QUESTIONABLE_GROUNDS.reduce((sum, ground) => sum + (reported?.rejected?.[ground] ?? 0), 0);

/** Figures by ground and outcome, with what the form says beside them. */
export const SumTable = ({ sums, reported }: SumTableProps) => {
  const { words, language } = useDesk();
  const { decisions } = words;
  const totals = decidedTotals({ questionable: sums });
  const beside = reported !== undefined && reported !== null;
  return (
    <table class="besides">
      <caption class="vh">{decisions.sums}</caption>
      <thead>
        <tr>
          <th scope="col">{decisions.ground}</th>
          <th scope="col">{decisions.accepted}</th>
          <th scope="col">{decisions.rejected}</th>
          {beside && <th scope="col">{decisions.formRejected}</th>}
        </tr>
      </thead>
      <tbody>
        {QUESTIONABLE_GROUNDS.map((ground) => (
          <tr key={ground}>
            <th scope="row">{groundWords(ground, language)}</th>
            <td>{count(sums.grounds[ground].accepted)}</td>
            <td>{count(sums.grounds[ground].rejected)}</td>
            {beside && <td>{figure(reported?.rejected?.[ground] ?? 0)}</td>}
          </tr>
        ))}
        <tr>
          <th scope="row">{decisions.total}</th>
          <td>
            <b>{count(totals.accepted)}</b>
          </td>
          <td>
            <b>{count(totals.rejected)}</b>
          </td>
          {beside && <td>{count(rejectedOf(reported))}</td>}
        </tr>
        {beside && (
          <tr>
            <th scope="row">{decisions.formAccepted}</th>
            <td>{figure(reported?.accepted)}</td>
            <td />
            <td />
          </tr>
        )}
      </tbody>
    </table>
  );
};

export const Objections = ({ sums }: { readonly sums: DecisionSums }) => {
  const { decisions } = useDesk().words;
  return (
    <dl class="answers">
      <div>
        <dt>{decisions.acceptanceObjected}</dt>
        <dd>{count(sums.objections.acceptance_objected)}</dd>
      </div>
      <div>
        <dt>{decisions.rejectionObjected}</dt>
        <dd>{count(sums.objections.rejection_objected)}</dd>
      </div>
    </dl>
  );
};

/** Whether the form has the same figures; other ones are told and stop nothing [C-3]. */
const Compared = ({ place }: { readonly place: PlaceDecisions }) => {
  const { words, language } = useDesk();
  const { decisions } = words;
  if (place.reported === null) return <p class="hint">{decisions.noForm}</p>;
  if (place.differs.length === 0) return <p>{decisions.agree}</p>;
  return (
    <div class="warn">
      <p>
        <b>{decisions.differTitle}</b>
      </p>
      <ul>
        {place.differs.map(({ path, decided, reported }) => (
          <li key={path}>
            {decisions.differ(fieldName(path, words, language), count(decided), count(reported))}
          </li>
        ))}
      </ul>
      <p>{decisions.differWords}</p>
    </div>
  );
};

/** The sums of a place held against its form. */
export const Sums = ({ place }: { readonly place: PlaceDecisions }) => {
  const { decisions } = useDesk().words;
  return (
    <section aria-labelledby="sums-h">
      <h2 id="sums-h">{decisions.sums}</h2>
      <Compared place={place} />
      <SumTable sums={place.sums} reported={place.reported} />
      <Objections sums={place.sums} />
    </section>
  );
};
