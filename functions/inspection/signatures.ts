import type { Finding } from '#shared/advertisements/inspection.ts';
import { asBuffer, ascii, u16le, u32le, windowsOf } from './bytes.ts';
import { finding } from './report.ts';

/** The pattern that scanners agreed on for tests; in two halves, or scanners would find it here. */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
);
const EICAR_LE = Buffer.from(EICAR.toString('latin1'), 'utf16le');
const EICAR_BE = Buffer.from(EICAR_LE).swap16();

/** Virus patterns anywhere in the bytes. */
export const virusFindings = (bytes: Uint8Array): readonly Finding[] => {
  const buffer = asBuffer(bytes);
  const found = [EICAR, EICAR_LE, EICAR_BE].some((pattern) => buffer.includes(pattern));
  return found ? [finding('virus', { name: 'EICAR-Test-File' })] : [];
};

/** The end of a ZIP's list of contents: 22 bytes and a comment that reaches to the end of the file. */
const END_OF_LIST = Buffer.from('PK\x05\x06', 'latin1');
const MAX_COMMENT = 65_535;

/** Where the list of contents of a ZIP ends; -1 when the bytes are no ZIP by any reader's rule. */
export const endOfZipList = (bytes: Uint8Array): number => {
  const buffer = asBuffer(bytes);
  const lowest = Math.max(0, bytes.length - 22 - MAX_COMMENT);
  let at = buffer.lastIndexOf(END_OF_LIST);
  while (at >= lowest) {
    if (at + 22 <= bytes.length && u32le(bytes, at + 16) + u32le(bytes, at + 12) <= at) return at;
    at = at === 0 ? -1 : buffer.lastIndexOf(END_OF_LIST, at - 1);
  }
  return -1;
};

/** A list of contents that names at least one file, or an empty one that is nothing but its end. */
const isAlsoZip = (bytes: Uint8Array): boolean => {
  const at = endOfZipList(bytes);
  return at >= 0 && u16le(bytes, at + 10) > 0 && ascii(bytes, at - u32le(bytes, at + 12), 4) === 'PK\x01\x02';
};

/** Readers of PDF accept its beginning anywhere in the first 1,024 bytes. */
const PDF_WITHIN = 1024;
const MARKUP = /<(script|html|!doctype\s+html|iframe)[\s>]|<\?php\s/i;

const holdsMarkup = (bytes: Uint8Array): boolean => {
  for (const window of windowsOf(bytes))
    if (MARKUP.test(asBuffer(window.bytes).toString('latin1'))) return true;
  return false;
};

const isAlsoPdf = (bytes: Uint8Array): boolean => ascii(bytes, 1, PDF_WITHIN + 4).includes('%PDF-');

const RAR = Buffer.from('Rar!\x1a\x07', 'latin1');
const SEVEN = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);

const WINDOWS_PROGRAM = Buffer.from('MZ', 'latin1');
const UNIX_PROGRAM = Buffer.from('\x7fELF', 'latin1');
/** What follows: 32 or 64 bits, either order of bytes, the one version there is. */
const UNIX_HEADER = /^[\x01\x02][\x01\x02]\x01$/;
/** Where a Windows program says that its proper header begins, and how far that can be. */
const [HEADER_AT, HEADER_WITHIN] = [0x3c, 4096];

const hasAnywhere = (bytes: Uint8Array, mark: Buffer, follows: (at: number) => boolean): boolean => {
  const buffer = asBuffer(bytes);
  for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, at + 1))
    if (follows(at)) return true;
  return false;
};

/** A program for Windows or Unix that begins anywhere: whoever cuts it out can run it. */
const holdsProgram = (bytes: Uint8Array): boolean =>
  hasAnywhere(bytes, WINDOWS_PROGRAM, (at) => {
    const header = u32le(bytes, at + HEADER_AT);
    return header <= HEADER_WITHIN && ascii(bytes, at + header, 4) === 'PE\0\0';
  }) || hasAnywhere(bytes, UNIX_PROGRAM, (at) => UNIX_HEADER.test(ascii(bytes, at + 4, 3)));

/** Where any markup may stand as words, an instruction for a server may not. */
const SERVER_INSTRUCTION = Buffer.from('<?php', 'latin1');

interface Ways {
  /** Markup is what the format itself carries; at its very beginning it would be a page to careless readers all the same. */
  readonly markup?: boolean;
}

/** Files that another program would take for something else: an image with an archive behind it, a sound that is also a page. */
export const secondFormats = (bytes: Uint8Array, { markup = false }: Ways = {}): readonly Finding[] => {
  const buffer = asBuffer(bytes);
  const found: string[] = [];
  if (isAlsoZip(bytes)) found.push('zip');
  if (isAlsoPdf(bytes)) found.push('pdf');
  if (buffer.includes(RAR)) found.push('rar');
  if (buffer.includes(SEVEN)) found.push('7z');
  if (holdsProgram(bytes)) found.push('program');
  if (markup && buffer.includes(SERVER_INSTRUCTION)) found.push('php');
  if (holdsMarkup(markup ? bytes.subarray(0, PDF_WITHIN) : bytes)) found.push('html');
  return found.map((kind) => finding('two-formats', { kind }));
};
