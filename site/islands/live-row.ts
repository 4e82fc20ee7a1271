import { keepPlace } from './keep-place.ts';
import { newPatch, patchChildren } from './patch-nodes.ts';
import type { Words } from './words.ts';

const announceKey = 'open-returns:announce';

/** The row under the state strip where the page says what just happened and what can be done about it. */
export const liveRow = (page: Document, words: Words) => {
  const row = page.querySelector('[data-live-row]');
  const part = <Tag extends 'a' | 'button' | 'p'>(tag: Tag, name: string): HTMLElementTagNameMap[Tag] => {
    const element = page.createElement(tag);
    element.className = `live-${name}`;
    element.hidden = true;
    row?.append(element);
    return element;
  };
  const alert = part('p', 'alert');
  const note = part('p', 'note');
  const declared = part('a', 'declared');
  const sort = part('button', 'sort');
  const announce = part('button', 'announce');
  let applyOrder: (() => void) | null = null;
  let wantsReports = false;

  const fill = (element: HTMLElement, word: HTMLElement | null) => {
    patchChildren(element, word ?? page.createElement('p'), newPatch());
    element.hidden = !word;
  };

  sort.onclick = () => {
    if (applyOrder) keepPlace(page, applyOrder);
    applyOrder = null;
    fill(sort, words('sorted'));
  };
  // A control must not vanish under the reader: it stays until focus has left it.
  sort.onblur = () => {
    sort.hidden ||= !applyOrder;
  };

  const chooseReports = (isChosen: boolean) => {
    wantsReports = isChosen;
    announce.ariaPressed = String(isChosen);
  };
  fill(announce, words('announce'));
  announce.onclick = () => {
    chooseReports(!wantsReports);
    sessionStorage.setItem(announceKey, String(wantsReports));
  };
  chooseReports(false);
  try {
    chooseReports(sessionStorage.getItem(announceKey) === 'true');
  } catch {
    // Storage is forbidden here; the choice then lasts as long as the page.
  }

  return {
    /** No report is to come: there is nothing to announce. */
    retire: () => {
      announce.hidden = true;
    },
    /** Says the news; without any, what was said before stands. */
    note: (word: HTMLElement | null) => word && fill(note, word),
    alert: (kind: string, word: HTMLElement | null) => {
      alert.className = `live-alert live-${kind}`;
      fill(alert, word);
    },
    offerSort: (count: number, apply: () => void) => {
      applyOrder = count > 0 ? apply : null;
      if (applyOrder) fill(sort, words('sort', { count }));
      else sort.hidden ||= page.activeElement !== sort;
    },
    offerDeclared: (isDeclared: boolean) => {
      declared.href = location.pathname;
      fill(declared, isDeclared ? words('show-declared') : null);
    },
    wantsReports: () => wantsReports,
  };
};
