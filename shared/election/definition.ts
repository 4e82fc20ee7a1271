import * as z from 'zod/mini';
import { type NameIndex, nameIndex } from '../name-index.ts';
import { AddressId, ContestantId, Instant, Papers } from './identifiers.ts';
import { lineOf, Text } from './text.ts';

export const CONSTITUENCY_KINDS = [
  'geographical',
  'dc_second',
  'ordinary_fc',
  'special_fc',
  'referendum',
] as const;

export const VOTING_SYSTEMS = [
  'list_pr',
  'preferential',
  'first_past_the_post',
  'net_support',
  'nomination',
] as const;

export const STATION_KINDS = [
  'polling_counting',
  'small_polling',
  'main_counting',
  'dedicated_polling',
  'sorting',
  'central_counting',
  'online',
] as const;

/** Kinds of station whose papers are always counted elsewhere [2016 ¶5.2, ¶5.53]. */
export const NEVER_COUNTING: ReadonlySet<string> = new Set(['small_polling', 'dedicated_polling', 'sorting']);

const Candidate = z.strictObject({ id: ContestantId, name: Text });

/** What a vote is given to: a list with its names in order, or one candidate. */
const Contestant = z.strictObject({
  id: ContestantId,
  number: lineOf(20),
  name: Text,
  affiliation: z.optional(Text),
  candidates: z.optional(z.array(Candidate).check(z.minLength(1), z.maxLength(200))),
});

const Constituency = z.strictObject({
  id: AddressId,
  kind: z.enum(CONSTITUENCY_KINDS),
  system: z.enum(VOTING_SYSTEMS),
  seats: z.int().check(z.gte(1), z.lte(1000)),
  electors: z.optional(Papers),
  name: Text,
  contestants: z.array(Contestant).check(z.maxLength(1000)),
});

const Station = z.strictObject({
  id: AddressId,
  kind: z.enum(STATION_KINDS),
  name: Text,
  constituency: AddressId,
  electors: z.optional(Papers),
  /** The station where this station's papers are counted. */
  countedAt: z.optional(AddressId),
});

export const EDITIONS = ['2008', '2016', 'popvote-2017'] as const;

/** An election as the chief electoral officer defines it; the schema of `election.json`. */
export const ElectionDefinition = z.strictObject({
  id: AddressId,
  title: Text,
  edition: z.enum(EDITIONS),
  timeZone: z.literal('Asia/Hong_Kong'),
  pollOpensAt: Instant,
  pollClosesAt: Instant,
  test: z.boolean(),
  rules: z.optional(z.strictObject({ quotaFraction: z.optional(z.enum(['disregard', 'keep'])) })),
  entry: z.optional(z.enum(['single', 'double'])),
  publishRankings: z.optional(z.boolean()),
  /** Whether the account and the questionable papers of a single counting place are public [F-4]. */
  publishAccounts: z.optional(z.boolean()),
  constituencies: z.array(Constituency).check(z.minLength(1), z.maxLength(200)),
  stations: z.array(Station).check(z.maxLength(5000)),
});

export type ElectionDefinition = z.infer<typeof ElectionDefinition>;
export type Constituency = z.infer<typeof Constituency>;
export type Contestant = z.infer<typeof Contestant>;
export type Station = z.infer<typeof Station>;
export type VotingSystem = (typeof VOTING_SYSTEMS)[number];

/** True where a station counts votes itself and so owes a report [counting.md C-2: the smallest publishable unit]. */
export const countsVotes = (station: Station): boolean =>
  station.countedAt === undefined && !NEVER_COUNTING.has(station.kind);

/** A definition's places by their ids, and the contestants of each constituency. */
export interface Places {
  readonly constituencies: ReadonlyMap<string, Constituency>;
  readonly stations: ReadonlyMap<string, Station>;
  readonly contestants: ReadonlyMap<string, NameIndex>;
}

const knownPlaces = new WeakMap<ElectionDefinition, Places>();

/** Definitions do not change: their places are looked up once, however many reports speak of them. */
export const placesOf = (definition: ElectionDefinition): Places => {
  const known = knownPlaces.get(definition);
  if (known) return known;
  const { constituencies, stations } = definition;
  const places = {
    constituencies: new Map(constituencies.map((constituency) => [constituency.id, constituency])),
    stations: new Map(stations.map((station) => [station.id, station])),
    contestants: new Map(
      constituencies.map(({ id, contestants }) => [
        id,
        nameIndex(contestants.map((contestant) => contestant.id)),
      ]),
    ),
  };
  knownPlaces.set(definition, places);
  return places;
};

/** The stations whose reports make up a constituency, in definition order. */
export const countingStations = (definition: ElectionDefinition, constituency: string): readonly Station[] =>
  definition.stations.filter((station) => station.constituency === constituency && countsVotes(station));
