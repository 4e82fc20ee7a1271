import type { DecisionsView, DecisionView, PlaceDecisions } from '#shared/desk/decisions-view.ts';
import { groundWords } from '#shared/election/ground-words.ts';
import { count } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { Name } from '../shell/Name.tsx';

const CountsFor = ({ row, view }: { readonly row: DecisionView; readonly view: DecisionsView }) => (
  <>
    {(row.countedFor ?? []).map((id, index) => {
      const contestant = view.sheet.constituency.contestants.find((one) => one.id === id);
      return (
        <span key={id}>
          {index > 0 && ' · '}
          {contestant?.number ?? id} {contestant && <Name of={contestant.name} />}
        </span>
      );
    })}
  </>
);

const Endorsements = ({ row }: { readonly row: DecisionView }) => {
  const { decisions } = useDesk().words;
  if (row.endorsements.length === 0) return <span class="dim">{decisions.noEndorsement}</span>;
  return (
    <>
      {row.endorsements.map(({ event, zhHant, en }) => (
        <span class="under" key={event}>
          <b lang="zh-Hant">{zhHant}</b> {en !== null && <span lang="en">{en}</span>}
        </span>
      ))}
    </>
  );
};

interface RowProps {
  readonly row: DecisionView;
  readonly view: DecisionsView;
  readonly onMend: ((row: DecisionView) => void) | null;
}

const Row = ({ row, view, onMend }: RowProps) => {
  const { words, language } = useDesk();
  const { decisions, common } = words;
  const verdict = row.final === 'accept' ? decisions.accept : decisions.reject;
  return (
    <tr class={row.mended ? 'mended' : undefined}>
      <th scope="row">
        {count(row.seq)}
        {row.mended && <span class="under">{decisions.mended}</span>}
      </th>
      <td>
        {groundWords(row.ground, language)}
        {row.representations && (
          <span class="under dim">
            {decisions.said} <bdi>{row.representations.join(' · ')}</bdi>
          </span>
        )}
        {row.supersedes !== undefined && (
          <span class="under dim">
            {decisions.mends(count(row.supersedes))} · <bdi>{words.trail.reason(row.reason ?? '')}</bdi>
          </span>
        )}
      </td>
      <td>
        <b>{verdict}</b>
        {row.countedFor && (
          <span class="under">
            <CountsFor row={row} view={view} />
          </span>
        )}
        {row.preliminary && row.preliminary !== row.final && (
          <span class="under dim">
            {decisions.announced(row.preliminary === 'accept' ? decisions.accept : decisions.reject)}
          </span>
        )}
        <span class="under dim">{common.roles[row.decidedBy]}</span>
      </td>
      <td>
        <Endorsements row={row} />
      </td>
      <td>
        {onMend && !row.mended && (
          <button type="button" class="plain" onClick={() => onMend(row)}>
            <span aria-hidden="true">{decisions.mend}</span>
            <span class="vh">{decisions.mendRow(count(row.seq))}</span>
          </button>
        )}
      </td>
    </tr>
  );
};

interface RowsProps {
  readonly view: DecisionsView;
  readonly place: PlaceDecisions;
  readonly onMend: (row: DecisionView) => void;
}

/** The record of a place, the newest row first: it is the one that was just typed. */
export const Rows = ({ view, place, onMend }: RowsProps) => {
  const { decisions } = useDesk().words;
  return (
    <section aria-labelledby="rows-h">
      <h2 id="rows-h">{decisions.rows}</h2>
      {place.final && <p class="hint">{decisions.finalNow}</p>}
      {place.rows.length === 0 ? (
        <p>{decisions.none}</p>
      ) : (
        <table class="trail rows">
          <caption class="vh">{decisions.rows}</caption>
          <thead>
            <tr>
              <th scope="col">{decisions.row}</th>
              <th scope="col">{decisions.ground}</th>
              <th scope="col">{decisions.decided}</th>
              <th scope="col">{decisions.endorsement}</th>
              <th scope="col">
                <span class="vh">{decisions.mend}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {place.rows.toReversed().map((row) => (
              <Row key={row.seq} row={row} view={view} onMend={place.final ? null : onMend} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
