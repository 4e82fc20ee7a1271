/**
 * Key to path and back, one to one: the file of `data/legco-2012/latest.json` is found at just that path. A percent sign in a key is always
 * escaped, so a name holding `%` without two hexadecimal digits is free for what a key can be and a file name cannot:
 * `x/` is kept as `x/%index.html`, an empty segment as `%empty`, and a segment over 200 bytes is cut into folders that end in `%-`.
 * The folder must tell upper from lower case, or keys that differ in nothing else meet.
 */
const indexName = '%index.html';
const emptyName = '%empty';
const continuation = '%-';
/** What an object `a` is called beside a folder `a`. */
export const besideFolder = '%file';

/** File systems take 255 bytes a name; the rest is room for the markers. */
const maxNameBytes = 200;

/** What no file system likes in a name, plus the percent sign itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are just what must go
const unsafeCharacter = /[\u0000-\u001f\u007f%\\:*?"<>|]/;
const reservedName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const percentEscape = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const escapedCharacters = (segment: string): readonly string[] => {
  const characters = [...segment];
  const last = characters.length - 1;
  const dots = segment === '.' || segment === '..';
  const reserved = reservedName.test(segment);
  return characters.map((character, index) => {
    const edge = (index === last && (character === '.' || character === ' ')) || (index === 0 && reserved);
    return dots || edge || unsafeCharacter.test(character) ? percentEscape(character) : character;
  });
};

/** Cuts between characters and escapes, never inside one. */
const pieces = (characters: readonly string[]): readonly string[] => {
  const found: string[] = [];
  let piece = '';
  for (const character of characters) {
    if (Buffer.byteLength(piece + character) > maxNameBytes) {
      found.push(piece + continuation);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
};

/** The names from the folder down to the file that holds a key's bytes. */
export const namesOfKey = (key: string): readonly string[] => {
  const segments = key.split('/');
  return segments.flatMap((segment, index) => {
    if (segment !== '') return pieces(escapedCharacters(segment));
    return [index === segments.length - 1 ? indexName : emptyName];
  });
};

/** The names of the folders in which every key with this prefix must lie. */
export const foldersOfPrefix = (prefix: string): readonly string[] => {
  const whole = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  return whole === '' ? [] : namesOfKey(whole).slice(0, -1);
};

const withoutEscapes = (name: string): string =>
  name.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** What a name adds to the key, without the slash after it. */
const textOfName = (name: string): string =>
  name === indexName || name === emptyName ? '' : withoutEscapes(name);

/** The key whose bytes lie under these names. */
export const keyOfNames = (names: readonly string[]): string => {
  const file = names.at(-1) ?? '';
  const folders = names.slice(0, -1).map((name) => {
    if (name.endsWith(continuation)) return withoutEscapes(name.slice(0, -continuation.length));
    return `${textOfName(name)}/`;
  });
  const usual = file.endsWith(besideFolder) ? file.slice(0, -besideFolder.length) : file;
  return folders.join('') + textOfName(usual);
};
