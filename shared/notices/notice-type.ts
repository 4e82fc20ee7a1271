import type { DeadlineName } from '../calendar/deadline-rules.ts';
import type { Role } from '../election/acts.ts';
import type { NoticeTypeId } from '../election/notice.ts';
import type { Language } from '../election/text.ts';
import type { FieldRule, NoticeRule } from './notice-rules.ts';

/** Words written in each language. */
export type Told = Readonly<Record<Language, string>>;

export const told = (en: string, hant: string, hans: string): Told => ({
  en,
  'zh-Hant': hant,
  'zh-Hans': hans,
});

/** One prescribed content of a notice: what a form asks for, and what a page shows. */
export interface NoticeField extends FieldRule {
  readonly label: Told;
  readonly choices?: Readonly<Record<string, Told>>;
}

export type NoticeTopic =
  | 'nominations'
  | 'stations'
  | 'poll'
  | 'count'
  | 'result'
  | 'ended'
  | 'registers'
  | 'conduct';

export interface NoticeTiming {
  readonly words: Told;
  /** The last day, where the rules name one; editions may differ. */
  readonly deadline?: DeadlineName;
  readonly deadline2008?: DeadlineName;
  /** `by` that day, `on` it, or `from` it on. */
  readonly is?: 'by' | 'on' | 'from';
}

/** Whether a notice must stand in the Gazette itself, may do so, never does, or is followed by one that does. */
export type GazetteNeed = 'required' | 'soon' | 'may' | 'none' | 'follows';

/** What a kind of notice is called, who posts it, where and when. */
export interface NoticeWording {
  readonly id: NoticeTypeId;
  readonly name: Told;
  readonly topic: NoticeTopic;
  /** Who may post it; the first is the one whom the text names. */
  readonly roles: readonly Role[];
  /** Whom the text names, where that is more than the role says. */
  readonly by?: Told;
  /** Where the law wants it; the web never replaces it. */
  readonly place: Told;
  readonly timing: NoticeTiming;
  readonly gazette: GazetteNeed;
  readonly source: string;
}

/** One row of the rules' table of notices. */
export interface NoticeType extends NoticeWording, Omit<NoticeRule, 'fields'> {
  readonly fields: readonly NoticeField[];
}
