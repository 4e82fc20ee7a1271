import type { Finding } from '#shared/advertisements/inspection.ts';
import { asBuffer, isPadding, type Window, windowsOf } from './bytes.ts';
import { finding } from './report.ts';

const END = Buffer.from('%%EOF');

/** Where each revision ends; the last one ends the file. */
export const endsOf = (bytes: Uint8Array): readonly number[] => {
  const buffer = asBuffer(bytes);
  const ends: number[] = [];
  for (let at = buffer.indexOf(END); at >= 0; at = buffer.indexOf(END, at + 1)) ends.push(at + END.length);
  return ends;
};

/** Signers and scanners leave a few bytes behind the end. */
const MAX_TAIL = 32;

const tailFindings = (bytes: Uint8Array): readonly Finding[] => {
  const end = endsOf(bytes).at(-1);
  if (end === undefined || isPadding(bytes, end)) return [];
  const tail = bytes.length - end;
  const isMarkup = asBuffer(bytes).includes('<', end);
  return tail > MAX_TAIL || isMarkup ? [finding('data-after-the-end', { bytes: tail })] : [];
};

/** Each letter of a name may be written as its number. */
const spelled = (name: string): string =>
  [...name].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('');

/** Names that no harmless PDF holds, in whatever part of the bytes a careless reader would find them. */
const NAMES: readonly (readonly [RegExp, Finding])[] = [
  [new RegExp(`/${spelled('JavaScript')}\\b`, 'i'), finding('script')],
  [new RegExp(`/${spelled('Launch')}\\b`), finding('acts-on-the-computer', { action: 'Launch' })],
  [new RegExp(`/${spelled('RichMedia')}`), finding('embedded-media')],
  [new RegExp(`/${spelled('SubmitForm')}\\b`), finding('acts-on-the-computer', { action: 'SubmitForm' })],
  [new RegExp(`/${spelled('ImportData')}\\b`), finding('acts-on-the-computer', { action: 'ImportData' })],
  [new RegExp(`/${spelled('EmbeddedFile')}\\b`), finding('embedded-file')],
];

const HEADER = /(?<![0-9])[0-9]{1,10}[\s\0]+[0-9]{1,5}[\s\0]+obj(?![a-zA-Z])/g;

const headersIn = (text: string, { from, to }: Window): number =>
  [...text.matchAll(HEADER)].filter(({ index }) => index >= from && index < to).length;

/** What the bytes say for themselves; more objects in them than were read means that some are hidden from the reader. */
export const bytesFindings = (bytes: Uint8Array, objectsRead: number): readonly Finding[] => {
  const found = new Set<Finding>();
  let headers = 0;
  for (const window of windowsOf(bytes)) {
    const text = asBuffer(window.bytes).toString('latin1');
    for (const [name, one] of NAMES) if (name.test(text)) found.add(one);
    headers += headersIn(text, window);
  }
  const hidden = headers > objectsRead ? [finding('unreadable', { format: 'pdf' })] : [];
  return [...found, ...hidden, ...tailFindings(bytes)];
};
