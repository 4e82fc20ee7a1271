import { type KnownDesk, knownDesk } from '#shared/desk/known-desk.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { type StationPhones, stationPhones } from '../accounts/station-phones.ts';
import { sharedRead } from '../acts/shared-read.ts';
import type { ActPorts } from '../http/act-route.ts';
import type { StoredAct } from '../ports.ts';
import { constituencyRecords, readConstituencyDesk, type StoredConstituency } from './desk-facts.ts';

/** Many screens look at one constituency: they share what is read, counted once a second at most. */
const FRESH_MS = 1000;

export type DeskReader = (definition: ElectionDefinition, constituency: string) => Promise<KnownDesk>;

interface LastDesk {
  readonly at: number;
  readonly read: string;
  readonly phones: StationPhones;
  readonly desk: KnownDesk;
}

const named = (stored: readonly StoredAct[]): string =>
  stored.map(({ key, sha256, acceptedAt }) => `${key} ${sha256} ${acceptedAt}`).join('\n');

/** Records are written once and never change: the same names and hashes are the same desk. */
const nameOfRead = ({ acts, desk }: StoredConstituency): string => `${named(acts)}\n\n${named(desk)}`;

/** Reads a constituency with everything on its desk, at most a second old; while nothing happens it is the same object. */
export const deskReader = ({ records, clock }: ActPorts): DeskReader => {
  const nameOf = (definition: ElectionDefinition, id: string): string => `${definition.id}/${id}`;
  const phonesOf = stationPhones(records);
  const known = new Map<string, LastDesk>();
  const readNow = async (definition: ElectionDefinition, id: string): Promise<KnownDesk> => {
    const at = clock.now();
    const [stored, phones] = await Promise.all([
      constituencyRecords(records, definition, id),
      phonesOf(definition.id, at),
    ]);
    const last = known.get(nameOf(definition, id));
    const read = nameOfRead(stored);
    const same = last?.read === read && last.phones === phones && last.desk.known.definition === definition;
    const fresh = (): KnownDesk => {
      const { known: facts, records: left } = readConstituencyDesk(definition, stored);
      return knownDesk(facts, left, id, phones);
    };
    const desk = same ? last.desk : fresh();
    known.set(nameOf(definition, id), { at: at.getTime(), read, phones, desk });
    return desk;
  };
  const read = sharedRead(nameOf, readNow);
  return async (definition, id) => {
    const last = known.get(nameOf(definition, id));
    const fresh = last !== undefined && Math.abs(clock.now().getTime() - last.at) < FRESH_MS;
    return fresh && last.desk.known.definition === definition ? last.desk : read(definition, id);
  };
};
