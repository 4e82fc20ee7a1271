import { createHash } from 'node:crypto';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { UploadedFile } from '#shared/advertisements/particulars.ts';

/** A file that a candidate of the rehearsal files. */
export interface TrainingFile {
  readonly announced: UploadedFile;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const fileOf = (name: string, made: Uint8Array): TrainingFile => {
  const bytes = new Uint8Array(made);
  return {
    announced: { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    bytes,
  };
};

/** One page with these lines, the first as its heading. */
export const paper = async (
  name: string,
  [title = '', ...lines]: readonly string[],
): Promise<TrainingFile> => {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.setLanguage('en');
  // The same bytes each time: what a crash interrupted is sent again.
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  page.drawText(title, { x: 56, y: 730, size: 28, font });
  for (const [index, line] of lines.entries())
    page.drawText(line, { x: 56, y: 680 - index * 24, size: 14, font });
  return fileOf(name, await document.save());
};

/** A picture of three stripes in this colour; it says nothing, so its words are filed beside it. */
export const picture = async (name: string, colour: string): Promise<TrainingFile> => {
  const stripe = (background: string) => ({
    create: { width: 1250, height: 160, channels: 3 as const, background },
  });
  const made = await sharp({ create: { width: 1250, height: 500, channels: 3, background: '#f5f3ee' } })
    .composite([
      { input: stripe(colour), left: 0, top: 0 },
      { input: stripe(colour), left: 0, top: 340 },
    ])
    .png()
    .toBuffer();
  return fileOf(name, made);
};

export const text = (name: string, content: string): TrainingFile =>
  fileOf(name, new TextEncoder().encode(content));
