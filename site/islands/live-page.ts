/** All that a live page does by script, in one file: a request less while the night is busy. */
import './refresh.ts';
import './charts.ts';

const snippets = document.querySelector<HTMLDetailsElement>('details[data-snippets]');
// Few readers want them: loaded once they are opened.
snippets?.addEventListener(
  'toggle',
  () => void import('./snippets.ts').then(({ prepareSnippets }) => prepareSnippets(snippets)),
  { once: true },
);
