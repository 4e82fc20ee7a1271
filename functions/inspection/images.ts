import sharp from 'sharp';
import type { Format } from '#shared/advertisements/file-rules.ts';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { hasLocation } from './exif.ts';
import { identityFindingsInBytes } from './identity.ts';
import { endOfImage } from './image-ends.ts';
import { PREVIEW_PIXELS } from './pdf-text.ts';
import { packedTextFindings } from './png-text.ts';
import { finding, type Reading, reading } from './report.ts';

/** A poster of 60 by 84 cm at 300 dots an inch has 70 million pixels; decoding this many stays within the memory that an inspection has. */
export const MAX_PIXELS = 80_000_000;
const MAX_FRAMES = 1_000;
const MAX_TIFF_PAGES = 200;
/** Of all frames or pages together that are decoded for real. */
const MAX_DECODED_PIXELS = 240_000_000;

// One picture at a time, nothing kept: what an inspection needs is known beforehand.
sharp.cache(false);
sharp.concurrency(1);

const open = (bytes: Uint8Array, page = 0) =>
  sharp(bytes, {
    limitInputPixels: MAX_PIXELS,
    failOn: 'error',
    sequentialRead: true,
    ...(page > 0 ? { page } : {}),
  });

interface Size {
  readonly width: number;
  readonly height: number;
  readonly pages: number;
  readonly exif: Uint8Array | undefined;
}

type Measured = { readonly size: Size } | { readonly findings: readonly Finding[] };

const measure = async (bytes: Uint8Array, format: Format): Promise<Measured> => {
  const known = await sharp(bytes, { limitInputPixels: false, failOn: 'error' })
    .metadata()
    .catch(() => null);
  if (!known || known.format !== format) return { findings: [finding('unreadable', { format })] };
  const { width, height, pages = 1, exif } = known;
  const pixels = width * height;
  if (pixels > MAX_PIXELS) return { findings: [finding('too-many-pixels', { pixels, limit: MAX_PIXELS })] };
  const limit = format === 'gif' ? MAX_FRAMES : MAX_TIFF_PAGES;
  if (pages > limit) return { findings: [finding('too-many-pages', { count: pages, limit })] };
  return { size: { width, height, pages, exif } };
};

/** Decodes page after page, small, so that a broken one is found; what would take too long is measured only. */
const decodeAll = async (bytes: Uint8Array, size: Size): Promise<void> => {
  const most = Math.max(1, Math.floor(MAX_DECODED_PIXELS / Math.max(1, size.width * size.height)));
  for (let page = 0; page < Math.min(size.pages, most, 60); page += 1) {
    await open(bytes, page).resize(16, 16, { fit: 'fill' }).raw().toBuffer();
  }
};

/** Drawn anew: position, camera and whatever else hides in the file stay behind. */
const previewOf = async (bytes: Uint8Array): Promise<Uint8Array> =>
  open(bytes)
    .rotate()
    .resize(PREVIEW_PIXELS, PREVIEW_PIXELS, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png({ compressionLevel: 6 })
    .toBuffer();

/** GIF, JPEG, TIFF and PNG: decoded for real, within limits, up to their very end [2016 App.5 ¶10, ¶17]. */
export const inspectImage = async (bytes: Uint8Array, format: Format): Promise<Reading> => {
  const ended = endOfImage(bytes, format);
  const measured = await measure(bytes, format);
  if ('findings' in measured) return reading([...ended, ...measured.findings]);
  const { size } = measured;
  try {
    await decodeAll(bytes, size);
  } catch {
    return reading([...ended, finding('unreadable', { format })]);
  }
  const located = hasLocation(size.exif) ? [finding('location', {}, { part: 'metadata' })] : [];
  const packed = format === 'png' ? packedTextFindings(bytes) : [];
  return reading([...ended, ...located, ...packed, ...identityFindingsInBytes(bytes, 'metadata')], {
    picture: () => previewOf(bytes),
    accessibility: { textLayer: false, pages: format === 'tiff' ? size.pages : null },
  });
};
