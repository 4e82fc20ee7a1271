import { asBuffer, isPadding, u16be, u32be } from './bytes.ts';
import { identityFindingsInBytes } from './identity.ts';
import { finding, type Reading, reading, unreadable } from './report.ts';

const PACK = 0x1ba;
const END = 0x1b9;
const SEQUENCE = 0x1b3;
const TS_BYTES = 188;

/** Bytes of a pack header of MPEG-1 or MPEG-2; 0 when it is neither. */
const packBytes = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at + 4] ?? 0;
  if (first >> 6 === 1) return 14 + ((bytes[at + 13] ?? 0) & 7);
  return first >> 4 === 2 ? 12 : 0;
};

interface Followed {
  readonly packets: number;
  readonly end: number;
}

/** Zeros fill sectors up; the next code begins with two of them. */
const skipZeros = (bytes: Uint8Array, from: number): number => {
  let at = from;
  while (at + 2 < bytes.length && bytes[at] === 0 && bytes[at + 1] === 0 && bytes[at + 2] === 0) at += 1;
  return at;
};

/** Follows the packets of a program stream, each of which says its length. */
const followPackets = (bytes: Uint8Array): Followed => {
  let at = 0;
  let packets = 0;
  for (; at + 4 <= bytes.length; at = skipZeros(bytes, at)) {
    const code = u32be(bytes, at);
    if (code === END) at += 4;
    else if (code === PACK) {
      const length = packBytes(bytes, at);
      if (length === 0) break;
      at += length;
    } else if (code >= 0x1bb && code <= 0x1ff) {
      at += 6 + u16be(bytes, at + 4);
      packets += 1;
    } else break;
  }
  return { packets, end: at };
};

const programStream = (bytes: Uint8Array): Reading | null => {
  const { packets, end } = followPackets(bytes);
  if (packets < 2) return null;
  // A film that was cut off ends within a packet.
  return found(bytes, end >= bytes.length || isPadding(bytes, end) ? 0 : bytes.length - end);
};

/** Packets of 188 bytes, each with its mark; the last one may be cut. */
const transportStream = (bytes: Uint8Array): Reading | null => {
  let at = 0;
  while (at < bytes.length && bytes[at] === 0x47) at += TS_BYTES;
  if (at < 3 * TS_BYTES) return null;
  return found(bytes, at >= bytes.length || isPadding(bytes, at) ? 0 : bytes.length - at);
};

const CODE = Buffer.from([0, 0, 1]);

/** Codes of pictures, slices and headers; those of other streams do not stand in a plain film. */
const isVideoCode = (code: number): boolean => code <= 0xb8;

/** A film without sound: a header with a size, then codes of pictures only, never far from one another. */
const videoStream = (bytes: Uint8Array): Reading | null => {
  const [width, height] = [(u32be(bytes, 4) >>> 20) & 0xfff, (u32be(bytes, 4) >>> 8) & 0xfff];
  if (width === 0 || height === 0) return null;
  const buffer = asBuffer(bytes);
  let codes = 0;
  let last = 0;
  for (let at = 0; at >= 0; at = buffer.indexOf(CODE, at + 3)) {
    const code = bytes[at + 3] ?? 0;
    if (!isVideoCode(code) || at - last > MAX_SLICE) return null;
    codes += 1;
    last = at;
  }
  if (codes < 3) return null;
  return bytes.length - last > MAX_SLICE ? found(bytes, bytes.length - last) : found(bytes, 0);
};

/** Bytes of one slice of a picture, at most. */
const MAX_SLICE = 500_000;

const found = (bytes: Uint8Array, behind: number): Reading =>
  reading(
    [
      ...(behind > 0 ? [finding('data-after-the-end', { bytes: behind })] : []),
      ...identityFindingsInBytes(bytes, 'metadata'),
    ],
    {
      accessibility: { textLayer: false },
    },
  );

/** MPEG-1 and MPEG-2: program and transport streams, and films without sound. */
export const inspectMpeg = (bytes: Uint8Array): Reading => {
  const code = u32be(bytes, 0);
  const read =
    code === PACK ? programStream(bytes) : code === SEQUENCE ? videoStream(bytes) : transportStream(bytes);
  return read ?? unreadable('mpeg');
};
