import { PDFName } from '@cantoo/pdf-lib';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type Finding, verdictOf } from '#shared/advertisements/inspection.ts';
import { identityFindings } from './identity.ts';
import { bytesFindings, endsOf } from './pdf-bytes.ts';
import { type PdfObjects, readPdfObjects, streamsOf } from './pdf-objects.ts';
import { drawFirstPage, openPdf, type PdfText, readPdfText } from './pdf-text.ts';
import { type Walked, walkPdf } from './pdf-walk.ts';
import { finding, type Reading, reading } from './report.ts';

/** Milliseconds for the text of all revisions, of the 20 seconds for all. */
const TEXT_MS = 8_000;
const MAX_PAGES_READ = 600;
const MAX_CHARACTERS = 4_000_000;
/** Most earlier revisions that are looked through: signing and commenting leave one each. */
const MAX_REVISIONS = 5;

const budgetUntil = (until: number) => ({ pages: MAX_PAGES_READ, characters: MAX_CHARACTERS, until });

const textFindings = ({ pages, isWhole }: PdfText): readonly Finding[] => [
  ...pages.flatMap(({ page, text }) => identityFindings(text, 'text', page)),
  // A number can be cut by the end of a line that is none on the page.
  ...pages.flatMap(({ page, text }) => identityFindings(text.replaceAll('\n', ''), 'text', page)),
  ...(isWhole ? [] : [finding('not-read-to-the-end')]),
];

/** The text of one earlier revision; `null` when the bytes up to there are no document of their own. */
const textUpTo = async (bytes: Uint8Array, end: number, until: number): Promise<PdfText | null> => {
  const document = await openPdf(bytes.subarray(0, end)).catch(() => null);
  if (!document) return null;
  const text = await readPdfText(document, budgetUntil(until));
  await document.loadingTask.destroy();
  // The beginning of a file that is ordered for the web has no pages of its own.
  return text.pages.length === 0 ? null : text;
};

const earlierFindings = async (bytes: Uint8Array, until: number): Promise<readonly Finding[]> => {
  const earlier = endsOf(bytes)
    .slice(0, -1)
    .filter((end) => end > 400);
  const findings: Finding[] = [];
  let count = 0;
  for (const end of earlier.slice(-MAX_REVISIONS)) {
    const text = await textUpTo(bytes, end, until);
    if (!text) continue;
    count += 1;
    findings.push(...identityFindings(text.pages.map((page) => page.text).join('\n'), 'earlier-revision'));
    if (!text.isWhole) findings.push(finding('not-read-to-the-end'));
  }
  if (earlier.length > MAX_REVISIONS) findings.push(finding('not-read-to-the-end'));
  return count === 0 ? findings : [...findings, finding('earlier-revisions', { count })];
};

const isEncrypted = ({ context, all }: PdfObjects): boolean =>
  context.trailerInfo.Encrypt !== undefined ||
  streamsOf(all).some(({ dict }) => dict.has(PDFName.of('Encrypt')));

const readPages = async (
  bytes: Uint8Array,
  document: PDFDocumentProxy,
  walked: Walked,
): Promise<Omit<Reading, 'findings'> & { readonly found: readonly Finding[] }> => {
  const until = performance.now() + TEXT_MS;
  const text = await readPdfText(document, budgetUntil(until));
  const words = text.pages.map((page) => page.text).join('\n\n');
  return {
    found: [...textFindings(text), ...(await earlierFindings(bytes, until))],
    text: words,
    picture: () => {
      globalThis.gc?.();
      return drawFirstPage(document);
    },
    accessibility: {
      language: walked.language,
      textLayer: words.trim() !== '',
      tagged: walked.isTagged,
      imagesWithoutText: walked.isTagged ? walked.figuresWithoutText : null,
      pages: document.numPages,
    },
  };
};

interface Looked {
  readonly findings: readonly Finding[];
  /** `null` when the objects could not be looked at. */
  readonly walked: Walked | null;
}

/** The objects are let go before the pages are read: together they would take the memory twice. */
const lookAtObjects = async (bytes: Uint8Array): Promise<Looked> => {
  const objects = await readPdfObjects(bytes).catch(() => null);
  if (!objects) return { findings: [finding('unreadable', { format: 'pdf' })], walked: null };
  if (isEncrypted(objects)) return { findings: [finding('encrypted')], walked: null };
  const walked = walkPdf(objects);
  return { findings: [...walked.findings, ...bytesFindings(bytes, objects.own)], walked };
};

/** PDF: every object of every revision, what stands around them, and the text of all pages [2016 App.5 ¶11]. */
export const inspectPdf = async (bytes: Uint8Array): Promise<Reading> => {
  const { findings, walked } = await lookAtObjects(bytes);
  // What is refused already is not drawn: fewer bytes of strangers reach the larger reader.
  if (walked === null || verdictOf(findings) === 'refused') return reading(findings);
  // Where the process allows it: what the objects took is free for the pages.
  globalThis.gc?.();
  const document = await openPdf(bytes).catch(() => null);
  if (!document) return reading([...findings, finding('unreadable', { format: 'pdf' })]);
  const { found, ...pages } = await readPages(bytes, document, walked);
  return reading([...findings, ...found], pages);
};
