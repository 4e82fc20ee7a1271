/** Reads ZIP archives with what every browser and Node have: each file when it is asked for, an archive is never held unpacked. */
import { ok, type Result, refuse } from '../../result.ts';
import { ZIP_RECORDS } from './zip-records.ts';

/** The file is no archive that can be read. */
export class NotZip extends Error {}

/** One file of an archive, as its directory tells. */
export interface ZipMember {
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Of its local header. */
  readonly at: number;
}

const END_BYTES = 22;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;

const viewOf = async (part: Blob): Promise<DataView> => new DataView(await part.arrayBuffer());

/** The record at the end, behind which a comment may stand. */
const findEnd = (tail: DataView): number => {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1)
    if (tail.getUint32(at, true) === ZIP_RECORDS.end) return at;
  throw new NotZip('no end record');
};

const readDirectory = (view: DataView, count: number): ReadonlyMap<string, ZipMember> => {
  const members = new Map<string, ZipMember>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== ZIP_RECORDS.central) throw new NotZip('no central header');
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    );
    const start = at + CENTRAL_BYTES;
    const name = new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset + start, nameBytes ?? 0),
    );
    members.set(name, {
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = start + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
  }
  return members;
};

/** The directory of an archive; throws `NotZip` where there is none. */
export const openZip = async (archive: Blob): Promise<ReadonlyMap<string, ZipMember>> => {
  try {
    const tail = await viewOf(archive.slice(Math.max(0, archive.size - END_BYTES - 65_535)));
    const end = findEnd(tail);
    const start = tail.getUint32(end + 16, true);
    const directory = archive.slice(start, start + tail.getUint32(end + 12, true));
    return readDirectory(await viewOf(directory), tail.getUint16(end + 10, true));
  } catch (cause) {
    // Whatever runs over the end of what is there.
    throw cause instanceof NotZip ? cause : new NotZip(String(cause));
  }
};

/** A file of an archive, or why it cannot be read. */
export const readZipMember = async (
  archive: Blob,
  { method, bytes, packedBytes, at }: ZipMember,
): Promise<Result<Uint8Array, string>> => {
  const header = await viewOf(archive.slice(at, at + LOCAL_BYTES));
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== ZIP_RECORDS.local)
    return refuse('no header');
  const start = at + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = archive.slice(start, start + packedBytes);
  if (method !== 0 && method !== 8) return refuse(`packed by method ${method}`);
  try {
    const unpacked =
      method === 0 ? packed.stream() : packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const found = new Uint8Array(await new Response(unpacked).arrayBuffer());
    return found.length === bytes ? ok(found) : refuse(`${found.length} bytes instead of ${bytes}`);
  } catch (cause) {
    return refuse(String(cause));
  }
};
