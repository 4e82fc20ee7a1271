import type { Change, ConstituencyResult } from '#shared/recount/results.ts';
import { count } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { contestantById, unitOf } from './subject.ts';

/** One accepted act that changed published figures, with every figure it changed. */
export interface ChangeGroup {
  readonly entry: number;
  readonly at: string;
  readonly station: string | null;
  readonly reason: string | null;
  /** Without figures where what changed is not published. */
  readonly figures: readonly {
    readonly what: string;
    readonly shown: { readonly old: string; readonly now: string } | null;
  }[];
}

const shown = (value: string | number | null): string =>
  value === null ? '–' : typeof value === 'number' ? count(value) : value;

const choiceOf = (path: readonly string[], result: ConstituencyResult, words: Words): string => {
  const choice = path.at(-1);
  const number = contestantById(result.contestants)(path.slice(0, -1).join('.'))?.number ?? path[0] ?? '';
  const named =
    choice === 'support' || choice === 'oppose' || choice === 'abstain' ? words.net[choice] : choice;
  return `${words.unit('candidate', number)}, ${named}`;
};

const whatOf = (change: Change, result: ConstituencyResult, words: Words): string => {
  const [head, ...rest] = change.field.split('.');
  const tail = rest.join('.');
  if (head === 'votes') {
    const found = contestantById(result.contestants)(tail);
    return words.unit(unitOf(result.system), found?.number ?? tail);
  }
  const grounds: Readonly<Record<string, string>> = words.station.grounds;
  if (head === 'choices') return choiceOf(rest, result, words);
  if (head === 'invalid' || head === 'rejected') return words.changes.invalid(grounds[tail] ?? tail);
  if (head === 'account') return `${words.station.account}: ${grounds[tail] ?? tail}`;
  const fields: Readonly<Record<string, string>> = words.changes.fields;
  return fields[change.field] ?? change.field;
};

/** Newest act first; a changed state is told by the strip and the acts, so only figures stand here. */
export const changeGroups = (result: ConstituencyResult, words: Words): readonly ChangeGroup[] => {
  const groups = new Map<string, Change[]>();
  for (const change of result.changes) {
    if (change.field === 'status') continue;
    const key = `${change.entry}-${change.station ?? ''}`;
    const found = groups.get(key);
    if (found) found.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()]
    .flatMap((changes): ChangeGroup[] => {
      const [first] = changes;
      if (first === undefined) return [];
      const figures = changes.map((change) => ({
        what: whatOf(change, result, words),
        shown: change.field === 'withheld' ? null : { old: shown(change.old), now: shown(change.new) },
      }));
      return [{ entry: first.entry, at: first.at, station: first.station, reason: first.reason, figures }];
    })
    .sort((a, b) => b.entry - a.entry);
};
