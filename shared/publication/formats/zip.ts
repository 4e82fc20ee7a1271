import { deflateSync } from 'fflate';
import { concatBytes } from '../../ledger/bytes.ts';
import { ZIP_RECORDS } from './zip-records.ts';

/** The first day that an archive can name: a fixed time gives the same bytes whenever it is made. */
const ZIP_TIME = (1 << 21) | (1 << 16);
/** Of the format in which a file is packed, 2.0; names in UTF-8; and that it is packed by "deflate". */
const [VERSION, UTF8, DEFLATE] = [20, 0x800, 8];

const utf8 = new TextEncoder();

const CRC_OF_BYTE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

const crc32 = (bytes: Uint8Array): number => {
  let crc = -1;
  for (let at = 0; at < bytes.length; at += 1)
    crc = (CRC_OF_BYTE[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc;
};

type Field = readonly [bytes: 2 | 4, value: number];

const record = (fields: readonly Field[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
};

/** A file as an archive holds it. */
export interface PackedFile {
  readonly bytes: Uint8Array;
  readonly unpackedBytes: number;
  readonly crc: number;
}

export const packed = (bytes: Uint8Array): PackedFile => ({
  bytes: deflateSync(bytes, { level: 6 }),
  unpackedBytes: bytes.length,
  crc: crc32(bytes),
});

/** What both records of a file say of it. */
const fileFields = (
  path: string,
  name: Uint8Array,
  { bytes, unpackedBytes, crc }: PackedFile,
): readonly Field[] => [
  [2, VERSION],
  [2, name.length === path.length ? 0 : UTF8],
  [2, DEFLATE],
  [4, ZIP_TIME],
  [4, crc],
  [4, bytes.length],
  [4, unpackedBytes],
  [2, name.length],
  [2, 0],
];

/**
 * A zip of these files by their paths, in this order, piece by piece: whoever only compares it never holds it whole. The same files always
 * give the same bytes.
 */
export function* zipPieces(
  files: Iterable<readonly [path: string, file: PackedFile]>,
): Generator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let [at, count, directoryBytes] = [0, 0, 0];
  for (const [path, file] of files) {
    const name = utf8.encode(path);
    const fields = fileFields(path, name, file);
    const local = concatBytes(record([[4, ZIP_RECORDS.local], ...fields]), name);
    const central = record([
      [4, ZIP_RECORDS.central],
      [2, VERSION],
      ...fields,
      // No comment, on the first disk, without attributes.
      [4, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ]);
    directory.push(central, name);
    directoryBytes += central.length + name.length;
    at += local.length + file.bytes.length;
    count += 1;
    yield local;
    yield file.bytes;
  }
  yield* directory;
  yield record([
    [4, ZIP_RECORDS.end],
    [4, 0],
    [2, count],
    [2, count],
    [4, directoryBytes],
    [4, at],
    [2, 0],
  ]);
}

/** The same zip as a whole. */
export const zipOf = (files: Iterable<readonly [path: string, file: PackedFile]>): Uint8Array =>
  concatBytes(...zipPieces(files));
