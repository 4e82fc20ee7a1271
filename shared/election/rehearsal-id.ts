import { hongKongDayOf } from '../calendar/hong-kong-time.ts';

/** Every rehearsal night is an election of its own whose id begins so, and no real election's id may: grants and guards go by it. */
export const REHEARSAL_IDS = 'rehearsal-';

/** Who did an act of a rehearsal night, in the private trail. No account can have this name. */
export const PLAYED_BY = '@rehearsal';

/** The id of the election that a night becomes, by its day in Hong Kong: `rehearsal-20261205`. */
export const rehearsalId = ({ closesAt }: { readonly closesAt: string }): string =>
  `${REHEARSAL_IDS}${hongKongDayOf(closesAt).replaceAll('-', '')}`;

export const isRehearsalId = (election: string): boolean => election.startsWith(REHEARSAL_IDS);
