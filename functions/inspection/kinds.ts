import type { Format } from '#shared/advertisements/file-rules.ts';
import { ascii, startsWith, u16le, u32be } from './bytes.ts';
import { beginsAsHtml, decodeText } from './text-encoding.ts';

/** Kinds that are recognised to be told by name; none of them may be filed. */
type OtherKind =
  | 'program'
  | 'mp4'
  | 'quicktime'
  | 'heic'
  | 'webp'
  | 'matroska'
  | 'ogg'
  | 'flac'
  | 'asf'
  | 'flv'
  | 'rar'
  | '7z'
  | 'bzip2'
  | 'xz'
  | 'zstd'
  | 'tar'
  | 'cab'
  | 'bmp'
  | 'psd'
  | 'icon'
  | 'postscript'
  | 'svg'
  | 'xml'
  | 'mhtml'
  | 'php'
  | 'shell-script'
  | 'shortcut'
  | 'riff'
  | 'binary';

/** What the first bytes say; `ole` and `zip` are containers, and their readers say what of. */
export type Kind = Exclude<Format, 'doc' | 'docx'> | 'ole' | OtherKind;

type Test = (bytes: Uint8Array) => boolean;

const begins =
  (...signature: readonly number[]): Test =>
  (bytes) =>
    startsWith(bytes, signature);

const has =
  (text: string, at = 0): Test =>
  (bytes) =>
    ascii(bytes, at, text.length) === text;

const isPlainWords: Test = (bytes) =>
  bytes.subarray(0, 512).every((byte) => byte >= 0x20 || (byte >= 9 && byte <= 13));

/** Marks that a text may begin with as well: what follows them is never words alone. */
const hasMark =
  (text: string, at = 0): Test =>
  (bytes) =>
    has(text, at)(bytes) && !isPlainWords(bytes);

const HEIF = new Set(['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif', 'avis']);

/** MPEG audio layer III with a bit rate and sampling rate that exist; the frames are counted later. */
const isLayer3: Test = (bytes) =>
  bytes[0] === 0xff &&
  ((bytes[1] ?? 0) & 0xe6) === 0xe2 &&
  ((bytes[1] ?? 0) & 0x18) !== 0x08 &&
  ((bytes[2] ?? 0) & 0xf0) !== 0xf0 &&
  ((bytes[2] ?? 0) & 0x0c) !== 0x0c;

const isTransportStream: Test = (bytes) =>
  bytes.length >= 188 * 3 && [0, 188, 376].every((at) => bytes[at] === 0x47);

const isOldExecutable: Test = (bytes) => hasMark('MZ')(bytes) && bytes.length >= 64;

const SIGNATURES: readonly (readonly [Kind, Test])[] = [
  ['pdf', (bytes) => /^[\s\0\ufeff]{0,16}%PDF-/.test(ascii(bytes, 0, 24).replace(/^\xef\xbb\xbf/, ''))],
  ['rtf', (bytes) => /^(\xef\xbb\xbf)?\s{0,8}\{\\rt/.test(ascii(bytes, 0, 20))],
  ['ole', begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ['zip', (bytes) => has('PK\x03\x04')(bytes) || has('PK\x05\x06')(bytes) || has('PK00PK\x03\x04')(bytes)],
  ['gz', begins(0x1f, 0x8b)],
  ['gif', (bytes) => has('GIF87a')(bytes) || has('GIF89a')(bytes)],
  ['jpeg', begins(0xff, 0xd8, 0xff)],
  ['png', begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  [
    'tiff',
    (bytes) =>
      [
        [0x49, 0x49, 0x2a, 0],
        [0x4d, 0x4d, 0, 0x2a],
        [0x49, 0x49, 0x2b, 0],
        [0x4d, 0x4d, 0, 0x2b],
      ].some((one) => startsWith(bytes, one)),
  ],
  ['wav', (bytes) => (has('RIFF')(bytes) || has('RF64')(bytes)) && has('WAVE', 8)(bytes)],
  ['avi', (bytes) => has('RIFF')(bytes) && has('AVI ', 8)(bytes)],
  ['webp', (bytes) => has('RIFF')(bytes) && has('WEBP', 8)(bytes)],
  ['riff', (bytes) => has('RIFF')(bytes) || has('RIFX')(bytes)],
  ['mp3', (bytes) => hasMark('ID3')(bytes) || isLayer3(bytes)],
  ['mpeg', (bytes) => u32be(bytes, 0) === 0x1ba || u32be(bytes, 0) === 0x1b3 || isTransportStream(bytes)],
  ['heic', (bytes) => hasMark('ftyp', 4)(bytes) && HEIF.has(ascii(bytes, 8, 4))],
  ['quicktime', (bytes) => ['ftypqt  ', 'moov', 'mdat', 'wide'].some((box) => hasMark(box, 4)(bytes))],
  ['mp4', hasMark('ftyp', 4)],
  ['matroska', begins(0x1a, 0x45, 0xdf, 0xa3)],
  ['ogg', hasMark('OggS')],
  ['flac', hasMark('fLaC')],
  ['asf', begins(0x30, 0x26, 0xb2, 0x75)],
  ['flv', has('FLV\x01')],
  ['rar', hasMark('Rar!')],
  ['7z', begins(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  ['bzip2', hasMark('BZh')],
  ['xz', begins(0xfd, 0x37, 0x7a, 0x58, 0x5a)],
  ['zstd', begins(0x28, 0xb5, 0x2f, 0xfd)],
  ['cab', hasMark('MSCF')],
  ['tar', hasMark('ustar', 257)],
  ['program', begins(0x7f, 0x45, 0x4c, 0x46)],
  [
    'program',
    (bytes) => [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe].includes(u32be(bytes, 0)),
  ],
  ['program', isOldExecutable],
  ['psd', hasMark('8BPS')],
  ['icon', begins(0, 0, 1, 0)],
  ['shortcut', begins(0x4c, 0, 0, 0, 1, 0x14, 2, 0)],
  ['postscript', (bytes) => has('%!PS')(bytes) || begins(0xc5, 0xd0, 0xd3, 0xc6)(bytes)],
  ['bmp', (bytes) => has('BM')(bytes) && u32be(bytes, 6) === 0 && u16le(bytes, 12) === 0],
];

/** Text that a program would take for something else than words. */
const TEXTS: readonly (readonly [Kind, RegExp])[] = [
  ['shell-script', /^#!/],
  ['php', /^<\?(php|=)/i],
  ['mhtml', /^(MIME-Version:|Content-Type:\s*multipart|From: <Saved by)/i],
  [
    'svg',
    /^(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<([a-z]{1,10}:)?svg[\s>]/i,
  ],
  ['shortcut', /^\[(InternetShortcut|Desktop Entry|autorun)\]/i],
];

const textKind = (bytes: Uint8Array): Kind => {
  const decoded = decodeText(bytes.subarray(0, 4096), { cut: true });
  if (decoded === null) return 'binary';
  const text = decoded.text.trimStart();
  const special = TEXTS.find(([, pattern]) => pattern.test(text));
  if (special) return special[0];
  if (beginsAsHtml(text)) return 'html';
  return /^<\?xml\s/i.test(text) ? 'xml' : 'txt';
};

/** What a file is by its content alone. */
export const kindOf = (bytes: Uint8Array): Kind =>
  SIGNATURES.find(([, test]) => test(bytes))?.[0] ?? textKind(bytes);
