import { UNKNOWN_ORIGIN } from '../models/unknown-origin.ts';

/** A button below a text that copies it, and says so. */
const copyButton = (text: string, { copy = '', copied = '' }: DOMStringMap): HTMLButtonElement => {
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
  return button;
};

/** Puts the site's own address into what is copied, and a button below. Without it the same text can be selected by hand. */
export const prepareSnippets = (place: ParentNode): void => {
  for (const snippet of place.querySelectorAll<HTMLElement>('[data-snippet]')) {
    const code = snippet.querySelector('code') ?? snippet;
    const text = (code.textContent ?? '').replaceAll(UNKNOWN_ORIGIN, location.origin);
    code.textContent = text;
    if (navigator.clipboard) snippet.after(copyButton(text, snippet.dataset));
  }
  place.querySelector('[data-origin-note]')?.remove();
};
