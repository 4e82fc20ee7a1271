import { extensionOf, type Format, formatOfName } from './file-rules.ts';

/** File systems of every kind take names of so many bytes in UTF-8. */
export const MAX_NAME_BYTES = 255;

/** What can be wrong with a name. */
export type NameProblem =
  | 'name-empty'
  | 'name-too-long'
  | 'name-control-character'
  | 'name-direction-mark'
  | 'name-separator'
  | 'name-reserved'
  | 'name-dots';

const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length;

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** Marks that turn the direction of reading, so that "gpj.exe" reads "exe.jpg", and characters that nobody sees. */
const DIRECTION = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;
const SEPARATOR = /[/\\:*?"<>|]/;
/** Devices of Windows, with whatever ending. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;

/** The first thing that is wrong with the name of a file; `null` when nothing is. Browser and API ask the same question. */
export const nameProblem = (name: string): NameProblem | null => {
  if (name.trim() === '') return 'name-empty';
  if (!name.isWellFormed() || CONTROL.test(name)) return 'name-control-character';
  if (DIRECTION.test(name)) return 'name-direction-mark';
  if (SEPARATOR.test(name)) return 'name-separator';
  if (RESERVED.test(name.trim())) return 'name-reserved';
  if (name.startsWith('.') || /[. ]$/.test(name)) return 'name-dots';
  return utf8Bytes(name) > MAX_NAME_BYTES ? 'name-too-long' : null;
};

/** At most so many bytes of a text, never half a character. */
const cutTo = (text: string, bytes: number): string => {
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += utf8Bytes(character);
    if (used > bytes) break;
    kept += character;
  }
  return kept;
};

/** So many bytes suffice for a name, and leave room for what a browser appends. */
const SAFE_BYTES = 180;

/**
 * A name that is safe to write to any disk and into a header, whatever was sent: nothing unseen, no path, and the ending of the
 * format that was found. What people can read of the name stays.
 */
export const safeName = (name: string, format: Format | null): string => {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const visible = last
    .replace(new RegExp(CONTROL, 'g'), '')
    .replace(new RegExp(DIRECTION, 'gu'), '')
    .replace(/[:*?"<>|%;=+@`$&']/g, '_')
    .replace(/\s+/g, ' ');
  const ending = format !== null && formatOfName(visible) !== format ? format : extensionOf(visible);
  const stem =
    format !== null && formatOfName(visible) === format
      ? visible.slice(0, visible.lastIndexOf('.'))
      : visible;
  const bare = cutTo(stem.replace(/^[. _-]+|[. ]+$/g, ''), SAFE_BYTES).trim();
  const named = bare === '' || RESERVED.test(bare) ? `file${bare === '' ? '' : `-${bare}`}` : bare;
  return format === null || ending === '' ? named : `${named}.${ending}`;
};
