/** The page that checks an election: asks a worker, and shows what it answers. Loaded on this page only. */
import type { Language } from '#shared/election/text.ts';
import { dropFiles } from '../drop-files.ts';
import { fill, find } from '../parts.ts';
import { entryOfHash, showEntry, showEntryComing, showNoEntry } from './entry-view.ts';
import type { Asked, Told } from './messages.ts';
import { said, save } from './said.ts';
import { showTrouble, showVerdict } from './verdict-view.ts';

const MEMORY = 'open-returns.seen';

/** Browsers may be told to keep nothing: then every check is the first. */
const recall = (): string | null => {
  try {
    return localStorage.getItem(MEMORY);
  } catch {
    return null;
  }
};

const keep = (remembered: string): void => {
  try {
    localStorage.setItem(MEMORY, remembered);
  } catch {
    // Nothing is remembered then; the verdict stands without it.
  }
};

const page = (root: HTMLElement): void => {
  const { election = '', vkey = '' } = root.dataset;
  let byWholeRules = root.dataset['wholeRules'] !== undefined;
  const language = document.documentElement.lang as Language;
  const status = find<HTMLElement>('[data-verify-status]');
  const progressBox = find<HTMLElement>('[data-verify-progress]');
  const progress = find<HTMLProgressElement>('progress', progressBox);
  const buttons = root.querySelectorAll<HTMLButtonElement>('[data-start], [data-start-all]');
  let startedAt = 0;
  let isCopy = false;
  let report = '';

  const running = (isRunning: boolean): void => {
    progressBox.hidden = !isRunning;
    for (const button of buttons) button.disabled = isRunning;
  };

  const focusOn = (heading: HTMLElement): void => {
    running(false);
    heading.focus();
    heading.scrollIntoView({ block: 'start' });
  };

  const hear = (told: Told): void => {
    switch (told.kind) {
      case 'progress': {
        const { stage, entries, size, files } = told.progress;
        const words = said(`stage.${stage}`, { count: size, entries, size, files });
        fill(progressBox, { progress: words });
        progress.max = Math.max(1, size);
        progress.value = entries;
        return;
      }
      case 'verdict': {
        keep(told.verdict.remembered);
        report = told.verdict.report;
        const heading = showVerdict(told.verdict, { milliseconds: performance.now() - startedAt, isCopy });
        status.textContent = told.isMemoryLost ? said('problem.memory') : '';
        return focusOn(heading);
      }
      case 'trouble':
        if (told.trouble === 'needs-whole-rules' && asked) {
          byWholeRules = true;
          worker = stop();
          return ask(asked);
        }
        report = '';
        return focusOn(showTrouble(said(`problem.${told.trouble}`, { election })));
      case 'entry':
        return showEntry(told.entry, election);
      case 'no-entry':
        return showNoEntry(told.index, told.isBeyond, told.why);
      case 'proven':
        return showProof(said('proof.ok', { ...told }), told.text);
      case 'not-proven':
        return showProof(`${said('proof.bad')} ${said(`proof.${told.because}`)}`, told.why);
    }
  };

  const showProof = (words: string, text: string): void => {
    const box = find<HTMLElement>('[data-proof-answer]');
    box.hidden = false;
    fill(box, { 'proof-words': words, 'proof-text': text });
    status.textContent = words;
  };

  const start = (): Worker => {
    const started = byWholeRules
      ? new Worker(new URL('./whole-worker.ts', import.meta.url), { type: 'module' })
      : new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
    started.addEventListener('error', (event) => {
      event.preventDefault();
      worker = null;
      if (!progressBox.hidden) hear({ kind: 'trouble', trouble: 'crashed', why: event.message });
    });
    return started;
  };

  let worker: Worker | null = null;
  let asked: Asked | null = null;
  const ask = (next: Asked): void => {
    asked = next;
    worker ??= start();
    worker.postMessage(next);
  };

  const verify = (copy: Blob | null, allVersions: boolean): void => {
    if (!progressBox.hidden) worker = stop();
    isCopy = copy !== null;
    startedAt = performance.now();
    fill(progressBox, { progress: said('stage.start') });
    progress.removeAttribute('value');
    status.textContent = said('running');
    running(true);
    ask({ kind: 'verify', election, language, copy, remembered: recall(), allVersions });
  };

  /** A worker in the middle of its work hears nothing: it is ended, and the next one begun when it is needed. */
  const stop = (): null => {
    worker?.terminate();
    return null;
  };

  const expectProof = (): void => worker?.postMessage({ kind: 'proof-expected' } satisfies Asked);

  const goToEntry = (): void => {
    const index = entryOfHash(location.hash);
    if (index === null) return;
    const heading = showEntryComing(index);
    heading.focus();
    heading.scrollIntoView({ block: 'start' });
    ask({ kind: 'entry', election, index });
  };

  const chosen = (selector: string, take: (files: readonly File[]) => void): void => {
    const input = find<HTMLInputElement>(selector);
    input.addEventListener('change', () => {
      take([...(input.files ?? [])]);
      // The same file may be chosen again.
      input.value = '';
    });
    const area = input.closest<HTMLElement>('[data-drop]');
    if (area) dropFiles(area, take);
  };

  find('[data-start]').addEventListener('click', () => verify(null, false));
  find('[data-start-all]').addEventListener('click', () => verify(null, true));
  find('[data-again]').addEventListener('click', () => verify(null, false));
  find('[data-verify-cancel]').addEventListener('click', () => {
    worker = stop();
    running(false);
    status.textContent = said('cancelled');
    find<HTMLElement>('[data-start]').focus();
  });
  find('[data-save]').addEventListener('click', () =>
    save(`${election}-verification.json`, report, 'application/json'),
  );
  chosen('#verify-copy', ([copy]) => copy && verify(copy, false));
  chosen('#verify-proof', (files) => files.length > 0 && ask({ kind: 'proof', vkey, files }));
  find<HTMLFormElement>('[data-look]').addEventListener('submit', (event) => {
    event.preventDefault();
    const { value } = find<HTMLInputElement>('[data-look] input');
    const hash = `#entry-${Number(value.replaceAll(/[^\d]/g, ''))}`;
    if (location.hash === hash) goToEntry();
    else location.hash = hash;
  });
  addEventListener('hashchange', goToEntry);
  for (const part of document.querySelectorAll('[data-proof-part]'))
    for (const turn of ['pointerenter', 'focusin', 'dragenter'])
      part.addEventListener(turn, expectProof, { once: true });

  for (const part of document.querySelectorAll<HTMLElement>('[data-script-part]')) part.hidden = false;
  find<HTMLElement>('[data-without-script]').hidden = true;
  // Loaded while there is a network: a copy can be checked without one.
  worker = start();
  goToEntry();
};

const root = document.querySelector<HTMLElement>('[data-verify]');
if (root) page(root);
