import { decodePDFRawStream, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { asBuffer, isPadding } from './bytes.ts';
import { identityFindings, identityFindingsInBytes } from './identity.ts';
import { dictionaryFindings } from './pdf-actions.ts';
import { nameOf, type PdfObjects, readPdfObjects, streamsOf, visitPdf } from './pdf-objects.ts';
import { drawFirstPage, openPdf, type PdfText, readPdfText } from './pdf-text.ts';
import { finding, languageOf, type Reading, reading, unreadable } from './report.ts';

/** Milliseconds for the text of all revisions, of the 20 seconds for all. */
const TEXT_MS = 8_000;
const MAX_PAGES_READ = 600;
const MAX_CHARACTERS = 4_000_000;
/** Most earlier revisions that are looked through: signing and commenting leave one each. */
const MAX_REVISIONS = 5;

const END = Buffer.from('%%EOF');

/** Where each revision ends; the last one ends the file. */
const endsOf = (bytes: Uint8Array): readonly number[] => {
  const buffer = asBuffer(bytes);
  const ends: number[] = [];
  for (let at = buffer.indexOf(END); at >= 0; at = buffer.indexOf(END, at + 1)) ends.push(at + END.length);
  return ends;
};

/** Signers and scanners leave a few bytes behind the end. */
const MAX_TAIL = 32;

const tailFindings = (bytes: Uint8Array, ends: readonly number[]): readonly Finding[] => {
  const end = ends.at(-1);
  if (end === undefined || isPadding(bytes, end)) return [];
  const tail = bytes.length - end;
  return tail > MAX_TAIL ? [finding('data-after-the-end', { bytes: tail })] : [];
};

/** Each letter of a name may be written as its number. */
const spelled = (name: string): string =>
  [...name].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('');

/** Names that no harmless PDF holds, in whatever part of the bytes a careless reader would find them. */
const RAW: readonly (readonly [RegExp, Finding])[] = [
  [new RegExp(`/${spelled('JavaScript')}\\b`, 'i'), finding('script')],
  [new RegExp(`/${spelled('Launch')}\\b`), finding('acts-on-the-computer', { action: 'Launch' })],
  [new RegExp(`/${spelled('RichMedia')}`), finding('embedded-media')],
  [new RegExp(`/${spelled('SubmitForm')}\\b`), finding('acts-on-the-computer', { action: 'SubmitForm' })],
  [new RegExp(`/${spelled('ImportData')}\\b`), finding('acts-on-the-computer', { action: 'ImportData' })],
  [new RegExp(`/${spelled('EmbeddedFile')}\\b`), finding('embedded-file')],
];

const HEADER = /(?<![0-9])[0-9]{1,10}[\s\0]+[0-9]{1,5}[\s\0]+obj(?![a-zA-Z])/g;

const rawFindings = (raw: string): readonly Finding[] =>
  RAW.flatMap(([pattern, one]) => (pattern.test(raw) ? [one] : []));

interface Walked {
  readonly findings: readonly Finding[];
  readonly figuresWithoutText: number;
  readonly isTagged: boolean;
}

const walk = ({ context, all }: PdfObjects): Walked => {
  const findings: Finding[] = [];
  const strings: string[] = [];
  let figuresWithoutText = 0;
  let isTagged = false;
  visitPdf(all, {
    dictionary: (dictionary, isStream) => {
      findings.push(...dictionaryFindings(dictionary, isStream, context));
      const lacksText =
        nameOf(dictionary.get('S'), context) === 'Figure' &&
        !dictionary.has('Alt') &&
        !dictionary.has('ActualText');
      if (lacksText && dictionary.has('P')) figuresWithoutText += 1;
      if (dictionary.get('Marked')?.toString() === 'true') isTagged = true;
    },
    text: (text) => strings.push(text),
    broken: () => findings.push(finding('unreadable', { format: 'pdf' })),
  });
  findings.push(...identityFindings(strings.join('\n'), 'metadata'));
  return { findings, figuresWithoutText, isTagged };
};

/** XMP and the like: text about the document, for programs. */
const metadataFindings = ({ all, context }: PdfObjects): readonly Finding[] =>
  streamsOf(all)
    .filter(({ dict }) => nameOf(dict.get(PDFName.of('Type')), context) === 'Metadata')
    .slice(0, 50)
    .flatMap((stream) => identityFindingsInBytes(decodePDFRawStream(stream).decode(), 'metadata'));

const declaredLanguage = ({ context }: PdfObjects): string | null => {
  const catalog = context.lookup(context.trailerInfo.Root);
  const language = catalog instanceof PDFDict ? catalog.lookup(PDFName.of('Lang')) : undefined;
  return language instanceof PDFString || language instanceof PDFHexString
    ? languageOf(language.decodeText())
    : null;
};

const textFindings = ({ pages, isWhole }: PdfText): readonly Finding[] => [
  ...pages.flatMap(({ page, text }) => identityFindings(text, 'text', page)),
  // A number can be cut by the end of a line that is none on the page.
  ...pages.flatMap(({ page, text }) => identityFindings(text.replaceAll('\n', ''), 'text', page)),
  ...(isWhole ? [] : [finding('not-read-to-the-end')]),
];

const earlierFindings = async (
  bytes: Uint8Array,
  ends: readonly number[],
  until: number,
): Promise<readonly Finding[]> => {
  const earlier = ends.slice(0, -1).filter((end) => end > 400);
  const findings: Finding[] = [];
  let readable = 0;
  for (const end of earlier.slice(-MAX_REVISIONS)) {
    const document = await openPdf(bytes.subarray(0, end)).catch(() => null);
    if (!document) continue;
    const { pages, isWhole } = await readPdfText(document, {
      pages: MAX_PAGES_READ,
      characters: MAX_CHARACTERS,
      until,
    });
    await document.loadingTask.destroy();
    // The beginning of a file that is ordered for the web is no revision: it has no pages of its own.
    if (pages.length > 0) readable += 1;
    findings.push(...identityFindings(pages.map(({ text }) => text).join('\n'), 'earlier-revision'));
    if (!isWhole && pages.length > 0) findings.push(finding('not-read-to-the-end'));
  }
  if (earlier.length > MAX_REVISIONS) findings.push(finding('not-read-to-the-end'));
  return readable === 0 ? findings : [...findings, finding('earlier-revisions', { count: readable })];
};

const isEncrypted = ({ context, all }: PdfObjects): boolean =>
  context.trailerInfo.Encrypt !== undefined ||
  streamsOf(all).some(({ dict }) => dict.has(PDFName.of('Encrypt')));

const inspectDocument = async (
  bytes: Uint8Array,
  objects: PdfObjects,
  document: PDFDocumentProxy,
): Promise<Reading> => {
  const until = performance.now() + TEXT_MS;
  const raw = asBuffer(bytes).toString('latin1');
  const ends = endsOf(bytes);
  const walked = walk(objects);
  const text = await readPdfText(document, { pages: MAX_PAGES_READ, characters: MAX_CHARACTERS, until });
  const findings = [
    ...walked.findings,
    ...rawFindings(raw),
    ...tailFindings(bytes, ends),
    ...metadataFindings(objects),
    ...textFindings(text),
    ...(await earlierFindings(bytes, ends, until)),
  ];
  const words = text.pages.map((page) => page.text).join('\n\n');
  return reading(findings, {
    text: words,
    picture: () => drawFirstPage(document),
    accessibility: {
      language: declaredLanguage(objects),
      textLayer: words.trim() !== '',
      tagged: walked.isTagged,
      imagesWithoutText: walked.isTagged ? walked.figuresWithoutText : null,
      pages: document.numPages,
    },
  });
};

/** PDF: every object of every revision, the text of all pages, and what stands around them [2016 App.5 ¶11]. */
export const inspectPdf = async (bytes: Uint8Array): Promise<Reading> => {
  const objects = await readPdfObjects(bytes).catch(() => null);
  if (!objects) return unreadable('pdf');
  if (isEncrypted(objects)) return reading([finding('encrypted')]);
  const headers = asBuffer(bytes).toString('latin1').match(HEADER)?.length ?? 0;
  if (headers > objects.own)
    return reading([...walk(objects).findings, finding('unreadable', { format: 'pdf' })]);
  const document = await openPdf(bytes).catch(() => null);
  if (!document) return reading([...walk(objects).findings, finding('unreadable', { format: 'pdf' })]);
  return inspectDocument(bytes, objects, document);
};
