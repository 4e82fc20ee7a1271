import { markFigures } from './figure-marks.ts';
import { newPatch, type Patch, patchNode } from './patch-nodes.ts';
import type { Words } from './words.ts';

const fragmentsOf = (page: Document): Map<string, Element> =>
  new Map(
    [...page.querySelectorAll('[data-live]')].map((found) => [found.getAttribute('data-live') ?? '', found]),
  );

const copyFacts = (shown: Document, fresh: Document) => {
  for (const [name, value] of Object.entries(fresh.documentElement.dataset))
    shown.documentElement.dataset[name] = value;
  if (fresh.title && shown.title !== fresh.title) shown.title = fresh.title;
};

/** Brings the live fragments of the shown page to what a newer bake of the same page says, each in its place. */
export const applyPage = (shown: Document, fresh: Document, told: { since: string; words: Words }): Patch => {
  const patch = newPatch();
  const fragments = fragmentsOf(fresh);
  for (const [key, fragment] of fragmentsOf(shown)) {
    const partner = fragments.get(key);
    if (partner) patchNode(fragment, partner, patch);
    else fragment.setAttribute('hidden', '');
  }
  copyFacts(shown, fresh);
  markFigures(shown, patch, told);
  return patch;
};
