/** A theme as an address asks for it; anything else leaves the device's own. */
export type Theme = 'light' | 'dark';

export const isTheme = (text: string | null): text is Theme => text === 'light' || text === 'dark';

/** Shows the page in a theme, whatever the device prefers: the dark tokens are a sheet of their own. */
export const applyTheme = (asked: string | null): void => {
  if (!isTheme(asked)) return;
  const sheet = document.querySelector<HTMLLinkElement>('link[data-dark]');
  if (sheet) sheet.media = asked === 'dark' ? 'all' : 'not all';
  document.documentElement.style.colorScheme = asked;
};
