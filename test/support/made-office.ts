import * as cfb from 'cfb';
import { madeZip } from './made-zip.ts';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;

/** A field as Word writes it: mark, instruction, mark, last result, mark. */
export const field = (instruction: string, result = 'result'): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

export interface MadeRelationship {
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

const relationships = (all: readonly MadeRelationship[]): string =>
  `${PROLOG}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ({ type, target, external }, index) =>
        `<Relationship Id="rId${index + 1}" Type="${type.includes(':') ? type : `${REL}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

export interface MadeDocx {
  readonly body?: string;
  readonly mainType?: string;
  readonly types?: string;
  readonly rels?: readonly MadeRelationship[];
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const WORD_TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const MAIN = `${WORD_TYPES}.document.main+xml`;

/** A DOCX as Word writes it, with properties, styles and settings. */
export const madeDocx = ({
  body = paragraph(run('Vote for list 1 選舉廣告')),
  mainType = MAIN,
  types = '',
  rels = [],
  parts = {},
}: MadeDocx = {}): Buffer =>
  madeZip(
    Object.entries<string | Uint8Array>({
      '[Content_Types].xml': `${PROLOG}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${mainType}"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPES}.styles+xml"/>${types}</Types>`,
      '_rels/.rels': relationships([
        { type: 'officeDocument', target: 'word/document.xml' },
        {
          type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
          target: 'docProps/core.xml',
        },
      ]),
      'word/_rels/document.xml.rels': relationships([
        { type: 'styles', target: 'styles.xml' },
        { type: 'settings', target: 'settings.xml' },
        ...rels,
      ]),
      'word/document.xml': `${PROLOG}<w:document ${W} xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
      'word/styles.xml': `${PROLOG}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-TW"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`,
      'word/settings.xml': `${PROLOG}<w:settings ${W}><w:zoom w:percent="100"/><w:updateFields w:val="true"/></w:settings>`,
      'docProps/core.xml': `${PROLOG}<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>Leaflet</dc:title><dc:creator>A candidate</dc:creator><cp:lastModifiedBy>A candidate</cp:lastModifiedBy></cp:coreProperties>`,
      ...parts,
    }).map(([name, bytes]) => ({ name, bytes })),
  );

export const wordPart = (root: string, inner: string): string =>
  `${PROLOG}<w:${root} ${W}>${inner}</w:${root}>`;

/** Where the text begins in the stream, in bytes; before it lies the file information block. */
const TEXT_AT = 0x800;

export interface MadeDoc {
  readonly text?: string;
  readonly flags?: number;
  readonly version?: number;
  /** Bytes in the main stream that no piece points to. */
  readonly leftover?: Uint8Array;
  readonly streams?: Readonly<Record<string, Uint8Array>>;
}

/** A DOC of Word 97 with its text in one piece, and the streams that Word writes. */
export const madeDoc = ({
  text = 'Vote for list 1\r選舉廣告\r',
  flags = 0x1200,
  version = 0x00c1,
  leftover = new Uint8Array(),
  streams = {},
}: MadeDoc = {}): Buffer => {
  const words = Buffer.from(text, 'utf16le');
  const document = Buffer.concat([Buffer.alloc(TEXT_AT), words, leftover, Buffer.alloc(4096)]);
  document.writeUInt16LE(0xa5ec, 0);
  document.writeUInt16LE(version, 2);
  document.writeUInt16LE(flags, 10);
  document.writeUInt32LE(0, 0x1a2);
  const table = Buffer.alloc(4096);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(16, 1);
  table.writeUInt32LE(0, 5);
  table.writeUInt32LE(text.length, 9);
  table.writeUInt32LE(TEXT_AT, 15);
  document.writeUInt32LE(21, 0x1a6);
  const container = cfb.utils.cfb_new();
  for (const [name, bytes] of Object.entries({
    '/WordDocument': document,
    '/1Table': table,
    '/\u0001CompObj': Buffer.alloc(110, 1),
    ...streams,
  })) {
    cfb.utils.cfb_add(container, name, Buffer.from(bytes));
  }
  return Buffer.from(cfb.write(container, { type: 'buffer' }) as Buffer);
};

/** An RTF as Word writes it, around this. */
export const madeRtf = (body: string, head = ''): Buffer =>
  Buffer.from(
    `{\\rtf1\\adeflang1025\\ansi\\ansicpg950\\uc2\\adeff0\\deff0{\\fonttbl{\\f0\\fbidi \\froman\\fcharset0\\fprq2{\\*\\panose 02020603050405020304}Times New Roman;}{\\f14\\fnil\\fcharset136 PMingLiU;}}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\ql\\f0 \\snext0 Normal;}}{\\*\\generator Riched20;}{\\info{\\title Leaflet}{\\author A candidate}}${head}\\pard\\plain ${body}\\par}\r\n`,
    'latin1',
  );
