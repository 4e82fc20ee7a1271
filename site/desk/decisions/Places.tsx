import type { PlaceDecisions } from '#shared/desk/decisions-view.ts';
import { decidedTotals, type StatementFigures } from '#shared/election/statement.ts';
import { count } from '../../words/format.ts';
import { DecisionsAnswer } from '../answers.ts';
import { useDesk } from '../desk-context.ts';
import { apiPaths, screens } from '../paths.ts';
import { progressAsLeft } from '../progress/come-back.ts';
import type { ScreenProps } from '../routes.ts';
import { Name } from '../shell/Name.tsx';
import { Screen } from '../shell/Screen.tsx';
import { Told } from '../shell/Told.tsx';
import { useAnswer } from '../shell/use-answer.ts';
import { PublishSums } from './PublishSums.tsx';
import { Objections, SumTable } from './Sums.tsx';

const Account = ({ account }: Pick<PlaceDecisions, 'account'>) => {
  const { decisions } = useDesk().words;
  if (account === null) return <span class="dim">{decisions.notYet}</span>;
  const broken = account.identities.filter(({ state }) => state === 'broken').map(({ id }) => id);
  if (broken.length === 0) return <span>{decisions.holdsAll}</span>;
  return <b>{decisions.brokenSome(broken.join(', '))}</b>;
};

const Compared = ({ place }: { readonly place: PlaceDecisions }) => {
  const { decisions } = useDesk().words;
  if (place.reported === null) return <span class="dim">{decisions.notYet}</span>;
  return place.differs.length === 0 ? <span>{decisions.same}</span> : <b>{decisions.differs}</b>;
};

interface PlaceRowProps {
  readonly election: string;
  readonly constituency: string;
  readonly place: PlaceDecisions;
}

const PlaceRow = ({ election, constituency, place }: PlaceRowProps) => {
  const { accepted, rejected } = decidedTotals({ questionable: place.sums });
  const { acceptance_objected: ofAccepted, rejection_objected: ofRejected } = place.sums.objections;
  const { station } = place;
  const { decisions } = useDesk().words;
  return (
    <tr>
      <th scope="row">
        <a href={screens.placeDecisions(election, constituency, station.id)}>
          {station.id} <Name of={station.name} />
        </a>
      </th>
      <td data-label={decisions.accepted}>{count(accepted)}</td>
      <td data-label={decisions.rejected}>{count(rejected)}</td>
      <td data-label={decisions.objectedShort}>{count(ofAccepted + ofRejected)}</td>
      <td data-label={decisions.compared}>
        <Compared place={place} />
      </td>
      <td data-label={decisions.accountShort}>
        <Account account={place.account} />
      </td>
    </tr>
  );
};

const Total = ({ total }: { readonly total: StatementFigures }) => {
  const { decisions } = useDesk().words;
  return (
    <section aria-labelledby="total-h">
      <h2 id="total-h">{decisions.total}</h2>
      <SumTable sums={total.questionable} />
      <Objections sums={total.questionable} />
    </section>
  );
};

/** The decision records and accounts of a constituency, a line for each counting place. */
export const Places = ({ params }: ScreenProps) => {
  const { decisions } = useDesk().words;
  const { election = '', constituency = '' } = params;
  const asked = useAnswer(apiPaths.decisions(election, constituency), DecisionsAnswer);
  const name = asked.value?.sheet.constituency.name;
  return (
    <Screen
      title={decisions.placesTitle}
      subject={constituency}
      back={{
        href: progressAsLeft(election, constituency),
        name: name ? <Name of={name} /> : constituency,
      }}
    >
      <p class="hint">
        {asked.value?.sheet.election.publishes.accounts ? decisions.publicSums : decisions.private}
      </p>
      <Told asked={asked}>
        {({ places, total, ...view }) => (
          <>
            <table class="trail placelines">
              <caption class="vh">{decisions.places}</caption>
              <thead>
                <tr>
                  <th scope="col">{decisions.place}</th>
                  <th scope="col">{decisions.accepted}</th>
                  <th scope="col">{decisions.rejected}</th>
                  <th scope="col">{decisions.objectedShort}</th>
                  <th scope="col">{decisions.compared}</th>
                  <th scope="col">{decisions.accountShort}</th>
                </tr>
              </thead>
              <tbody>
                {places.map((place) => (
                  <PlaceRow
                    key={place.station.id}
                    election={election}
                    constituency={constituency}
                    place={place}
                  />
                ))}
              </tbody>
            </table>
            {total && <Total total={total} />}
            {total && <PublishSums view={{ ...view, places, total }} total={total} onChanged={asked.ask} />}
          </>
        )}
      </Told>
    </Screen>
  );
};
