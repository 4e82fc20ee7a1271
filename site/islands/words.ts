export type Fill = Readonly<Record<string, string | number>>;
export type Words = (key: string, fill?: Fill) => HTMLElement | null;

const filled = (text: string, fill: Fill): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = fill[name];
    return value === undefined ? whole : typeof value === 'number' ? value.toLocaleString('en') : value;
  });

/** The page's own words for the islands, with markup kept and placeholders filled. */
export const wordsOf = (page: Document): Words => {
  const source = page.querySelector<HTMLTemplateElement>('#island-words')?.content;
  return (key, fill = {}) => {
    const isOne = fill['count'] === 1 || fill['minutes'] === 1;
    const found =
      (isOne && source?.querySelector(`[data-word="${key}.one"]`)) ||
      source?.querySelector(`[data-word="${key}"]`);
    if (!found) return null;
    const copy = page.importNode(found, true) as HTMLElement;
    const texts = page.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      text.data = filled(text.data, fill);
    }
    return copy;
  };
};
