import { crc32, inflateRawSync } from 'node:zlib';
import type { FindingCode } from '#shared/advertisements/findings.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { asBuffer, isPadding, u16le, u32le, u64le } from './bytes.ts';
import { endOfZipList } from './signatures.ts';
import { zipName } from './zip-names.ts';

/** Why an archive is not opened. */
export interface ZipProblem {
  readonly code: FindingCode;
  readonly figures?: Readonly<Record<string, number>>;
}

export interface ZipEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Bytes when unpacked, as the list of contents says; held against what comes out. */
  readonly bytes: number;
  readonly packedBytes: number;
  readonly method: number;
  readonly crc: number;
  /** Where its packed bytes begin. */
  readonly dataAt: number;
  readonly headerAt: number;
}

export interface ZipLimits {
  readonly entries: number;
  /** Of one entry and of all, in bytes when unpacked. */
  readonly entryBytes: number;
  readonly totalBytes: number;
}

const problem = (code: FindingCode, figures?: ZipProblem['figures']) =>
  refuse<ZipProblem>(figures ? { code, figures } : { code });

const LISTED = 0x02014b50;
const HEADER = 0x04034b50;
const UNIX = 3;
const APPLE = 19;
const FILE_TYPE = 0o170000;
const REGULAR_OR_FOLDER = new Set([0, 0o100000, 0o040000]);

/** Small things do not blow up; above this, more than 250 times the packed size is no document or picture of anybody. */
const RATIO_FROM_BYTES = 10_000_000;
const MAX_RATIO = 250;

interface Listed extends Omit<ZipEntry, 'dataAt'> {
  readonly flags: number;
  readonly mode: number;
  readonly rawName: Uint8Array;
}

interface Sizes {
  readonly bytes: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

/** Sizes of four bytes that are all ones stand in the extra field instead, eight bytes each. */
const sizesOf = (list: Uint8Array, at: number, extraAt: number, extraLength: number): Sizes => {
  const short = [u32le(list, at + 24), u32le(list, at + 20), u32le(list, at + 42)];
  let long = -1;
  for (let field = extraAt; field + 4 <= extraAt + extraLength; field += 4 + u16le(list, field + 2))
    if (u16le(list, field) === 1) long = field + 4;
  const [bytes = 0, packedBytes = 0, headerAt = 0] = short.map((size) => {
    if (size !== 0xffffffff || long < 0) return size;
    const value = u64le(list, long);
    long += 8;
    return value;
  });
  return { bytes, packedBytes, headerAt };
};

const listedAt = (
  bytes: Uint8Array,
  at: number,
): { readonly entry: Listed; readonly next: number } | null => {
  if (u32le(bytes, at) !== LISTED) return null;
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => u16le(bytes, at + offset));
  const nameAt = at + 46;
  const rawName = bytes.subarray(nameAt, nameAt + (nameLength ?? 0));
  const extraAt = nameAt + (nameLength ?? 0);
  const flags = u16le(bytes, at + 8);
  const name = zipName(rawName, flags);
  const madeBy = bytes[at + 5] ?? 0;
  const mode = madeBy === UNIX || madeBy === APPLE ? u16le(bytes, at + 40) : 0;
  return {
    entry: {
      name,
      rawName,
      isFolder: /[/\\]$/.test(name) || (mode & FILE_TYPE) === 0o040000,
      flags,
      mode,
      method: u16le(bytes, at + 10),
      crc: u32le(bytes, at + 16),
      ...sizesOf(bytes, at, extraAt, extraLength ?? 0),
    },
    next: extraAt + (extraLength ?? 0) + (commentLength ?? 0),
  };
};

/** What the header before an entry's bytes says must be what the list says: readers differ in which of the two they believe. */
const placed = (bytes: Uint8Array, entry: Listed): Result<ZipEntry, ZipProblem> => {
  const { headerAt, packedBytes } = entry;
  if (u32le(bytes, headerAt) !== HEADER) return problem('archive-contradicts-itself');
  const nameLength = u16le(bytes, headerAt + 26);
  const name = bytes.subarray(headerAt + 30, headerAt + 30 + nameLength);
  const same = asBuffer(name).equals(asBuffer(entry.rawName)) && u16le(bytes, headerAt + 8) === entry.method;
  const dataAt = headerAt + 30 + nameLength + u16le(bytes, headerAt + 28);
  if (!same || dataAt + packedBytes > bytes.length) return problem('archive-contradicts-itself');
  return ok({ ...entry, dataAt });
};

