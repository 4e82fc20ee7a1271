import type { Account } from '#shared/desk/account.ts';
import { useDesk } from '../desk-context.ts';
import type { PlaceNames } from './place-names.ts';

type Placed = Pick<Account, 'elections' | 'constituencies' | 'stations' | 'platforms'>;

/** Where an account is for: its elections, then constituencies and stations by code and name. */
export const Places = ({ of, names }: { readonly of: Placed; readonly names: PlaceNames }) => {
  const { accounts } = useDesk().words;
  const { elections = [], constituencies, stations, platforms = [] } = of;
  return (
    <>
      <span class="account-line">
        {elections.length === 0
          ? accounts.allElections
          : elections.map((id) => names.election(id)).join(accounts.comma)}
      </span>
      {constituencies.map((id) => (
        <span class="account-line" key={id}>
          <span class="account-code">{id}</span> <bdi>{names.constituency(id)}</bdi>
        </span>
      ))}
      {platforms.length > 0 && (
        <span class="account-line">
          {accounts.fields.platforms} <span class="account-code">{platforms.join(accounts.comma)}</span>
        </span>
      )}
      {stations.length > 0 && (
        <span class="account-line">
          {accounts.stations(stations.length)}{' '}
          <span class="account-code">{stations.join(accounts.comma)}</span>
        </span>
      )}
    </>
  );
};
