import { noticeScope } from '#shared/election/notice.ts';
import type { NoticeDraft } from '#shared/recount/notice-drafts.ts';

/** A draft has no number of its own until it is posted: it is known by its act's kind, its place and whom it is about. */
export const draftId = ({ for: act, notice }: Pick<NoticeDraft, 'for' | 'notice'>): string => {
  const affected = notice.type === 'N8' ? [notice.contents?.['affected']].flat() : [];
  const whom = affected.filter((id) => typeof id === 'string');
  return [act, notice.type, noticeScope(notice), ...whom].join('_');
};
