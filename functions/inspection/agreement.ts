import { type Format, formatOfName } from '#shared/advertisements/file-rules.ts';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { asBuffer, ascii } from './bytes.ts';
import { type Kind, kindOf } from './kinds.ts';
import { finding } from './report.ts';
import { endOfZipList } from './signatures.ts';
import { decodeText } from './text-encoding.ts';

/** A ZIP whose first file, or list of files, is that of an office document. */
const isWordPackage = (bytes: Uint8Array): boolean => {
  const buffer = asBuffer(bytes);
  const end = endOfZipList(bytes);
  const list = buffer.toString(
    'latin1',
    end < 0 ? 0 : buffer.readUInt32LE(end + 16),
    end < 0 ? bytes.length : end,
  );
  return list.includes('[Content_Types].xml') && /word[/\\]/i.test(list);
};

/** An office container that holds a Word document; others are sheets, slides, messages or programs that install. */
const WORD_STREAM = Buffer.from('WordDocument', 'utf16le');
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
const isWordContainer = (bytes: Uint8Array): boolean => asBuffer(bytes).includes(WORD_STREAM);

const formatOfKind = (kind: Kind, bytes: Uint8Array): Format | null => {
  switch (kind) {
    case 'ole':
      return isWordContainer(bytes) ? 'doc' : null;
    case 'zip':
      return isWordPackage(bytes) ? 'docx' : 'zip';
    case 'pdf':
    case 'rtf':
    case 'html':
    case 'txt':
    case 'gif':
    case 'jpeg':
    case 'tiff':
    case 'png':
    case 'wav':
    case 'mp3':
    case 'avi':
    case 'mpeg':
    case 'gz':
      return kind;
    default:
      return null;
  }
};

/** A page may begin with any words, and plain words may hold no page: what the name says decides between the two. */
const asNamedPage = (bytes: Uint8Array, kind: Kind): Format | null => {
  if (kind !== 'txt' && kind !== 'xml') return null;
  return /<[a-z!/]/i.test(decodeText(bytes)?.text ?? '') ? 'html' : null;
};

export interface Agreed {
  /** By content; `null` when it is nothing that may be filed. */
  readonly format: Format | null;
  readonly findings: readonly Finding[];
}

const contentFormat = (
  bytes: Uint8Array,
  named: Format | null,
): { readonly kind: Kind; readonly format: Format | null } => {
  const kind = kindOf(bytes);
  const format = (named === 'html' ? asNamedPage(bytes, kind) : null) ?? formatOfKind(kind, bytes);
  return { kind, format };
};

/** What a file is by its content, and whether its name says the same. [2016 App.5 ¶10] */
export const agreeOnFormat = (name: string, bytes: Uint8Array): Agreed => {
  const named = formatOfName(name);
  const { kind, format } = contentFormat(bytes, named);
  // A DOCX with a password is a container of the old kind with nothing readable in it.
  if (kind === 'ole' && asBuffer(bytes).includes(ENCRYPTED_STREAM))
    return { format: null, findings: [finding('encrypted')] };
  if (format === null) return { format, findings: [finding('not-on-the-list', { kind })] };
  if (named === null) return { format, findings: [finding('not-on-the-list', { kind: 'ending' })] };
  if (named !== format) return { format, findings: [finding('not-as-named', { named, found: format })] };
  return { format, findings: [] };
};

/** Archives of tapes have no mark of their own in old versions; a checksum field in octal gives them away. */
export const isTape = (bytes: Uint8Array): boolean =>
  ascii(bytes, 257, 5) === 'ustar' ||
  (bytes.length >= 512 && bytes.length % 512 === 0 && /^[0-7 ]{6}\0/.test(ascii(bytes, 148, 8)));
