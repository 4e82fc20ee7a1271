import type { Language } from '#shared/election/text.ts';
import type { ConstituencySummary, ElectionResults } from '#shared/recount/results.ts';
import type { Phrase } from '../words/phrase.ts';
import type { Words } from '../words/words.ts';
import { nameIn } from './names.ts';

export interface Act {
  readonly at: string;
  readonly entry: number;
  readonly text: Phrase;
}

const actsOf = (result: ConstituencySummary, words: Words, language: Language): Act[] => {
  const w = words.election.acts;
  const name = nameIn(result.name, language);
  const acts: Act[] = [];
  const { declaration } = result;
  if (declaration !== null) {
    const tell = { elected: w.declared, failed: w.failed, terminated: w.terminated }[declaration.outcome];
    acts.push({ at: declaration.declaredAt, entry: declaration.entry, text: tell(name) });
  }
  if (result.status === 'corrected') {
    acts.push({ at: result.asOf, entry: Math.max(...result.entries), text: w.corrected(name, null) });
  }
  for (const recount of result.recounts) {
    const tell = recount.decision === 'allowed' ? w.recount : w.recountRefused;
    acts.push({ at: recount.at, entry: recount.entry, text: tell(name) });
  }
  return acts;
};

/** Declarations, recounts and corrections of the whole election, newest first. */
export const latestActs = (results: ElectionResults, words: Words, language: Language): readonly Act[] =>
  results.constituencies
    .flatMap((result) => actsOf(result, words, language))
    .sort((a, b) => b.entry - a.entry)
    .slice(0, 8);
