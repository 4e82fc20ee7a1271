import { UNKNOWN_ORIGIN } from '../models/unknown-origin.ts';

/** Puts the site's own address into what is copied, and a button beside it. Without it the same text can be selected by hand. */
export const prepareSnippets = (place: HTMLElement): void => {
  const { copy = '', copied = '' } = place.dataset;
  for (const snippet of place.querySelectorAll<HTMLElement>('[data-snippet]')) {
    const text = (snippet.textContent ?? '').replaceAll(UNKNOWN_ORIGIN, location.origin);
    snippet.textContent = text;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.dataset['island'] = '';
    button.textContent = copy;
    button.ariaLive = 'polite';
    button.onclick = () =>
      void navigator.clipboard.writeText(text).then(() => {
        button.textContent = copied;
      });
    if (navigator.clipboard) snippet.after(button);
  }
  place.querySelector('[data-origin-note]')?.remove();
};
