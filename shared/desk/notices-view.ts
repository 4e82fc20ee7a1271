import type { ElectionDefinition } from '../election/definition.ts';
import type { Notice } from '../election/notice.ts';
import type { NoticeDays } from '../notices/when-due.ts';
import type { NoticeDraft } from '../recount/notice-drafts.ts';
import type { NoticeResult } from '../recount/notice-results.ts';
import type { OwedNotice } from '../recount/notices-owed.ts';

/** What an officer sees of notices, and what their forms are made from: `GET …/notices/drafts`. */
export interface NoticesView {
  readonly election: string;
  readonly now: string;
  readonly drafts: readonly NoticeDraft[];
  readonly owed: readonly OwedNotice[];
  readonly posted: readonly NoticeResult[];
  readonly definition: ElectionDefinition;
  /** By constituency; under the empty name those of the whole election. */
  readonly days: Readonly<Record<string, NoticeDays>>;
  /** The last number of each sequence that has one, by its scope: `e`, `c-LC1`, `s-A0101`. */
  readonly numbers: Readonly<Record<string, number>>;
  /** The newest revision of each notice as it was sent, by its id. */
  readonly bodies: Readonly<Record<string, Notice>>;
}
