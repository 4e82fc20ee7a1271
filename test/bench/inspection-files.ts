import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { madeAvi, madeMp3, madeMpeg, madeWav } from '../support/made-media.ts';
import { madeDoc, madeDocx, madeRtf, paragraph, run } from '../support/made-office.ts';
import { madePdf, pdfStream } from '../support/made-pdf.ts';
import { madeZip } from '../support/made-zip.ts';
import { numbersFrom } from './measure.ts';

/** A file as large or as heavy as one may be. */
export interface HeavyFile {
  readonly name: string;
  readonly what: string;
  readonly make: () => Buffer | Promise<Buffer>;
}

const MOST = 49_900_000;

/** Bytes that no compression makes smaller, the same in every run. */
const noise = (bytes: number): Buffer => {
  const next = numbersFrom(7);
  const made = Buffer.alloc(bytes);
  for (let at = 0; at + 4 <= bytes; at += 4) made.writeUInt32LE(next(0xffffffff), at);
  return made;
};

const upTo = (piece: Buffer, bytes: number): Buffer =>
  Buffer.concat(Array.from({ length: Math.floor(bytes / piece.length) }, () => piece));

const noisy = (width: number, height: number) =>
  sharp(noise(width * height * 3), { raw: { width, height, channels: 3 } });

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c02020' }, limitInputPixels: false });

const sentence = '立法會選舉 Vote for list 1, telephone 2891 1001. ';

const manyPages = (pages: number): Buffer =>
  madePdf({
    objects: Array.from(
      { length: pages },
      (_, index) =>
        `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.hk/${index}) >> >>`,
    ),
  });

export const HEAVY_FILES: readonly HeavyFile[] = [
  {
    name: 'a.png',
    what: 'PNG of 50 MB of noise',
    make: () => noisy(4_600, 3_600).png({ compressionLevel: 1 }).toBuffer(),
  },
  {
    name: 'a.png',
    what: 'PNG of 79 megapixels, interlaced',
    make: () => flat(10_000, 7_900).png({ progressive: true }).toBuffer(),
  },
  {
    name: 'a.jpg',
    what: 'JPEG of 79 megapixels, progressive',
    make: () => flat(10_000, 7_900).jpeg({ progressive: true }).toBuffer(),
  },
  {
    name: 'a.tif',
    what: 'TIFF of 49 MB',
    make: () => noisy(4_600, 3_550).tiff({ compression: 'none' }).toBuffer(),
  },
  {
    name: 'a.gif',
    what: 'GIF of 12 megapixels of noise',
    make: () => noisy(4_000, 3_000).gif({ effort: 1 }).toBuffer(),
  },
  {
    name: 'a.pdf',
    what: 'PDF of 49 MB of pictures',
    make: () =>
      madePdf({
        objects: [
          pdfStream(
            '/Type /XObject /Subtype /Image /Width 4000 /Height 4000 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
            noise(48_000_000).toString('latin1'),
          ),
        ],
        page: '/Resources << /XObject << /I 4 0 R >> >>',
        content: 'q 500 0 0 500 0 0 cm /I Do Q',
      }),
  },
  { name: 'a.pdf', what: 'PDF of 200,000 objects', make: () => manyPages(200_000) },
  {
    name: 'a.pdf',
    what: 'PDF whose stream of objects unpacks to 2 GB',
    make: () =>
      madePdf({
        objects: [
          pdfStream(
            '/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]',
            deflateSync(deflateSync(Buffer.alloc(2_000_000_000, 0x20), { level: 1 })).toString('latin1'),
          ),
        ],
      }),
  },
  {
    name: 'a.docx',
    what: 'DOCX of 49 MB of pictures',
    make: () =>
      madeDocx({
        parts: {
          'word/media/image1.png': Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise(49_000_000)]),
        },
      }),
  },
  {
    name: 'a.docx',
    what: 'DOCX with 60 MB of words',
    make: () => madeDocx({ body: paragraph(run(sentence)).repeat(420_000) }),
  },
  {
    name: 'a.doc',
    what: 'DOC of 30 MB',
    make: () => madeDoc({ text: 'Vote for list 1\r', streams: { '/Data': noise(30_000_000) } }),
  },
  {
    name: 'a.rtf',
    what: 'RTF of 49 MB of pictures',
    make: () => madeRtf(`{\\pict\\pngblip ${`${'89504e47'.repeat(16)}\n`.repeat(380_000)}}`),
  },
  {
    name: 'a.rtf',
    what: 'RTF of 49 MB of words',
    make: () => madeRtf("Vote \\u36984?\\'bf\\b for\\b0  list 1\\par\n".repeat(1_250_000)),
  },
  {
    name: 'a.html',
    what: 'HTML of 49 MB',
    make: () => Buffer.from(`<html><p>${'<b>Vote</b> for list 1<br>'.repeat(1_900_000)}</html>`),
  },
  { name: 'a.txt', what: 'TXT of 50 MB', make: () => upTo(Buffer.from(sentence), MOST) },
  { name: 'a.wav', what: 'WAV of 50 MB', make: () => madeWav(24_900_000) },
  { name: 'a.mp3', what: 'MP3 of 50 MB', make: () => madeMp3(119_000) },
  { name: 'a.avi', what: 'AVI', make: madeAvi },
  { name: 'a.mpg', what: 'MPEG of 50 MB', make: () => upTo(madeMpeg().subarray(0, -4), MOST) },
  {
    name: 'a.zip',
    what: 'ZIP of three files of 16 MB',
    make: () =>
      madeZip(
        ['1', '2', '3'].map((name) => ({ name: `${name}.txt`, bytes: noise(12_400_000).toString('base64') })),
      ),
  },
  {
    name: 'a.zip',
    what: 'ZIP of 200 documents',
    make: () =>
      madeZip(Array.from({ length: 200 }, (_, index) => ({ name: `${index}.docx`, bytes: madeDocx() }))),
  },
  {
    name: 'a.zip',
    what: 'ZIP of 200 PDFs',
    make: () =>
      madeZip(Array.from({ length: 200 }, (_, index) => ({ name: `${index}.pdf`, bytes: madePdf() }))),
  },
  {
    name: 'a.zip',
    what: 'ZIP that unpacks to 49 MB of one letter',
    make: () => madeZip([{ name: 'a.txt', bytes: Buffer.alloc(49_000_000, 0x61) }]),
  },
  {
    name: 'a.pdf',
    what: 'PDF without end in its brackets',
    make: () => madePdf({ objects: ['['.repeat(5_000_000)] }),
  },
];
