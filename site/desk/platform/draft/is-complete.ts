import { safeParse } from 'zod/mini';
import { SubmissionItem } from '#shared/advertisements/submission.ts';
import type { Draft, DraftItem } from './draft.ts';
import { itemsOf } from './submission-of.ts';

/** Whether an advertisement has its copy, or the address of what no copy can be made of [2016 ¶8.50]. */
export const hasCopy = (item: SubmissionItem): boolean =>
  item.kind !== 'advertisement' ||
  item.advertisement.files.length > 0 ||
  (item.advertisement.links ?? []).length > 0;

const corrects = (item: SubmissionItem): boolean =>
  item.kind !== 'correction' ||
  Object.keys(item.particulars).length > 0 ||
  item.numberAdded !== undefined ||
  item.permissions !== undefined;

/** The items that could not be announced as they stand, their files apart. */
export const openItems = (draft: Draft): readonly DraftItem[] => {
  const items = itemsOf(draft);
  return draft.items.filter((_, index) => {
    const item = items[index];
    return !item || !safeParse(SubmissionItem, item).success || !hasCopy(item) || !corrects(item);
  });
};

/** Whether a draft can be announced: every item is whole. Files that are still read, or cannot be filed, come later or never. */
export const isComplete = (draft: Draft): boolean => draft.items.length > 0 && openItems(draft).length === 0;
