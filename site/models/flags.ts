import type { Language } from '#shared/election/text.ts';
import { describeWarning } from '#shared/election/warning-words.ts';
import type { Flag as ResultFlag } from '#shared/recount/results.ts';

export interface Flag {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  /** What the station said to it. */
  readonly explanation: string | null;
}

/** A flag as the public reads it: what the figures show, never why; its remedy is for officers. */
export const flagOf = (warning: ResultFlag, language: Language): Flag => {
  const { title, text } = describeWarning(warning, language);
  return { code: warning.code, title, text, explanation: warning.explanation ?? null };
};
