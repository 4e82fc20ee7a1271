import type { DeadlineName } from '../calendar/deadlines.ts';
import type { Role } from '../election/acts.ts';
import type { NoticeTypeId } from '../election/notice.ts';
import type { Language } from '../election/text.ts';

/** Words written in each language. */
export type Told = Readonly<Record<Language, string>>;

export const told = (en: string, hant: string, hans: string): Told => ({
  en,
  'zh-Hant': hant,
  'zh-Hans': hans,
});

/** What a prescribed field holds. */
export type FieldKind =
  /** An instant with its offset. */
  | 'time'
  /** A calendar day, `2016-09-04`. */
  | 'day'
  | 'number'
  | 'telephone'
  /** One line that is no words of a language: an address on the web. */
  | 'line'
  /** Words, in the languages given. */
  | 'prose'
  /** Ids from the definition. */
  | 'candidates'
  | 'stations'
  | 'constituencies'
  /** Names of persons, bodies or places, which no definition knows. */
  | 'names'
  /** The same, each with a telephone number, or with a figure. */
  | 'contacts'
  | 'figures'
  | 'choice';

/** One prescribed content of a notice: what a form asks for, and what a page shows. */
export interface NoticeField {
  readonly id: string;
  readonly kind: FieldKind;
  readonly label: Told;
  readonly required: boolean;
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

/** What a notice belongs to; the first is the usual one. */
export type NoticeAbout = 'election' | 'constituency' | 'station';

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

/** One row of the rules' table of notices. */
export interface NoticeType {
  readonly id: NoticeTypeId;
  readonly name: Told;
  readonly topic: NoticeTopic;
  /** Who may post it; the first is the one whom the text names. */
  readonly roles: readonly Role[];
  /** Whom the text names, where that is more than the role says. */
  readonly by?: Told;
  readonly about: readonly NoticeAbout[];
  /** Where the law wants it; the web never replaces it. */
  readonly place: Told;
  readonly timing: NoticeTiming;
  readonly gazette: GazetteNeed;
  readonly fields: readonly NoticeField[];
  /**
   * `text`: the portal shows what it says. `fact`: it goes to those concerned only, by post or in writing, so that only its
   * posting is public and no word of it, with the personal data in it, ever reaches the ledger [F-5].
   */
  readonly disclosure: 'text' | 'fact';
  /** It says something of a count: where a poll is held it cannot be posted before the poll closes [2016 ¶15.4, C-1]. */
  readonly ofCount: boolean;
  /** A plan or map belongs to it. */
  readonly attachment: 'required' | 'expected' | 'optional';
  readonly source: string;
}
