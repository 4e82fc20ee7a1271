import type { FormSheet, StationView } from '#shared/desk/desk-views.ts';
import type { FormName } from '#shared/desk/entry.ts';
import type { Text } from '#shared/election/text.ts';
import type { DeskSession } from '../sign-in/session.ts';
import type { DeviceStore } from './device-store.ts';
import { keptUnder } from './form-key.ts';

/** What the report screen needs of a station when the network is gone: which form comes next, and nothing that others typed. */
export interface KeptStation {
  readonly form: FormName;
  readonly name: Text;
  readonly mayEnter: boolean;
  readonly sentBack: StationView['sentBack'];
}

const LAST = 'last-account';

/** The last sheets and stations seen, so that a form can be filled in without a network. */
export const keptHere = (store: DeviceStore) => {
  const sheetKey = (account: string, election: string, constituency: string): string =>
    `${keptUnder(account, 'sheet')}${election}/${constituency}`;
  const stationKey = (account: string, election: string, { constituency, station }: StationPlace): string =>
    `${keptUnder(account, 'station')}${election}/${constituency}/${station}`;
  return {
    keepSheet: (account: string, sheet: FormSheet) =>
      store.set(sheetKey(account, sheet.election.id, sheet.constituency.id), sheet),
    sheet: async (account: string, election: string, constituency: string) =>
      ((await store.get(sheetKey(account, election, constituency))) as FormSheet | undefined) ?? null,
    keepStation: (account: string, election: string, view: StationView) => {
      const { form, row, may, sentBack } = view;
      const kept: KeptStation = { form, name: row.name, mayEnter: may.enter, sentBack };
      return store.set(stationKey(account, election, form), kept);
    },
    station: async (account: string, election: string, place: StationPlace) =>
      ((await store.get(stationKey(account, election, place))) as KeptStation | undefined) ?? null,
    /** Who was signed in here last and did not sign out: named by the account's id and role only. */
    keepAccount: ({ account, role, elections, constituencies, stations, platforms, endsAt }: DeskSession) =>
      store.set(LAST, {
        account,
        name: account,
        role,
        elections,
        constituencies,
        stations,
        platforms,
        endsAt,
      }),
    lastAccount: async (): Promise<DeskSession | null> => {
      const kept = (await store.get(LAST)) as DeskSession | undefined;
      return kept ? { ...kept, platforms: kept.platforms ?? [], expiresAt: 0, ending: false } : null;
    },
    forgetAccount: () => store.delete(LAST),
  };
};

export interface StationPlace {
  readonly constituency: string;
  readonly station: string;
}

export type KeptHere = ReturnType<typeof keptHere>;
