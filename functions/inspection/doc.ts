import * as cfb from 'cfb';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { asBuffer, u16le, utf16From } from './bytes.ts';
import { behindTheEnd } from './doc-end.ts';
import { textOfPieces } from './doc-text.ts';
import { fieldCollector, fieldFindings } from './fields.ts';
import { identityFindings, identityFindingsInBytes } from './identity.ts';
import { finding, type Reading, reading, unreadable } from './report.ts';
import { virusFindings } from './signatures.ts';

interface Stream {
  /** Path inside the container, in small letters. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isStorage: boolean;
}

const streamsOf = (bytes: Uint8Array): readonly Stream[] | null => {
  try {
    const container = cfb.read(asBuffer(bytes), { type: 'buffer' });
    return container.FileIndex.map((entry, index) => ({
      path: (container.FullPaths[index] ?? '').replace(/^[^/]*\//, '').toLowerCase(),
      bytes: Uint8Array.from(entry.content ?? []),
      isStorage: entry.type !== 2,
    }));
  } catch {
    return null;
  }
};

const MACROS = /(^|\/)(macros|_vba_project_cur|vba|_vba_project|vba_project|projectwm|__srp_\d+)(\/|$)/;
/** Objects of other programs: OLE data, packages of files, controls, equations. */
const OBJECTS =
  /(^|\/)objectpool\/.|\u0001ole10native|\/\u0001?ole$|(^|\/)(package|equation native|\u0003ocxname|ocxname|contents)$/;

const storageFindings = (streams: readonly Stream[]): readonly Finding[] => [
  ...(streams.some(({ path }) => MACROS.test(path)) ? [finding('macros')] : []),
  ...(streams.some(({ path }) => OBJECTS.test(path)) ? [finding('embedded-object')] : []),
];

const WORD_MAGIC = 0xa5ec;
/** Word 97 and later; before, macros lie where they cannot be told from text. */
const WORD_97 = 0x00c1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const OBFUSCATED = 0x8000;

/** Marks of fields in the text: begin, separator, end. */
const MARKS = /([\u0013-\u0015])/;

interface Words {
  readonly text: string;
  readonly findings: readonly Finding[];
}

const wordsOf = (text: string): Words => {
  const fields = fieldCollector();
  let shown = '';
  for (const piece of text.split(MARKS)) {
    if (piece === '\u0013') fields.begin();
    else if (piece === '\u0014') fields.separate();
    else if (piece === '\u0015') fields.end();
    else if (fields.isInstruction()) fields.instruction(piece);
    else shown += piece;
  }
  return { text: shown, findings: fields.findings() };
};

const LEFTOVER = /\u0013[\s\u0001]*([^\u0013-\u0015]{1,200})/g;

/** Fields anywhere in the stream, also where the table of pieces does not point: a careless reader would still run them. */
const leftoverFields = (document: Uint8Array): readonly Finding[] => {
  const spellings = [asBuffer(document).toString('latin1'), utf16From(document, 0), utf16From(document, 1)];
  return spellings.flatMap((spelling) =>
    [...spelling.matchAll(LEFTOVER)].flatMap(([, instruction = '']) =>
      fieldFindings({ instruction, madeUp: false, stray: true }),
    ),
  );
};

/** Word's own control characters, as people see them. */
const readable = (text: string): string =>
  text
    .replace(/\r/g, '\n')
    .replace(/\u0007/g, '\t')
    .replace(/\u000b/g, '\n')
    .replace(/\u000c/g, '\n')
    .replace(/\u001e/g, '-')
    .replace(/[\u0000-\u0008\u000e-\u001f]/g, '');

const tableOf = (streams: readonly Stream[], flags: number): Uint8Array | undefined => {
  const name = (flags & SECOND_TABLE) !== 0 ? '1table' : '0table';
  return streams.find(({ path }) => path === name)?.bytes;
};

const inspectStreams = (streams: readonly Stream[], document: Uint8Array): Reading => {
  const flags = u16le(document, 10);
  if (u16le(document, 0) !== WORD_MAGIC) return unreadable('doc');
  if (u16le(document, 2) < WORD_97) return reading([finding('old-word')]);
  if ((flags & (ENCRYPTED | OBFUSCATED)) !== 0) return reading([finding('encrypted')]);
  const table = tableOf(streams, flags);
  const raw = table ? textOfPieces(document, table) : null;
  if (raw === null) return reading([...storageFindings(streams), finding('unreadable', { format: 'doc' })]);
  const { text, findings } = wordsOf(raw);
  const shown = readable(text);
  const inText = identityFindings(shown, 'text');
  const personal = [
    ...inText,
    ...(inText.length > 0 ? [] : identityFindingsInBytes(document, 'hidden-text')),
    ...streams.flatMap((stream) =>
      stream.bytes === document ? [] : identityFindingsInBytes(stream.bytes, 'metadata'),
    ),
  ];
  const viruses = streams.flatMap(({ bytes }) => virusFindings(bytes));
  return reading(
    [...viruses, ...storageFindings(streams), ...findings, ...leftoverFields(document), ...personal],
    {
      text: shown,
      accessibility: { textLayer: shown.trim() !== '' },
    },
  );
};

/** DOC of Word 97 and later: its container, fields, and what was left behind [2016 App.5 ¶11]. */
export const inspectDoc = (bytes: Uint8Array): Reading => {
  const streams = streamsOf(bytes);
  if (!streams) return unreadable('doc');
  const document = streams.find(({ path }) => path === 'worddocument');
  if (!document) return reading([finding('not-on-the-list', { kind: 'ole' })]);
  const read = inspectStreams(streams, document.bytes);
  return { ...read, findings: [...read.findings, ...behindTheEnd(bytes)] };
};