const checkEntry = (entry: Listed, limits: ZipLimits): Result<null, ZipProblem> => {
  if ((entry.flags & 0x2041) !== 0 || entry.method === 99) return problem('encrypted');
  if (!REGULAR_OR_FOLDER.has(entry.mode & FILE_TYPE)) return problem('archive-link');
  if (entry.method !== 0 && entry.method !== 8) return problem('archive-method');
  if (entry.bytes > limits.entryBytes)
    return problem('archive-too-large', { bytes: entry.bytes, limit: limits.entryBytes });
  const ratio = entry.bytes / Math.max(1, entry.packedBytes);
  if (entry.bytes > RATIO_FROM_BYTES && ratio > MAX_RATIO)
    return problem('archive-too-large', { ratio: Math.round(ratio), mostRatio: MAX_RATIO });
  return ok(null);
};

/** After an entry's bytes its sizes may be repeated; anything longer that is not filling hides something. */
const MAX_GAP = 64;

/** Entries follow one another from the first byte to the list, none twice: no overlaps, nothing before, between or hidden. */
const checkOrder = (
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  listAt: number,
): Result<null, ZipProblem> => {
  let at = asBuffer(bytes).toString('latin1', 0, 4) === 'PK00' ? 4 : 0;
  for (const { headerAt, dataAt, packedBytes } of [...entries].sort((a, b) => a.headerAt - b.headerAt)) {
    if (headerAt < at) return problem('archive-contradicts-itself');
    if (headerAt - at > MAX_GAP && !isPadding(bytes, at, headerAt))
      return problem('data-after-the-end', { bytes: headerAt - at });
    at = dataAt + packedBytes;
  }
  if (at > listAt) return problem('archive-contradicts-itself');
  if (listAt - at > MAX_GAP && !isPadding(bytes, at, listAt))
    return problem('data-after-the-end', { bytes: listAt - at });
  return ok(null);
};

const readList = (bytes: Uint8Array, listAt: number, count: number): readonly Listed[] | null => {
  const entries: Listed[] = [];
  let at = listAt;
  for (let index = 0; index < count; index += 1) {
    const listed = listedAt(bytes, at);
    if (!listed) return null;
    entries.push(listed.entry);
    at = listed.next;
  }
  return entries;
};

const placeAll = (
  bytes: Uint8Array,
  listed: readonly Listed[],
  limits: ZipLimits,
): Result<readonly ZipEntry[], ZipProblem> => {
  const entries: ZipEntry[] = [];
  let total = 0;
  for (const entry of listed) {
    total += entry.bytes;
    const checked = checkEntry(entry, limits);
    if (!checked.ok) return checked;
    if (total > limits.totalBytes)
      return problem('archive-too-large', { bytes: total, limit: limits.totalBytes });
    const found = placed(bytes, entry);
    if (!found.ok) return found;
    entries.push(found.value);
  }
  return ok(entries);
};

/** The list of contents of a ZIP, held against its bytes before anything is unpacked. Takes only what every reader understands alike. */
export const openZip = (bytes: Uint8Array, limits: ZipLimits): Result<readonly ZipEntry[], ZipProblem> => {
  const endAt = endOfZipList(bytes);
  if (endAt < 0) return problem('unreadable');
  const commentEnd = endAt + 22 + u16le(bytes, endAt + 20);
  if (commentEnd > bytes.length) return problem('unreadable');
  if (!isPadding(bytes, commentEnd))
    return problem('data-after-the-end', { bytes: bytes.length - commentEnd });
  const count = u16le(bytes, endAt + 10);
  if (u16le(bytes, endAt + 4) !== 0 || u16le(bytes, endAt + 8) !== count)
    return problem('archive-contradicts-itself');
  if (count > limits.entries) return problem('archive-too-many', { count, limit: limits.entries });
  const listAt = u32le(bytes, endAt + 16);
  const listed = readList(bytes, listAt, count);
  if (!listed) return problem('unreadable');
  const names = new Set(listed.map(({ name }) => name.toLowerCase()));
  if (names.size !== listed.length) return problem('archive-contradicts-itself');
  const entries = placeAll(bytes, listed, limits);
  if (!entries.ok) return entries;
  const order = checkOrder(bytes, entries.value, listAt);
  return order.ok ? entries : order;
};

/** Unpacks one entry; never more than its announced size, and only if checksum and size are as announced. */
export const unpack = (bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array, ZipProblem> => {
  const packed = bytes.subarray(entry.dataAt, entry.dataAt + entry.packedBytes);
  const unpacked = inflated(packed, entry);
  if (unpacked === null) return problem('unreadable');
  const right = unpacked.length === entry.bytes && crc32(unpacked) === entry.crc;
  return right ? ok(unpacked) : problem('archive-contradicts-itself');
};

const inflated = (packed: Uint8Array, { method, bytes }: ZipEntry): Uint8Array | null => {
  if (method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch {
    return null;
  }
};
