import { inflateSync } from 'node:zlib';
import { PDFDict, PDFHexString, PDFName, type PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { identityFindings, identityFindingsInBytes } from './identity.ts';
import { dictionaryFindings } from './pdf-actions.ts';
import { nameOf, type PdfObjects, streamsOf, visitPdf } from './pdf-objects.ts';
import { finding, languageOf } from './report.ts';
import { virusFindings } from './signatures.ts';

export interface Walked {
  readonly findings: readonly Finding[];
  readonly figuresWithoutText: number;
  readonly isTagged: boolean;
  readonly language: string | null;
}

const declaredLanguage = ({ context }: PdfObjects): string | null => {
  const catalog = context.lookup(context.trailerInfo.Root);
  const language = catalog instanceof PDFDict ? catalog.lookup(PDFName.of('Lang')) : undefined;
  return language instanceof PDFString || language instanceof PDFHexString
    ? languageOf(language.decodeText())
    : null;
};

/** Of streams that are no pictures: packed, unpacked, and how many, at most. */
const MAX_PACKED = 2_000_000;
const MAX_UNPACKED = 8_000_000;
const MAX_STREAMS = 400;

/** A stream's bytes when they are packed in the usual way only, or not at all. */
const unpacked = ({ dict, contents }: PDFRawStream, objects: PdfObjects): Uint8Array => {
  if (!dict.has(PDFName.of('Filter'))) return contents;
  if (nameOf(dict.get(PDFName.of('Filter')), objects.context) !== 'FlateDecode') return new Uint8Array();
  try {
    return inflateSync(contents, { maxOutputLength: MAX_UNPACKED });
  } catch {
    return new Uint8Array();
  }
};

const streamFindings = (objects: PdfObjects): readonly Finding[] =>
  streamsOf(objects.all)
    .filter(
      ({ dict, contents }) =>
        contents.length < MAX_PACKED && nameOf(dict.get(PDFName.of('Subtype')), objects.context) !== 'Image',
    )
    .slice(0, MAX_STREAMS)
    .flatMap((stream) => {
      const bytes = unpacked(stream, objects);
      const isMetadata = nameOf(stream.dict.get(PDFName.of('Type')), objects.context) === 'Metadata';
      return [
        ...virusFindings(bytes),
        ...identityFindingsInBytes(bytes, isMetadata ? 'metadata' : 'hidden-text'),
      ];
    });

/** Every dictionary, string and small stream of every revision. */
export const walkPdf = (objects: PdfObjects): Walked => {
  const { context, all } = objects;
  const findings: Finding[] = [];
  const strings: string[] = [];
  let figuresWithoutText = 0;
  let isTagged = false;
  visitPdf(all, {
    dictionary: (dictionary, isStream) => {
      findings.push(...dictionaryFindings(dictionary, isStream, context));
      const isFigure = nameOf(dictionary.get('S'), context) === 'Figure' && dictionary.has('P');
      if (isFigure && !dictionary.has('Alt') && !dictionary.has('ActualText')) figuresWithoutText += 1;
      if (dictionary.get('Marked')?.toString() === 'true') isTagged = true;
    },
    text: (text) => strings.push(text),
    broken: () => findings.push(finding('unreadable', { format: 'pdf' })),
  });
  findings.push(...identityFindings(strings.join('\n'), 'metadata'), ...streamFindings(objects));
  return { findings, figuresWithoutText, isTagged, language: declaredLanguage(objects) };
};
