import { type NameIndex, nameIndex } from '../name-index.ts';
import { requireWhole } from './whole-figures.ts';

/** Papers with the same effective preferences, best first, none twice [2016 ¶5.91]. */
export interface Ballot {
  readonly order: readonly string[];
  readonly papers: number;
}

/** Closes a ballot's preferences, and stands for nobody: the paper is exhausted. */
const END = 0xffff;

/**
 * All ballots in flat arrays: a million of ten preferences take about 36 MB, and no object each. A round looks through `current`, which is
 * small, and touches no more of the ballots than those that pass on.
 * Indices into them are made here, so reads are asserted where they stand: a reading function shared by
 * arrays of different kinds makes the count five times slower.
 */
interface Store {
  readonly candidates: NameIndex;
  /** Preferences of all ballots, one after the other, each closed by END. */
  ranks: Uint16Array<ArrayBuffer>;
  ranksUsed: number;
  /** Per ballot: whom it counts for, or END. */
  current: Uint16Array<ArrayBuffer>;
  /** Per ballot: where its current preference stands in `ranks`. */
  cursor: Uint32Array<ArrayBuffer>;
  papers: Float64Array<ArrayBuffer>;
  ballots: number;
}

export interface Transfer {
  /** `moved.get(from)[to]`, by candidate index. */
  readonly moved: ReadonlyMap<number, readonly number[]>;
  readonly exhausted: number;
}

/** The papers on the counting table. */
export interface PreferencePapers {
  readonly valid: number;
  /** By candidate index. */
  readonly firstPreferences: readonly number[];
  /** Every paper bears a first preference only [2016 App.3 ¶2]. */
  readonly firstOnly: boolean;
  /**
   * Passes the papers of those going out to the next preference that is still in the count; `continuing`
   * is by candidate index and already false for all of them [2016 App.3 annex ¶2.3, ¶2.7, ¶2.10].
   */
  readonly passOn: (leaving: readonly number[], continuing: readonly boolean[]) => Transfer;
}

const emptyStore = (candidates: readonly string[]): Store => ({
  candidates: nameIndex(candidates),
  ranks: new Uint16Array(4096),
  ranksUsed: 0,
  current: new Uint16Array(1024),
  cursor: new Uint32Array(1024),
  papers: new Float64Array(1024),
  ballots: 0,
});

const makeRoom = (store: Store, ranks: number): void => {
  while (store.ranksUsed + ranks > store.ranks.length) {
    store.ranks = new Uint16Array(store.ranks.buffer.transfer(store.ranks.byteLength * 2));
  }
  if (store.ballots === store.cursor.length) {
    store.current = new Uint16Array(store.current.buffer.transfer(store.current.byteLength * 2));
    store.cursor = new Uint32Array(store.cursor.buffer.transfer(store.cursor.byteLength * 2));
    store.papers = new Float64Array(store.papers.buffer.transfer(store.papers.byteLength * 2));
  }
};

/** Stores one ballot for its first preference and says whose that is. */
const addBallot = (store: Store, { order, papers }: Ballot): number => {
  if (order.length === 0) throw new RangeError('A valid paper has a first preference');
  if (!Number.isSafeInteger(papers) || papers < 0) requireWhole('Papers', [papers]);
  makeRoom(store, order.length + 1);
  const start = store.ranksUsed;
  for (const id of order) {
    const candidate = store.candidates.placeOf(id);
    if (candidate === undefined) throw new RangeError(`A preference for somebody who does not stand: ${id}`);
    store.ranks[store.ranksUsed] = candidate;
    store.ranksUsed += 1;
  }
  store.ranks[store.ranksUsed] = END;
  store.ranksUsed += 1;
  const first = store.ranks[start] as number;
  store.current[store.ballots] = first;
  store.cursor[store.ballots] = start;
  store.papers[store.ballots] = papers;
  store.ballots += 1;
  return first;
};

/** Moves a ballot's cursor to its next preference still in the count, and names it or END. */
const nextAvailable = (store: Store, ballot: number, continuing: readonly boolean[]): number => {
  let at = store.cursor[ballot] as number;
  let to = store.ranks[at] as number;
  while (to !== END && !continuing[to]) {
    at += 1;
    to = store.ranks[at] as number;
  }
  store.cursor[ballot] = at;
  return to;
};

/** Passes one candidate's papers on; papers by receiver index, with the exhausted ones in the place after the last. */
const passPapers = (store: Store, candidate: number, continuing: readonly boolean[]): number[] => {
  const { current, papers, ballots } = store;
  const exhausted = continuing.length;
  const moved: number[] = [...continuing.map(() => 0), 0];
  for (let ballot = 0; ballot < ballots; ballot += 1) {
    if (current[ballot] !== candidate) continue;
    const to = nextAvailable(store, ballot, continuing);
    current[ballot] = to;
    const place = to === END ? exhausted : to;
    moved[place] = (moved[place] as number) + (papers[ballot] as number);
  }
  return moved;
};

const passAll = (store: Store, leaving: readonly number[], continuing: readonly boolean[]): Transfer => {
  const moved = new Map<number, readonly number[]>();
  let exhausted = 0;
  for (const candidate of leaving) {
    const row = passPapers(store, candidate, continuing);
    exhausted += row[continuing.length] as number;
    moved.set(candidate, row.slice(0, continuing.length));
  }
  return { moved, exhausted };
};

/** Lays the papers out by first preference; throws on a ballot without one, which is no valid paper. */
export const readPapers = (candidates: readonly string[], ballots: Iterable<Ballot>): PreferencePapers => {
  if (candidates.length >= END) throw new RangeError(`Too many candidates to count: ${candidates.length}`);
  const store = emptyStore(candidates);
  const firstPreferences = candidates.map(() => 0);
  let valid = 0;
  let firstOnly = true;
  for (const ballot of ballots) {
    const first = addBallot(store, ballot);
    firstPreferences[first] = (firstPreferences[first] as number) + ballot.papers;
    valid += ballot.papers;
    firstOnly &&= ballot.order.length === 1 || ballot.papers === 0;
  }
  requireWhole('Valid papers', [valid]);
  return {
    valid,
    firstPreferences,
    firstOnly,
    passOn: (leaving, continuing) => passAll(store, leaving, continuing),
  };
};
