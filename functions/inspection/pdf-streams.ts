import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { asBuffer } from './bytes.ts';
import { identityFindings, identityFindingsInBytes } from './identity.ts';
import { type Inflated, inflateWithin } from './inflate.ts';
import { nameOf, type PdfObjects, streamsOf } from './pdf-objects.ts';
import { finding } from './report.ts';
import { virusFindings } from './signatures.ts';

/** Of streams that are no pictures: packed bytes, and how many, at most. */
const MAX_PACKED = 2_000_000;
const MAX_STREAMS = 400;

/** Spellings of bytes in letters, which never make them more. */
const SPELLED = new Set(['ASCII85Decode', 'ASCIIHexDecode']);

const unspelled = (filter: string, bytes: Uint8Array, { context }: PdfObjects): Inflated => {
  try {
    return decodePDFRawStream(PDFRawStream.of(context.obj({ Filter: filter }), bytes)).decode();
  } catch {
    return 'unknown';
  }
};

const filtersOf = ({ dict }: PDFRawStream, { context }: PdfObjects): readonly (string | null)[] => {
  const value = dict.get(PDFName.of('Filter'));
  const found = value instanceof PDFRef ? context.lookup(value) : value;
  if (found === undefined) return [];
  return found instanceof PDFArray
    ? found.asArray().map((one) => nameOf(one, context))
    : [nameOf(found, context)];
};

/** A stream's bytes, when they are packed in the usual ways only, or not at all. */
const unpacked = (stream: PDFRawStream, objects: PdfObjects): Inflated => {
  let bytes: Inflated = stream.contents;
  for (const filter of filtersOf(stream, objects)) {
    if (typeof bytes === 'string') return bytes;
    if (filter === 'FlateDecode') bytes = inflateWithin(bytes);
    else bytes = filter !== null && SPELLED.has(filter) ? unspelled(filter, bytes, objects) : 'unknown';
  }
  return bytes;
};

/** What a page or a stamp draws as plain words: also where no reader of pages looks, as beside the page. */
const drawnText = (bytes: Uint8Array): string => {
  const words = asBuffer(bytes).toString('latin1');
  if (!/T[jJ]/.test(words)) return '';
  const strings = words
    .replace(/\)\s*-?[\d.]{1,9}\s*\(/g, '')
    .matchAll(/\(((?:[^()\\]|\\[\s\S]){1,2000})\)/g);
  return [...strings].map(([, text = '']) => text.replace(/\\([()\\])/g, '$1')).join('\n');
};

const findingsIn = (bytes: Uint8Array, isMetadata: boolean): readonly Finding[] => [
  ...virusFindings(bytes),
  ...identityFindingsInBytes(bytes, isMetadata ? 'metadata' : 'hidden-text'),
  ...identityFindings(drawnText(bytes), 'text'),
];

/** What stands in the streams of a PDF that are no pictures. */
export const streamFindings = (objects: PdfObjects): readonly Finding[] =>
  streamsOf(objects.all)
    .filter(
      ({ dict, contents }) =>
        contents.length < MAX_PACKED && nameOf(dict.get(PDFName.of('Subtype')), objects.context) !== 'Image',
    )
    .slice(0, MAX_STREAMS)
    .flatMap((stream) => {
      const bytes = unpacked(stream, objects);
      if (bytes === 'bomb') return [finding('could-not-be-inspected')];
      if (bytes === 'unknown') return [];
      return findingsIn(bytes, nameOf(stream.dict.get(PDFName.of('Type')), objects.context) === 'Metadata');
    });
