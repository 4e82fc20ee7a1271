import { deskTraining } from './desk-training.ts';
import type { ElectionScript } from './election-script.ts';
import { legco2012 } from './legco-2012.ts';
import { popvote2017 } from './popvote-2017.ts';
import { rehearsal2016 } from './rehearsal-2016.ts';

const SCRIPTS: ReadonlyMap<string, () => ElectionScript> = new Map([
  ['legco-2012', () => legco2012()],
  ['legco-2016-rehearsal', () => rehearsal2016()],
  ['popvote-2017', () => popvote2017()],
  ['desk-training', () => deskTraining()],
]);

/** The elections that come with the product, the one that `npm start` replays first. */
export const electionScripts = (): readonly string[] => [...SCRIPTS.keys()];

/** Those whose night can be replayed; in the others officers do everything themselves. */
export const replayedElections = (): readonly string[] =>
  electionScripts().filter((id) => id !== 'desk-training');

/** An election that comes with the product, or null where none has this id. */
export const loadElection = (id: string): ElectionScript | null => SCRIPTS.get(id)?.() ?? null;
