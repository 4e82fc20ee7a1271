import type { RtfToken } from './rtf-tokens.ts';

/** Destinations whose words people do not read on the page. */
const UNREAD = `fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles pict
  xmlnstbl fontemb fontfile panose falt blipuid bkmkstart bkmkend listpicture pgptbl mmathPr shpgrp sp shpinst
  nonshppict picprop objdata wgrffmtfilter defchp defpap protusertbl datafield`;

export type Destination =
  | 'body'
  | 'unread'
  | 'metadata'
  | 'comments'
  | 'headers'
  | 'notes'
  | 'field'
  | 'address'
  | 'template'
  | 'datastore';

const listed = (destination: Destination, words: string): readonly (readonly [string, Destination])[] =>
  words.split(/\s+/).map((word) => [word, destination] as const);

const DESTINATIONS: ReadonlyMap<string, Destination> = new Map([
  ...listed('unread', UNREAD),
  ...listed(
    'metadata',
    `info title subject author operator keywords comment doccomm company manager category hlinkbase userprops propname staticval linkval ud
    revtbl sn sv ffname ffdeftext ffl ffhelptext ffstattext`,
  ),
  ...listed('comments', 'annotation atnauthor atnid atnref atndate'),
  ...listed('headers', 'header headerl headerr headerf footer footerl footerr footerf'),
  ...listed('notes', 'footnote'),
  ...listed('field', 'fldinst'),
  ...listed('body', 'shptxt dptxbxtext'),
  ...listed('address', 'hlsrc'),
  ...listed('template', 'template'),
  ...listed('datastore', 'datastore'),
]);

interface Group {
  destination: Destination;
  /** Characters that follow each `\u` for readers without Unicode. */
  skips: number;
  star: boolean;
  font: number;
  /** Words of the field that the group belongs to. */
  field: Instruction;
}

interface Instruction {
  instruction: string;
  madeUp: boolean;
}

/** Where the words of a destination belong; `null` where a word opens none. */
const destinationOf = (word: string, star: boolean): Destination | null =>
  DESTINATIONS.get(word) ?? (star && !KNOWN_STARRED.has(word) ? 'unread' : null);

/** Starred, and read by people all the same. */
const KNOWN_STARRED = new Set([
  'shppict',
  'ud',
  'htmltag',
  'nesttableprops',
  'pnseclvl',
  'pntext',
  'aftnsep',
]);

const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  65001: 'utf-8',
  10000: 'macintosh',
};

const decoderFor = (page: number): TextDecoder => {
  try {
    return new TextDecoder(CODE_PAGES[page] ?? `windows-${page}`);
  } catch {
    return new TextDecoder('windows-1252');
  }
};

/** Fonts say how their bytes are to be read. */
const CHARSETS: Readonly<Record<number, number>> = { 128: 932, 129: 949, 134: 936, 136: 950 };

const SYMBOLS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\n': '\n',
  '\r': '\n',
};
const BREAKS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  tab: '\t',
  cell: '\t',
  row: '\n',
  page: '\n',
  sect: '\n',
};

/** Follows groups and puts the text of each kind of destination together. */
export const rtfReader = () => {
  const texts = new Map<Destination, string>();
  const instructions: Instruction[] = [];
  const outermost: Group = {
    destination: 'body',
    skips: 1,
    star: false,
    font: 0,
    field: { instruction: '', madeUp: false },
  };
  const groups: Group[] = [outermost];
  const charsets = new Map<number, number>();
  let bytes: number[] = [];
  let page = 1252;
  let skip = 0;
  let deepest = 0;

  const group = (): Group => groups.at(-1) ?? outermost;

  const add = (text: string): void => {
    const { destination } = group();
    if (destination === 'unread') return;
    if (destination === 'field') group().field.instruction += text;
    else texts.set(destination, (texts.get(destination) ?? '') + text);
  };

  const flush = (): void => {
    if (bytes.length === 0) return;
    add(decoderFor(CHARSETS[charsets.get(group().font) ?? 0] ?? page).decode(Uint8Array.from(bytes)));
    bytes = [];
  };

  const addBytes = (more: ArrayLike<number>): void => {
    if (group().destination === 'unread') return;
    for (let index = skip; index < more.length; index += 1) bytes.push(more[index] ?? 0);
    skip = Math.max(0, skip - more.length);
  };

  const onUnicode = (number: number | null): void => {
    add(String.fromCharCode((number ?? 0) & 0xffff));
    skip = group().skips;
  };

  /** Words that change how what follows is read. */
  const settings: Readonly<Record<string, (number: number | null) => void>> = {
    u: onUnicode,
    uc: (number) => {
      group().skips = number ?? 1;
    },
    ansicpg: (number) => {
      page = number ?? 1252;
    },
    f: (number) => {
      group().font = number ?? 0;
    },
    fcharset: (number) => {
      charsets.set(group().font, number ?? 0);
    },
  };

  const onWord = (word: string, number: number | null): void => {
    flush();
    if (Object.hasOwn(settings, word)) settings[word]?.(number);
    else enter(word);
  };

  const enter = (word: string): void => {
    const destination = destinationOf(word, group().star);
    group().star = false;
    if (destination === null) return add(BREAKS[word] ?? '');
    if (destination === 'field') startField();
    // What else lies inside of a field's words belongs to them.
    else if (group().destination === 'field' && destination !== 'unread') return;
    group().destination = destination;
    // Properties are words for themselves each.
    if (destination === 'metadata' || destination === 'address') add('\n');
  };

  const startField = (): void => {
    const { destination, field } = group();
    // A field where the first word of the outer one should be makes that word.
    if (destination === 'field' && field.instruction.trim() === '') field.madeUp = true;
    group().field = { instruction: '', madeUp: false };
    instructions.push(group().field);
  };

  const onSymbol = (symbol: string): void => {
    flush();
    if (symbol === '*') group().star = true;
    else add(SYMBOLS[symbol] ?? '');
  };

  const onGroup = (opens: boolean): void => {
    flush();
    skip = 0;
    if (opens) groups.push({ ...group(), star: false });
    else if (groups.length > 1) groups.pop();
    deepest = Math.max(deepest, groups.length);
  };

  const take = (token: RtfToken): void => {
    switch (token.kind) {
      case 'byte':
        return addBytes([token.byte]);
      case 'text':
        return addBytes(Buffer.from(token.text, 'latin1'));
      case 'word':
        return onWord(token.word, token.number);
      case 'symbol':
        return onSymbol(token.symbol);
      case 'open':
      case 'close':
        return onGroup(token.kind === 'open');
      case 'nothing':
        return;
    }
  };

  return { take, flush, texts, instructions, depth: () => groups.length, deepest: () => deepest };
};
