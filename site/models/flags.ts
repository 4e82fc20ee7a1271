import type { Warning } from '#shared/election/acts.ts';
import type { Language } from '#shared/election/text.ts';
import { describeWarning } from '#shared/election/warning-words.ts';

export interface Flag {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

/** A flag as the public reads it: what the figures show, never why; its remedy is for officers. */
export const flagOf = (warning: Warning, language: Language): Flag => {
  const { title, text } = describeWarning(warning, language);
  return { code: warning.code, title, text };
};
