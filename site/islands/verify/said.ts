import { find } from '../parts.ts';

export type Fill = Readonly<Record<string, string | number>>;

/** The page's own words, with `{places}` filled in; figures are grouped as on every page. */
export const said = (key: string, values: Fill = {}): string => {
  const words = find<HTMLTemplateElement>('#verify-words').content;
  const one = values['count'] === 1 ? words.querySelector(`[data-word="${key}.one"]`) : null;
  const text = (one ?? words.querySelector(`[data-word="${key}"]`))?.textContent ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? value.toLocaleString('en') : value;
  });
};

/** `3.2 MB`, as the pages write it. */
export const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Offers something made in the page as a file. */
export const save = (name: string, content: BlobPart, type: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
