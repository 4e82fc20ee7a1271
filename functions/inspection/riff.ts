import type { Format } from '#shared/advertisements/file-rules.ts';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { ascii, isPadding, u16le, u32le } from './bytes.ts';
import { identityFindingsInBytes } from './identity.ts';
import { finding, type Reading, reading, unreadable } from './report.ts';

interface Chunk {
  readonly id: string;
  readonly at: number;
  readonly bytes: number;
}

const CHUNK_ID = /^[\x20-\x7e]{4}$/;
/** A writer that cannot go back to the beginning leaves the length open. */
const OPEN = new Set([0, 0xffffffff, 0x7fffffff]);

/** The chunks between two places, each with its data; `null` when they do not follow one another. */
const chunksOf = (
  bytes: Uint8Array,
  from: number,
  to: number,
  mayBeOpen: ReadonlySet<string>,
): readonly Chunk[] | null => {
  const chunks: Chunk[] = [];
  let at = from;
  while (at + 8 <= to) {
    const id = ascii(bytes, at, 4);
    const said = u32le(bytes, at + 4);
    if (!CHUNK_ID.test(id)) return isPadding(bytes, at, to) ? chunks : null;
    const size = mayBeOpen.has(id) && (OPEN.has(said) || at + 8 + said > to) ? to - at - 8 : said;
    if (at + 8 + size > to) return null;
    chunks.push({ id, at: at + 8, bytes: size });
    at += 8 + size + (size % 2);
  }
  return chunks;
};

interface Form {
  readonly end: number;
  readonly chunks: readonly Chunk[];
}

/** A RIFF form that begins here, `WAVE` or `AVI `. */
const formAt = (bytes: Uint8Array, at: number, mayBeOpen: ReadonlySet<string>): Form | null => {
  const said = u32le(bytes, at + 4);
  const isOpen = mayBeOpen.has('RIFF') && (OPEN.has(said) || at + 8 + said > bytes.length);
  const end = isOpen ? bytes.length : at + 8 + said;
  if (end > bytes.length) return null;
  const chunks = chunksOf(bytes, at + 12, end, mayBeOpen);
  return chunks ? { end: end + (end % 2), chunks } : null;
};

/** Editors of sound append titles as other formats do: at the very end, of fixed length. */
const isTitleTag = (bytes: Uint8Array, at: number): boolean =>
  ascii(bytes, at, 3) === 'TAG' && bytes.length - at === 128;

const tailFindings = (bytes: Uint8Array, at: number): readonly Finding[] =>
  at >= bytes.length || isPadding(bytes, at) || isTitleTag(bytes, at)
    ? []
    : [finding('data-after-the-end', { bytes: bytes.length - at })];

const found = (findings: readonly Finding[], bytes: Uint8Array): Reading =>
  reading([...findings, ...identityFindingsInBytes(bytes, 'metadata')], {
    accessibility: { textLayer: false },
  });

/** WAV: a format, samples of it, and nothing behind. */
export const inspectWav = (bytes: Uint8Array): Reading => {
  const form = formAt(bytes, 0, new Set(['RIFF', 'data']));
  const format = form?.chunks.find(({ id }) => id === 'fmt ');
  const data = form?.chunks.find(({ id }) => id === 'data');
  if (!form || !format || !data || format.bytes < 14) return unreadable('wav');
  const [channels, rate] = [u16le(bytes, format.at + 2), u32le(bytes, format.at + 4)];
  if (channels < 1 || channels > 32 || rate < 1_000 || rate > 768_000) return unreadable('wav');
  return found(tailFindings(bytes, form.end), bytes);
};

const listType = (bytes: Uint8Array, { id, at }: Chunk): string => (id === 'LIST' ? ascii(bytes, at, 4) : '');

/** AVI: its header, its film, and further forms of the same film only. */
export const inspectAvi = (bytes: Uint8Array): Reading => {
  const form = formAt(bytes, 0, new Set());
  const types = form?.chunks.map((chunk) => listType(bytes, chunk)) ?? [];
  const header = form?.chunks.find((chunk) => listType(bytes, chunk) === 'hdrl');
  if (!form || !header || !types.includes('movi') || ascii(bytes, header.at + 4, 4) !== 'avih')
    return unreadable('avi');
  let end = form.end;
  while (ascii(bytes, end, 4) === 'RIFF' && ascii(bytes, end + 8, 4) === 'AVIX') {
    const next = formAt(bytes, end, new Set());
    if (!next) return unreadable('avi');
    end = next.end;
  }
  return found(tailFindings(bytes, end), bytes);
};

/** For the two formats of this file. */
export const inspectRiff = (bytes: Uint8Array, format: Format): Reading =>
  format === 'wav' ? inspectWav(bytes) : inspectAvi(bytes);
