import type { Finding } from '#shared/advertisements/inspection.ts';
import { asBuffer, ascii, isPadding, u32le } from './bytes.ts';
import { identityFindingsInBytes } from './identity.ts';
import { finding, type Reading, reading, unreadable } from './report.ts';

/** Kilobits a second of layer III, of MPEG-1 and of the later halves. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLING = [44_100, 48_000, 32_000];

/** Bytes of the frame that begins here; 0 when none does. */
const frameBytes = (bytes: Uint8Array, at: number): number => {
  const [first = 0, second = 0, third = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (first !== 0xff || (second & 0xe6) !== 0xe2 || (second & 0x18) === 0x08) return 0;
  const isMpeg1 = (second & 0x18) === 0x18;
  const rate = (isMpeg1 ? RATES_1 : RATES_2)[third >> 4];
  const sampling = SAMPLING[(third >> 2) & 3];
  if (!rate || !sampling) return 0;
  const divided = isMpeg1 ? sampling : (second & 0x18) === 0x10 ? sampling / 2 : sampling / 4;
  return Math.floor(((isMpeg1 ? 144_000 : 72_000) * rate) / divided) + ((third >> 1) & 1);
};

const synchsafe = (bytes: Uint8Array, at: number): number =>
  [0, 1, 2, 3].reduce((sum, index) => sum * 128 + ((bytes[at + index] ?? 0) & 0x7f), 0);

/** Titles before the sound, any number of them. */
const skipTags = (bytes: Uint8Array): number => {
  let at = 0;
  while (ascii(bytes, at, 3) === 'ID3')
    at += 10 + synchsafe(bytes, at + 6) + (((bytes[at + 5] ?? 0) & 0x10) === 0 ? 0 : 10);
  return at;
};

/** Bytes of the titles that end here: ID3v1, APE or lyrics; 0 when none do. */
const tagBefore = (bytes: Uint8Array, end: number): number => {
  if (ascii(bytes, end - 128, 3) === 'TAG') return 128;
  if (ascii(bytes, end - 32, 8) === 'APETAGEX') {
    const flags = u32le(bytes, end - 12);
    return u32le(bytes, end - 20) + ((flags & 0x80000000) === 0 ? 0 : 32);
  }
  return ascii(bytes, end - 9, 9) === 'LYRICS200' ? Number(ascii(bytes, end - 15, 6)) + 15 || 0 : 0;
};

/** Where titles after the sound begin, of whatever kinds and in whatever order. */
const endOfSound = (bytes: Uint8Array): number => {
  let end = bytes.length;
  for (let tag = tagBefore(bytes, end); tag > 0 && end > 128; tag = tagBefore(bytes, end)) end -= tag;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
};

interface Heard {
  readonly frames: number;
  readonly skipped: number;
  readonly end: number;
}

const nextFrame = (bytes: Uint8Array, from: number, end: number): number => {
  const buffer = asBuffer(bytes);
  for (let at = buffer.indexOf(0xff, from); at >= 0 && at < end; at = buffer.indexOf(0xff, at + 1)) {
    const length = frameBytes(bytes, at);
    if (length > 0 && (at + length >= end || frameBytes(bytes, at + length) > 0)) return at;
  }
  return -1;
};

/** Follows frames, over what damaged copies leave between them. */
const listen = (bytes: Uint8Array, from: number, end: number): Heard => {
  let at = from;
  let frames = 0;
  let skipped = 0;
  while (at < end) {
    const length = frameBytes(bytes, at);
    if (length > 0) {
      frames += 1;
      at += length;
      continue;
    }
    const next = nextFrame(bytes, at, end);
    if (next < 0) break;
    skipped += next - at;
    at = next;
  }
  return { frames, skipped, end: at };
};

/** More than this between frames is something else than sound. */
const MAX_SKIPPED = 65_536;

const tagFindings = (bytes: Uint8Array, soundAt: number): readonly Finding[] =>
  ascii(bytes, 0, soundAt).includes('GEOB\0') ? [finding('embedded-file')] : [];

/** MP3: frames of MPEG audio layer III one after the other, between titles. */
export const inspectMp3 = (bytes: Uint8Array): Reading => {
  const from = skipTags(bytes);
  const end = endOfSound(bytes);
  const { frames, skipped, end: heardTo } = listen(bytes, from, end);
  if (frames < 3 || skipped > Math.max(MAX_SKIPPED, 0) || skipped > bytes.length / 10)
    return unreadable('mp3');
  const behind =
    heardTo < end && !isPadding(bytes, heardTo, end)
      ? [finding('data-after-the-end', { bytes: end - heardTo })]
      : [];
  return reading([...tagFindings(bytes, from), ...behind, ...identityFindingsInBytes(bytes, 'metadata')], {
    accessibility: { textLayer: false },
  });
};
