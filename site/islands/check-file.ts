import { bytes, count, shownTimeToSecond } from '../words/format.ts';
import { dropFiles } from './drop-files.ts';
import { hashFile } from './hash-file.ts';
import { copyOf, fill, find } from './parts.ts';
import { type Asked, answersTo, type ReceivedFile, readAsked, readReceived } from './received-hashes.ts';

/** Tells whether a file, a hash or a reference is on record. Files are hashed here, and never sent. */

type Key =
  | 'match'
  | 'matchOf'
  | 'matchReference'
  | 'noMatch'
  | 'noReference'
  | 'badReference'
  | 'notUnderstood'
  | 'failed'
  | 'unreadable'
  | 'cancelled';

interface Answer {
  readonly words: Key;
  /** What was asked about: a file's name, or what was typed. */
  readonly about: string;
  readonly sha256?: string;
  readonly found?: readonly ReceivedFile[];
}

const page = (form: HTMLFormElement) => {
  const { dataset } = form;
  const words = (key: string): string => dataset[key] ?? '';
  const answers = find<HTMLElement>('[data-answers]');
  const status = find('[data-check-status]');
  const progress = find<HTMLProgressElement>('[data-check-progress] progress');
  const progressBox = find<HTMLElement>('[data-check-progress]');
  const chosen = find<HTMLInputElement>('input[type=file]', form);

  const record = (file: ReceivedFile): DocumentFragment => {
    const part = copyOf('record');
    fill(part, {
      reference: file.reference,
      receivedAt: shownTimeToSecond(file.receivedAt),
      entry: count(file.entry),
      size: count(file.bytes),
      sha256: file.sha256,
    });
    find<HTMLAnchorElement>('a', part).href = words('advertiser').replace(
      '{account}',
      encodeURIComponent(file.account),
    );
    return part;
  };

  const answer = ({ words: key, about, sha256, found = [] }: Answer): void => {
    const part = copyOf(found.length > 0 ? 'match' : key === 'noMatch' ? 'none' : 'problem');
    fill(part, { title: words(key), about, sha256: sha256 ?? '' });
    part.querySelector('[data-records]')?.append(...found.map(record));
    answers.prepend(part);
    find<HTMLElement>('[data-answers-box]').hidden = false;
    status.textContent = `${about}: ${words(key)}`;
  };

  const look = async (asked: Asked, about: string, match: Key): Promise<void> => {
    const received = await readReceived(fetch, words('pointer')).catch(() => null);
    if (received === null) return answer({ words: 'failed', about });
    const found = answersTo(asked, received);
    const none = asked.kind === 'reference' ? 'noReference' : 'noMatch';
    const hash = asked.kind === 'hash' ? { sha256: asked.sha256 } : {};
    answer({ words: found.length > 0 ? match : none, about, found, ...hash });
  };

  const hashed = async (file: File, signal: AbortSignal): Promise<void> => {
    progress.max = Math.max(1, file.size);
    const tell = (done: number): void => {
      progress.value = done;
      const told = words('working').replace('{name}', file.name).replace('{all}', bytes(file.size));
      find('[data-check-progress] p').textContent = told.replace('{done}', bytes(done));
    };
    tell(0);
    const sha256 = await hashFile(file, { signal, progress: tell }).catch(() => null);
    if (sha256 === null)
      return answer({ words: signal.aborted ? 'cancelled' : 'unreadable', about: file.name });
    await look({ kind: 'hash', sha256 }, file.name, 'match');
  };

  let work: AbortController | null = null;

  const check = async (files: readonly File[]): Promise<void> => {
    work?.abort();
    const own = new AbortController();
    work = own;
    progressBox.hidden = false;
    for (const file of files) {
      if (!own.signal.aborted) await hashed(file, own.signal);
    }
    if (work === own) progressBox.hidden = true;
  };

  chosen.addEventListener('change', () => void check([...(chosen.files ?? [])]));
  find('[data-check-cancel]').addEventListener('click', () => {
    work?.abort();
    chosen.focus();
  });
  const drop = find<HTMLElement>('[data-drop]', form);
  dropFiles(drop, (files) => void check(files));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = find<HTMLInputElement>('input[name=look]', form).value.trim();
    const asked = readAsked(typed);
    if (asked.kind === 'bad-reference') answer({ words: 'badReference', about: typed });
    else if (asked.kind === 'neither') answer({ words: 'notUnderstood', about: typed });
    else void look(asked, typed, asked.kind === 'hash' ? 'matchOf' : 'matchReference');
  });
};

const form = document.querySelector<HTMLFormElement>('form[data-check]');
if (form) page(form);
