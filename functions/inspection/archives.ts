import { createHash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import { formatOfName, MAX_FILE_BYTES } from '#shared/advertisements/file-rules.ts';
import {
  type Finding,
  type InnerInspection,
  MAX_INNER_FILES,
  verdictOf,
} from '#shared/advertisements/inspection.ts';
import { ascii, isPadding, u16le, u32le } from './bytes.ts';
import { identityFindings, identityFindingsInBytes } from './identity.ts';
import { distinct, finding, type Reading, reading } from './report.ts';
import { endOfZipList } from './signatures.ts';
import { openZip, unpack, type ZipEntry } from './zip.ts';
import { hasUnsafeName, isUnsafePath, shownPath } from './zip-names.ts';

/** An archive's own findings, and what was found in each file of it. */
export interface ArchiveReading extends Reading {
  readonly inner: readonly InnerInspection[];
}

export interface InnerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Looks into one file of an archive, by the same rules as into any other. */
export type InspectInner = (file: InnerFile) => Promise<Omit<InnerInspection, 'name' | 'sha256' | 'bytes'>>;

/** Of all files of an archive together, unpacked, in bytes. */
const MAX_TOTAL_BYTES = 200_000_000;

const archive = (findings: readonly Finding[], inner: readonly InnerInspection[] = []): ArchiveReading => ({
  ...reading(findings),
  inner,
});

/** What systems leave in archives unasked: it holds no words or pictures, and is not shown. */
const isSystemFile = ({ name, bytes }: ZipEntry): boolean =>
  bytes < 1_000_000 &&
  (/(^|\/)__MACOSX\//.test(name) || /(^|\/)(\.DS_Store|Icon\r|Thumbs\.db|desktop\.ini)$/i.test(name));

/** The marks of Mac's resource forks and folder settings, and of Windows' folder settings and pictures of files. */
const SYSTEM_MARKS = [
  /^\x00\x05\x16[\x00\x07]/,
  /^\x00\x00\x00\x01Bud1/,
  /^(\xff\xfe|\xef\xbb\xbf)?\s*\[/,
  /^\xd0\xcf\x11\xe0/,
];

const looksSystem = (bytes: Uint8Array): boolean =>
  bytes.length === 0 || SYSTEM_MARKS.some((mark) => mark.test(ascii(bytes, 0, 16)));

const pathFindings = ({ name }: ZipEntry): readonly Finding[] => {
  if (isUnsafePath(name)) return [finding('archive-path')];
  return hasUnsafeName(name) ? [finding('unsafe-name')] : [];
};

const report = async (
  { name, bytes }: InnerFile,
  own: readonly Finding[],
  inspect: InspectInner,
): Promise<InnerInspection> => {
  const inspected = await inspect({ name: name.split('/').at(-1) ?? name, bytes });
  const findings = distinct([...own, ...inspected.findings]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    name: shownPath(name),
    sha256,
    bytes: bytes.length,
    ...inspected,
    findings,
    verdict: verdictOf(findings),
  };
};

const inspectEntry = async (
  bytes: Uint8Array,
  entry: ZipEntry,
  inspect: InspectInner,
): Promise<InnerInspection | Finding | 'system'> => {
  const unpacked = unpack(bytes, entry);
  if (!unpacked.ok) return finding(unpacked.problem.code, unpacked.problem.figures);
  if (isSystemFile(entry) && looksSystem(unpacked.value)) return 'system';
  const own = [...pathFindings(entry), ...identityFindings(entry.name, 'name')];
  return report({ name: entry.name, bytes: unpacked.value }, own, inspect);
};

const LIMITS = { entries: MAX_INNER_FILES * 2, entryBytes: MAX_FILE_BYTES, totalBytes: MAX_TOTAL_BYTES };

const inspectEntries = async (
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  inspect: InspectInner,
): Promise<ArchiveReading> => {
  const folders = entries.filter(({ isFolder }) => isFolder).flatMap(pathFindings);
  const files = entries.filter(({ isFolder }) => !isFolder);
  const limit = MAX_INNER_FILES;
  const inner: InnerInspection[] = [];
  let systemFiles = 0;
  for (const entry of files) {
    if (inner.length >= limit)
      return archive([finding('archive-too-many', { count: files.length, limit })], inner);
    const inspected = await inspectEntry(bytes, entry, inspect);
    if (inspected === 'system') systemFiles += 1;
    else if ('code' in inspected) return archive([inspected], inner);
    else inner.push(inspected);
  }
  const system = systemFiles === 0 ? [] : [finding('system-files', { count: systemFiles })];
  return archive([...folders, ...system, ...(inner.length === 0 ? [finding('archive-empty')] : [])], inner);
};

/** ZIP: opened only when its list of contents is honest; each file in it obeys the same rules [2016 App.5 ¶8, D-3]. */
export const inspectZip = async (bytes: Uint8Array, inspect: InspectInner): Promise<ArchiveReading> => {
  const opened = openZip(bytes, LIMITS);
  if (opened.ok) {
    const read = await inspectEntries(bytes, opened.value, inspect);
    const comment = bytes.subarray(endOfZipList(bytes) + 22);
    return { ...read, findings: [...read.findings, ...identityFindingsInBytes(comment, 'metadata')] };
  }
  const { code, figures } = opened.problem;
  return archive([finding(code, code === 'unreadable' ? { format: 'zip' } : figures)]);
};

const ZERO_END = /^[^\0]*\0/;

interface GzipHeader {
  readonly dataAt: number;
  readonly name: string | null;
}

const gzipHeader = (bytes: Uint8Array): GzipHeader | null => {
  const flags = bytes[3] ?? 0;
  if (bytes[2] !== 8 || (flags & 0xe0) !== 0) return null;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + u16le(bytes, at);
  let name: string | null = null;
  for (const bit of [8, 16]) {
    if ((flags & bit) === 0) continue;
    const text = ZERO_END.exec(ascii(bytes, at, 2_000))?.[0];
    if (text === undefined) return null;
    if (bit === 8) name = Buffer.from(text.slice(0, -1), 'latin1').toString('utf8');
    at += text.length;
  }
  return { dataAt: at + ((flags & 2) === 0 ? 0 : 2), name };
};

type Unzipped = { readonly bytes: Uint8Array; readonly end: number } | Finding;

/** One member; how many bytes it took is known from the engine, so that what stands behind it is seen. */
const gunzip = (bytes: Uint8Array, dataAt: number): Unzipped => {
  try {
    const packed = bytes.subarray(dataAt);
    // With `info` the answer holds the engine too; the types do not know it.
    const { buffer, engine } = inflateRawSync(packed, {
      info: true,
      maxOutputLength: MAX_FILE_BYTES,
    }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    const end = dataAt + engine.bytesWritten;
    const right =
      u32le(bytes, end) === crc32(buffer) &&
      u32le(bytes, end + 4) === buffer.length &&
      end + 8 <= bytes.length;
    return right ? { bytes: buffer, end: end + 8 } : finding('archive-contradicts-itself');
  } catch (cause) {
    const tooLarge = (cause as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge
      ? finding('archive-too-large', { limit: MAX_FILE_BYTES })
      : finding('unreadable', { format: 'gz' });
  }
};

/** The outer name without its end, as most programs unpack it; the stored one where that says no format. */
const innerName = (outer: string, stored: string | null): string => {
  const bare = outer.replace(/\.gz(ip)?$/i, '');
  return formatOfName(bare) === null ? (stored?.split(/[/\\]/).at(-1) ?? bare) : bare;
};

/** GZ: one file, unpacked up to the limit of a file [2016 App.5 ¶8, D-3]. */
export const inspectGzip = async (
  outer: string,
  bytes: Uint8Array,
  inspect: InspectInner,
): Promise<ArchiveReading> => {
  const header = gzipHeader(bytes);
  if (!header) return archive([finding('unreadable', { format: 'gz' })]);
  const unzipped = gunzip(bytes, header.dataAt);
  if ('code' in unzipped) return archive([unzipped]);
  const behind = bytes.length - unzipped.end;
  const tail = isPadding(bytes, unzipped.end) ? [] : [finding('data-after-the-end', { bytes: behind })];
  const name = innerName(outer, header.name);
  const named = identityFindings(header.name ?? '', 'name');
  return archive([...tail, ...named], [await report({ name, bytes: unzipped.bytes }, [], inspect)]);
};
