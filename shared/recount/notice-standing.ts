import { isContested } from '../election/check-definition.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import type { Notice } from '../election/notice.ts';
import { noticeIdOf } from '../election/notice.ts';
import { checkNotice } from '../notices/check-notice.ts';
import { NOTICE_RULES } from '../notices/notice-rules.ts';
import { struckNames } from './candidate-stage.ts';
import type { ElectionFold, NoticeFold } from './election-fold.ts';
import { constituencyOf } from './tally.ts';

/** What the ledger so far says of names struck off, by constituency. */
export const struckIn =
  ({ definition, constituencies }: Pick<ElectionFold, 'definition' | 'constituencies'>) =>
  (constituency: string): ReadonlySet<string> =>
    definition ? struckNames(definition, constituencies.get(constituency)?.events ?? []) : new Set();

/** Whether a notice speaks of a count, so that it waits for the close of poll: where nobody contests there is none [2016 ¶2.22, ¶15.4]. */
export const isOfCount = (
  definition: ElectionDefinition,
  { type, constituency }: Pick<Notice, 'type' | 'constituency'>,
  struck: (constituency: string) => ReadonlySet<string>,
): boolean => {
  if (!NOTICE_RULES[type].ofCount) return false;
  const found = constituency === undefined ? undefined : constituencyOf(definition, constituency);
  return !found || isContested(found, struck(found.id));
};

/** Notices that may take one another's place: of one sequence of numbers and one kind. */
export const mayFollow = (before: Notice, notice: Notice): boolean =>
  before.type === notice.type &&
  before.constituency === notice.constituency &&
  before.station === notice.station;

const sequenceTrouble = (known: NoticeFold | undefined, { revision }: Notice): string | null => {
  const newest = known?.revisions.at(-1)?.act.body.revision ?? 0;
  return revision > newest ? null : 'superseded';
};

/** Why a notice of the ledger cannot stand, or null: readers recompute this, whatever accepted it. */
export const noticeTrouble = (fold: ElectionFold, notice: Notice): string | null => {
  const { definition, notices, pollClosed } = fold;
  if (!definition) return 'unknown-constituency';
  const [problem] = checkNotice(definition, notice);
  if (problem) return problem.code;
  if (!pollClosed && isOfCount(definition, notice, struckIn(fold))) return 'before-close';
  const { supersedes } = notice;
  const before = supersedes === undefined ? undefined : notices.get(supersedes)?.revisions.at(-1)?.act.body;
  if (supersedes !== undefined && !(before && mayFollow(before, notice))) return 'notice-unknown';
  return sequenceTrouble(notices.get(noticeIdOf(notice)), notice);
};
