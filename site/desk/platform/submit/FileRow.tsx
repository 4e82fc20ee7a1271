import { checkFile } from '#shared/advertisements/check-file.ts';
import { describeFinding } from '#shared/advertisements/describe-finding.ts';
import { extensionOf, formatOfName } from '#shared/advertisements/file-rules.ts';
import { CAPACITIES } from '#shared/advertisements/particulars.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import { count } from '../../../words/format.ts';
import { useDesk } from '../../desk-context.ts';
import { fieldId } from '../../forms/field-id.ts';
import {
  type Draft,
  type DraftFile,
  type DraftItem,
  fieldOf,
  typedIn,
  USES_OF,
  type Use,
} from '../draft/draft.ts';
import type { FileState } from '../upload/file-state.ts';
import type { Work } from '../upload/work.ts';
import { usePlatformWords } from '../words/with-words.tsx';

interface RowProps {
  readonly draft: Draft;
  readonly item: DraftItem;
  readonly file: DraftFile;
  readonly state: FileState;
  readonly work: Work;
  /** Where the focus goes when the row is gone. */
  readonly pickId: string;
}

/** `9f2c41ab…07de`: enough to compare by eye; the whole hash stands on the receipt. */
const shortHash = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-4)}`;

/** What the file is in this submission, where it can be several things; of a consent, in which capacity it is given [2016 ¶18.4]. */
const UseOfFile = ({ draft, item, file, work }: Omit<RowProps, 'state' | 'pickId'>) => {
  const { upload } = usePlatformWords();
  const uses = USES_OF[item.kind];
  if (uses.length < 2) return null;
  const id = fieldId(`use.${file.key}`);
  const capacity = `capacity-${file.key}`;
  return (
    <p class="p-use">
      <label for={id} class="vh">
        {upload.useOf(visibleText(file.name))}
      </label>
      <select
        id={id}
        value={file.use}
        onChange={({ currentTarget }) => {
          const use = uses.find((one: Use) => one === currentTarget.value) ?? file.use;
          const files = draft.files.map((one) => (one.key === file.key ? { ...one, use } : one));
          work.change({ ...draft, files });
        }}
      >
        {uses.map((use) => (
          <option key={use} value={use}>
            {upload.uses[use]}
          </option>
        ))}
      </select>
      {file.use === 'consent' && (
        <>
          <label for={`${id}-capacity`} class="vh">
            {upload.capacityOf(visibleText(file.name))}
          </label>
          <select
            id={`${id}-capacity`}
            value={typedIn(draft, item, capacity)}
            onChange={({ currentTarget }) => {
              work.type({ [fieldOf(item, capacity)]: currentTarget.value });
              work.goOn();
            }}
          >
            <option value="">{upload.capacityUnset}</option>
            {CAPACITIES.map((one) => (
              <option key={one} value={one}>
                {upload.capacities[one]}
              </option>
            ))}
          </select>
        </>
      )}
    </p>
  );
};

/** Why a file cannot be filed, and what to do. */
export const barredWords = (
  { name, bytes }: Pick<DraftFile, 'name' | 'bytes'>,
  language: Parameters<typeof describeFinding>[2],
): string => {
  const [problem] = checkFile({ name, bytes }).problems;
  if (!problem) return '';
  const { found, remedy } = describeFinding(problem, name, language);
  return `${found}${language === 'en' ? ' ' : ''}${remedy}`;
};

const Barred = ({ file }: Pick<RowProps, 'file'>) => {
  const { language } = useDesk();
  const { upload } = usePlatformWords();
  return (
    <p class="p-state p-barred">
      <span aria-hidden="true">☒ </span>
      <b>{upload.barred}</b>
      {barredWords(file, language)}
    </p>
  );
};

const StateWords = ({ file, state }: Pick<RowProps, 'file' | 'state'>) => {
  const { upload } = usePlatformWords();
  const done = count(state.done);
  const all = count(file.bytes);
  switch (state.phase) {
    case 'barred':
      return <Barred file={file} />;
    case 'reading':
      return <p class="p-state">{upload.reading(done, all)}</p>;
    case 'gone':
      return (
        <p class="p-state p-barred">
          <b>{upload.gone}</b>
        </p>
      );
    case 'waiting':
      return <p class="p-state">{state.wasCut ? upload.cut : upload.waiting}</p>;
    case 'paused':
      return <p class="p-state">{upload.paused}</p>;
    case 'sending':
      return (
        <p class="p-state">
          {upload.sending(done, all)}
          {state.wasCut && upload.wentOn}
        </p>
      );
    case 'sent':
      return (
        <p class="p-state">
          <span aria-hidden="true">✓ </span>
          {upload.sent} SHA-256 <code>{shortHash(file.sha256 ?? '')}</code>
        </p>
      );
  }
};

/** One file: what it is, how far it has come, and what can be done about it. */
export const FileRow = (props: RowProps) => {
  const { file, state, work, pickId } = props;
  const { upload } = usePlatformWords();
  const name = visibleText(file.name);
  const isBarred = state.phase === 'barred';
  const kind = (formatOfName(file.name) ?? extensionOf(file.name)).toUpperCase();
  const remove = (): void => {
    work.remove(file.key);
    document.getElementById(pickId)?.focus();
  };
  return (
    <li
      class={`p-row${isBarred || state.phase === 'gone' ? ' bad' : ''}`}
      id={fieldId(`file.${file.key}`)}
      tabIndex={-1}
    >
      <div class="p-what">
        <b>
          <bdi>{name}</bdi>
        </b>
        <span class="hint">{upload.kindAndBytes(kind, count(file.bytes))}</span>
        {!isBarred && <UseOfFile {...props} />}
      </div>
      <div class="p-how">
        {!isBarred && (
          <progress
            aria-label={upload.progressOf(name)}
            max={file.bytes}
            value={state.phase === 'sent' ? file.bytes : state.phase === 'sending' ? state.done : 0}
          />
        )}
        <StateWords file={file} state={state} />
        {!isBarred && !state.isKept && state.phase !== 'sent' && state.phase !== 'gone' && (
          <p class="hint">{upload.notKept}</p>
        )}
      </div>
      <p class="p-do">
        {state.phase === 'sending' && (
          <button type="button" class="plain" onClick={() => work.pause(file.key)}>
            {upload.pause}
            <span class="vh"> {name}</span>
          </button>
        )}
        {state.phase === 'paused' && (
          <button type="button" class="plain" onClick={() => work.resume(file.key)}>
            {upload.resume}
            <span class="vh"> {name}</span>
          </button>
        )}
        <button type="button" class="plain" onClick={remove}>
          {state.phase === 'sending' ? upload.cancel : upload.remove}
          <span class="vh"> {name}</span>
        </button>
      </p>
    </li>
  );
};
