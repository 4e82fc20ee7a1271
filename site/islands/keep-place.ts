/** What the reader is looking at: under the pointer, focused, or a third down the window. */
const anchorOf = (page: Document): Element | null => {
  const [hovered] = [...page.querySelectorAll('body :hover')].slice(-1);
  if (hovered) return hovered;
  const focused = page.querySelector(':focus');
  const top = focused?.getBoundingClientRect().top ?? -1;
  if (top >= 0 && top < innerHeight) return focused;
  return scrollY > 0 ? page.elementFromPoint(innerWidth / 2, innerHeight / 3) : null;
};

const keepScroll = (page: Document): (() => void) => {
  const anchor = anchorOf(page);
  const topOf = () => anchor?.getBoundingClientRect().top ?? 0;
  const before = topOf();
  return () => {
    if (anchor?.isConnected) scrollBy({ top: topOf() - before, behavior: 'instant' });
  };
};

/** A focused element that had to go hands the focus to what stood around it. */
const keepFocus = (page: Document): (() => void) => {
  const focused = page.querySelector<HTMLElement>(':focus');
  const path: HTMLElement[] = [];
  for (let at = focused; at; at = at.parentElement) path.push(at);
  return () => {
    const place = path.find((element) => element.isConnected);
    if (!place || page.activeElement === focused) return;
    if (place !== focused) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
};

const keepSelection = (page: Document): (() => void) => {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed) return () => undefined;
  const { anchorNode: from, anchorOffset: fromAt, focusNode: to, focusOffset: toAt } = selection;
  const within = (node: Node, offset: number) =>
    Math.min(offset, (node as Text).length ?? node.childNodes.length);
  return () => {
    if (!from?.isConnected || !to?.isConnected) return;
    if (selection.anchorOffset === fromAt && selection.focusOffset === toAt) return;
    selection.setBaseAndExtent(from, within(from, fromAt), to, within(to, toAt));
  };
};

/** Changes the page without moving what the reader looks at, has selected or has focused. */
export const keepPlace = <T>(page: Document, change: () => T): T => {
  const restore = [keepFocus(page), keepSelection(page), keepScroll(page)];
  const outcome = change();
  for (const step of restore) step();
  return outcome;
};
