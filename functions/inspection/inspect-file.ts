import { createHash } from 'node:crypto';
import { nameProblem } from '#shared/advertisements/file-names.ts';
import { type Format, MAX_FILE_BYTES } from '#shared/advertisements/file-rules.ts';
import { FINDINGS } from '#shared/advertisements/findings.ts';
import {
  type FileInspection,
  type Finding,
  NOTHING_KNOWN,
  verdictOf,
} from '#shared/advertisements/inspection.ts';
import { agreeOnFormat, isTape } from './agreement.ts';
import { type ArchiveReading, type InspectInner, inspectGzip, inspectZip } from './archives.ts';
import { identityFindings } from './identity.ts';
import { distinct, finding, type Reading, reading } from './report.ts';
import { secondFormats, virusFindings } from './signatures.ts';

export interface InspectedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a page shows of a file instead of the file itself. */
export interface Previews {
  /** PNG, at most 1,200 pixels wide and high. */
  readonly png: Uint8Array | null;
  readonly text: string | null;
}

export const NO_PREVIEWS: Previews = { png: null, text: null };

type Read = Reading | ArchiveReading;

/** Each format's inspector, loaded when a file of it comes: reading a text needs no decoder of pictures. */
const readFormat = async (format: Format, bytes: Uint8Array): Promise<Reading> => {
  switch (format) {
    case 'pdf':
      return (await import('./pdf.ts')).inspectPdf(bytes);
    case 'docx':
      return (await import('./docx.ts')).inspectDocx(bytes);
    case 'doc':
      return (await import('./doc.ts')).inspectDoc(bytes);
    case 'rtf':
      return (await import('./rtf.ts')).inspectRtf(bytes);
    case 'html':
      return (await import('./html.ts')).inspectHtml(bytes);
    case 'txt':
      return (await import('./txt.ts')).inspectTxt(bytes);
    case 'gif':
    case 'jpeg':
    case 'tiff':
    case 'png':
      return (await import('./images.ts')).inspectImage(bytes, format);
    case 'wav':
    case 'avi':
      return (await import('./riff.ts')).inspectRiff(bytes, format);
    case 'mp3':
      return (await import('./mp3.ts')).inspectMp3(bytes);
    case 'mpeg':
      return (await import('./mpeg.ts')).inspectMpeg(bytes);
    case 'zip':
    case 'gz':
      return reading([finding('archive-in-archive')]);
  }
};

/** Formats that are archives themselves, or text in which anything may be written. */
const ONE_ONLY: ReadonlySet<Format> = new Set<Format>(['zip', 'gz', 'docx', 'html', 'txt']);
const MARKUP: ReadonlySet<Format> = new Set<Format>(['rtf', 'doc', 'pdf']);

const besides = (format: Format, bytes: Uint8Array): readonly Finding[] => {
  const virus = virusFindings(bytes);
  if (ONE_ONLY.has(format)) return virus;
  return [...virus, ...secondFormats(bytes, { markup: MARKUP.has(format) })];
};

interface Looked {
  readonly format: Format | null;
  readonly read: Read;
}

const lookInto = async (
  { name, bytes }: InspectedFile,
  readAs: (format: Format) => Promise<Read>,
): Promise<Looked> => {
  if (bytes.length === 0) return { format: null, read: reading([finding('empty-file')]) };
  if (bytes.length > MAX_FILE_BYTES)
    return {
      format: null,
      read: reading([finding('too-large', { bytes: bytes.length, limit: MAX_FILE_BYTES })]),
    };
  const { format, findings } = agreeOnFormat(name, bytes);
  if (format === null || findings.length > 0)
    return { format, read: reading([...virusFindings(bytes), ...findings]) };
  const read = await readAs(format);
  return { format, read: { ...read, findings: [...besides(format, bytes), ...read.findings] } };
};

const RANK = { refused: 0, held: 1, noted: 2 } as const;

/** The heaviest first, each once, and a bounded number. */
const ordered = (findings: readonly Finding[]): Finding[] =>
  distinct([...findings].sort((a, b) => RANK[FINDINGS[a.code]] - RANK[FINDINGS[b.code]]));

const inspectInner: InspectInner = async (file) => {
  const { format, read } = await lookInto(file, (found) =>
    isTape(file.bytes)
      ? Promise.resolve(reading([finding('archive-in-archive')]))
      : readFormat(found, file.bytes),
  );
  const findings = ordered(read.findings);
  return {
    format,
    findings,
    verdict: verdictOf(findings),
    accessibility: read.accessibility ?? NOTHING_KNOWN,
  };
};

const readOuter =
  (file: InspectedFile) =>
  (format: Format): Promise<Read> => {
    if (format === 'zip') return inspectZip(file.bytes, inspectInner);
    if (format === 'gz') return inspectGzip(file.name, file.bytes, inspectInner);
    return readFormat(format, file.bytes);
  };

const MAX_PREVIEW_CHARACTERS = 20_000;

const previewsOf = async (verdict: FileInspection['verdict'], { text, picture }: Read): Promise<Previews> => {
  if (verdict === 'refused') return NO_PREVIEWS;
  const shown = text.trim().slice(0, MAX_PREVIEW_CHARACTERS).toWellFormed();
  // A preview that fails is missing; the verdict stands without it.
  const png = (await picture?.().catch(() => null)) ?? null;
  return { png, text: shown === '' ? null : shown };
};

export interface Inspected {
  readonly inspection: FileInspection;
  /** Made when asked for, after the verdict: drawing may fail or take long, and changes nothing. */
  readonly previews: () => Promise<Previews>;
}

/** The public report on a file, and how to make its previews. Needs no network, no secrets and no disk but the program itself. */
export const inspectInSteps = async (file: InspectedFile): Promise<Inspected> => {
  const { format, read } = await lookInto(file, readOuter(file));
  const inner = 'inner' in read ? [...read.inner] : [];
  const named = nameProblem(file.name) === null ? [] : [finding('unsafe-name')];
  const findings = ordered([...read.findings, ...named, ...identityFindings(file.name, 'name')]);
  const verdict = verdictOf(findings, inner);
  const infected = [findings, ...inner.map((one) => one.findings)]
    .flat()
    .some(({ code }) => code === 'virus');
  const inspection: FileInspection = {
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    bytes: file.bytes.length,
    format,
    verdict,
    findings,
    accessibility: read.accessibility,
    scans: [{ engine: 'signatures', outcome: infected ? 'infected' : 'clean' }],
    inner,
  };
  return { inspection, previews: () => previewsOf(verdict, read) };
};

/** Looks into a file and draws it. [2016 App.5 ¶7-11] */
export const inspectFile = async (
  file: InspectedFile,
): Promise<{ readonly inspection: FileInspection; readonly previews: Previews }> => {
  const { inspection, previews } = await inspectInSteps(file);
  return { inspection, previews: await previews() };
};
