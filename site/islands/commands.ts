import { EXAMPLE_ORIGIN } from '../models/commands.ts';

/** Gives every command the address of this site, and a button that copies it. */
const enhance = (figure: HTMLElement): void => {
  const code = figure.querySelector('code');
  const caption = figure.querySelector('figcaption');
  if (!code || !caption) return;
  code.textContent = (code.textContent ?? '').replaceAll(EXAMPLE_ORIGIN, location.origin);
  const { copy = '', copied = '' } = figure.dataset;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = copy;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(code.textContent ?? '').then(() => {
      said.textContent = copied;
    });
  });
  caption.append(' ', button, ' ', said);
};

for (const figure of document.querySelectorAll<HTMLElement>('[data-command]')) enhance(figure);
