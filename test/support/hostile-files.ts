import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { hostileDocuments } from './hostile-documents.ts';
import { hostilePdfs } from './hostile-pdfs.ts';
import { madeAvi, madeImage, madeMp3, madeMpeg, madeWav } from './made-media.ts';
import { madeDoc, madeDocx } from './made-office.ts';
import { madePdf, pdfStream } from './made-pdf.ts';
import { madeZip } from './made-zip.ts';

/** A file that must not become public as it is. */
export interface HostileFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** A finding that the report must hold. */
  readonly code: string;
  /** `refused` when absent. */
  readonly verdict?: 'held';
}

export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const spoofs = async (): Promise<readonly HostileFile[]> => {
  const [png, jpeg, gif, tiff] = [
    await madeImage('png'),
    await madeImage('jpeg'),
    await madeImage('gif'),
    await madeImage('tiff'),
  ];
  const zip = madeZip([{ name: 'a.txt', bytes: 'inside' }]);
  const program = `MZ${'\0'.repeat(58)}@\0\0\0PE\0\0`;
  const after = (bytes: Buffer, more: Buffer | string): Buffer =>
    Buffer.concat([bytes, Buffer.from(more as string)]);
  return [
    { what: 'a PNG named JPEG', name: 'a.jpg', bytes: png, code: 'not-as-named' },
    {
      what: 'a page named TXT',
      name: 'a.txt',
      bytes: Buffer.from('<!doctype html><script>alert(1)</script>'),
      code: 'not-as-named',
    },
    { what: 'a DOCX named ZIP', name: 'a.zip', bytes: madeDocx(), code: 'not-as-named' },
    { what: 'an RTF named DOC', name: 'a.doc', bytes: Buffer.from('{\\rtf1 x}'), code: 'not-as-named' },
    {
      what: 'a film of MP4 named MPEG',
      name: 'a.mpg',
      bytes: Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0', 'latin1'),
      code: 'not-on-the-list',
    },
    {
      what: 'an SVG named HTML',
      name: 'a.html',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      code: 'not-on-the-list',
    },
    {
      what: 'a program named PDF',
      name: 'a.pdf',
      bytes: Buffer.concat([Buffer.from('MZ\x90\0\x03\0', 'latin1'), Buffer.alloc(100)]),
      code: 'not-on-the-list',
    },
    {
      what: 'a shell script named TXT',
      name: 'a.txt',
      bytes: Buffer.from('#!/bin/sh\nrm -rf /\n'),
      code: 'not-on-the-list',
    },
    {
      what: 'bytes named TXT',
      name: 'a.txt',
      bytes: Buffer.from([1, 2, 3, 0, 0xff, 0xfe, 9]),
      code: 'not-on-the-list',
    },
    { what: 'nothing at all', name: 'a.txt', bytes: Buffer.alloc(0), code: 'empty-file' },
    { what: 'one byte too many', name: 'a.txt', bytes: Buffer.alloc(50_000_001, 0x61), code: 'too-large' },
    { what: 'a GIF that is a ZIP', name: 'a.gif', bytes: after(gif, zip), code: 'two-formats' },
    { what: 'a PNG that is a ZIP', name: 'a.png', bytes: after(png, zip), code: 'data-after-the-end' },
    {
      what: 'a JPEG with a page behind it',
      name: 'a.jpg',
      bytes: after(jpeg, '<html><script>alert(1)</script></html>'),
      code: 'data-after-the-end',
    },
    {
      what: 'a JPEG with a PDF behind it',
      name: 'a.jpg',
      bytes: after(jpeg, madePdf()),
      code: 'data-after-the-end',
    },
    {
      what: 'a TIFF with a PDF behind it',
      name: 'a.tif',
      bytes: after(tiff, madePdf()),
      code: 'data-after-the-end',
    },
    { what: 'a TIFF that is a ZIP', name: 'a.tif', bytes: after(tiff, zip), code: 'two-formats' },
    {
      what: 'a WAV with an archive behind it',
      name: 'a.wav',
      bytes: after(madeWav(), zip),
      code: 'data-after-the-end',
    },
    {
      what: 'an MP3 with an archive behind it',
      name: 'a.mp3',
      bytes: after(madeMp3().subarray(0, -128), zip),
      code: 'two-formats',
    },
    {
      what: 'an AVI with an archive behind it',
      name: 'a.avi',
      bytes: after(madeAvi(), zip),
      code: 'data-after-the-end',
    },
    {
      what: 'a DOC with a program behind it',
      name: 'a.doc',
      bytes: after(madeDoc(), `MZ${'\x90\0'.repeat(100)}`),
      code: 'data-after-the-end',
    },
    {
      what: 'a DOC with an instruction for a server behind it',
      name: 'a.doc',
      bytes: after(madeDoc(), '<?php system($_GET[0]); ?>'),
      code: 'two-formats',
    },
    {
      what: 'a TIFF with a Windows program in it',
      name: 'a.tif',
      bytes: after(tiff, program),
      code: 'two-formats',
    },
    {
      what: 'an MPEG with a program behind it',
      name: 'a.mpg',
      bytes: after(madeMpeg(), `MZ${'x'.repeat(100)}`),
      code: 'data-after-the-end',
    },
    {
      what: 'a photograph with film behind it',
      name: 'motion.jpg',
      bytes: after(jpeg, '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'),
      code: 'hidden-video',
      verdict: 'held',
    },
    {
      what: 'a PDF that is a page',
      name: 'a.pdf',
      bytes: Buffer.concat([Buffer.from('<html><script>1</script>'), madePdf()]),
      code: 'not-as-named',
    },
    {
      what: 'a name that reads backwards itself',
      name: 'leaflet\u202egnp.txt',
      bytes: Buffer.from('x'),
      code: 'unsafe-name',
    },
    { what: 'a PNG cut off', name: 'a.png', bytes: png.subarray(0, -20), code: 'unreadable' },
    {
      what: 'a GIF whose comment is a page',
      name: 'a.gif',
      bytes: Buffer.concat([
        gif.subarray(0, -1),
        Buffer.from('!\xfe\x1f<script>alert(document)</script\0;', 'latin1'),
      ]),
      code: 'two-formats',
    },
  ];
};

const pngChunk = (type: string, bytes: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG with a title and packed bytes behind its header. */
const pngWith = async (type: string, bytes: Buffer): Promise<Buffer> => {
  const png = await madeImage('png');
  const chunk = pngChunk(type, Buffer.concat([Buffer.from('a\0\0'), deflateSync(bytes)]));
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
};

/** A header that promises 400 million pixels; what follows is small. */
const pixelFlood = (): Buffer => {
  const header = Buffer.from('00004e2000004e200802000000', 'hex');
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const rows = deflateSync(Buffer.alloc(100_000));
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
};

/** The link to the next page of a TIFF points back to its first one. */
const circularTiff = (tiff: Buffer): Buffer => {
  const made = Buffer.from(tiff);
  const first = made.readUInt32LE(4);
  made.writeUInt32LE(first, first + 2 + 12 * made.readUInt16LE(first));
  return made;
};

const archives = async (): Promise<readonly HostileFile[]> => {
  const inner = { name: 'a.txt', bytes: 'inside' };
  const zeros = Buffer.alloc(49_000_000, 0x61);
  const link = { name: 'link', bytes: '/etc/passwd', mode: 0o120777 };
  return [
    {
      what: 'a bomb of one file',
      name: 'a.zip',
      bytes: madeZip([{ name: 'a.txt', bytes: zeros }]),
      code: 'archive-too-large',
    },
    {
      what: 'a bomb that says it is small',
      name: 'a.zip',
      bytes: madeZip([{ name: 'a.txt', bytes: 'x', packed: deflateRawSync(zeros), saysBytes: 1 }]),
      code: 'unreadable',
    },
    {
      what: 'a bomb of files lying over one another',
      name: 'a.zip',
      bytes: madeZip([
        inner,
        ...Array.from({ length: 20 }, (_, index) => ({
          name: `b${index}.txt`,
          bytes: '',
          over: 0,
          headerName: 'a.txt',
        })),
      ]),
      code: 'archive-contradicts-itself',
    },
    {
      what: 'files of 250 MB in all',
      name: 'a.zip',
      bytes: madeZip(
        Array.from({ length: 6 }, (_, index) => ({
          name: `${index}.txt`,
          bytes: 'x',
          saysBytes: 45_000_000,
          packed: Buffer.alloc(300_000),
        })),
      ),
      code: 'archive-too-large',
    },
    {
      what: 'too many files',
      name: 'a.zip',
      bytes: madeZip(Array.from({ length: 401 }, (_, index) => ({ name: `${index}.txt`, bytes: 'x' }))),
      code: 'archive-too-many',
    },
    {
      what: 'an archive in an archive',
      name: 'a.zip',
      bytes: madeZip([{ name: 'b.zip', bytes: madeZip([inner]) }]),
      code: 'archive-in-archive',
    },
    {
      what: 'a ZIP in a GZ',
      name: 'b.zip.gz',
      bytes: gzipSync(madeZip([inner])),
      code: 'archive-in-archive',
    },
    {
      what: 'a GZ that blows up',
      name: 'a.txt.gz',
      bytes: gzipSync(Buffer.alloc(60_000_000, 0x61)),
      code: 'archive-too-large',
    },
    {
      what: 'a GZ with something behind it',
      name: 'a.txt.gz',
      bytes: Buffer.concat([gzipSync('hello'), Buffer.from('PK more')]),
      code: 'data-after-the-end',
    },
    {
      what: 'a file that climbs out',
      name: 'a.zip',
      bytes: madeZip([{ name: '../../etc/passwd.txt', bytes: 'x' }]),
      code: 'archive-path',
    },
    {
      what: 'a file of another system',
      name: 'a.zip',
      bytes: madeZip([{ name: 'C:\\Windows\\a.txt', bytes: 'x' }]),
      code: 'archive-path',
    },
    {
      what: 'an absolute file',
      name: 'a.zip',
      bytes: madeZip([{ name: '/etc/a.txt', bytes: 'x' }]),
      code: 'archive-path',
    },
    { what: 'a link', name: 'a.zip', bytes: madeZip([link]), code: 'archive-link' },
    { what: 'an encrypted file', name: 'a.zip', bytes: madeZip([{ ...inner, flags: 1 }]), code: 'encrypted' },
    {
      what: 'a file of another name in its header',
      name: 'a.zip',
      bytes: madeZip([{ ...inner, headerName: 'a.exe' }]),
      code: 'archive-contradicts-itself',
    },
    {
      what: 'a wrong checksum',
      name: 'a.zip',
      bytes: madeZip([{ ...inner, saysCrc: 7 }]),
      code: 'archive-contradicts-itself',
    },
    {
      what: 'two files of one name',
      name: 'a.zip',
      bytes: madeZip([inner, { name: 'A.TXT', bytes: 'other' }]),
      code: 'archive-contradicts-itself',
    },
    {
      what: 'a rare compression',
      name: 'a.zip',
      bytes: madeZip([{ ...inner, method: 14 }]),
      code: 'archive-method',
    },
    {
      what: 'a program before the archive',
      name: 'a.zip',
      bytes: madeZip([inner], {
        beforeList: Buffer.from('x'.repeat(200)),
      }),
      code: 'data-after-the-end',
    },
    {
      what: 'something behind the archive',
      name: 'a.zip',
      bytes: madeZip([inner], { after: Buffer.from('<script>1</script>') }),
      code: 'data-after-the-end',
    },
    { what: 'an empty archive', name: 'a.zip', bytes: madeZip([]), code: 'archive-empty' },
    {
      what: 'a program in an archive',
      name: 'a.zip',
      bytes: madeZip([
        { name: 'setup.exe', bytes: Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(90)]) },
      ]),
      code: 'not-on-the-list',
    },
    {
      what: 'a film of MP4 in an archive',
      name: 'a.zip',
      bytes: madeZip([{ name: 'a.mp4', bytes: Buffer.from('\0\0\0\x20ftypisom', 'latin1') }]),
      code: 'not-on-the-list',
    },
    {
      what: 'a name that reads backwards',
      name: 'a.zip',
      bytes: madeZip([{ name: 'a\u202etxt.txt', bytes: 'x' }]),
      code: 'unsafe-name',
    },
    {
      what: 'macros in an archive',
      name: 'a.zip',
      bytes: madeZip([{ name: 'a.docx', bytes: madeDocx({ parts: { 'word/vbaProject.bin': 'x' } }) }]),
      code: 'macros',
    },
    {
      what: 'something disguised as what a Mac adds',
      name: 'a.zip',
      bytes: madeZip([
        inner,
        {
          name: '__MACOSX/._a.exe',
          bytes: Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(90)]),
        },
      ]),
      code: 'not-on-the-list',
    },
    {
      what: 'a TIFF whose pages go round in a circle',
      name: 'a.tif',
      bytes: circularTiff(await madeImage('tiff')),
      code: 'unreadable',
    },
    {
      what: 'a profile of colours that blows up',
      name: 'a.png',
      bytes: await pngWith('iCCP', Buffer.alloc(20_000_000)),
      code: 'could-not-be-inspected',
    },
    { what: 'more pixels than fit', name: 'flood.png', bytes: pixelFlood(), code: 'too-many-pixels' },
  ];
};

const viruses = async (): Promise<readonly HostileFile[]> => [
  { what: 'the test virus', name: 'a.txt', bytes: Buffer.from(EICAR), code: 'virus' },
  {
    what: 'the test virus after some text',
    name: 'a.txt',
    bytes: Buffer.from(`Hello\n${EICAR}`),
    code: 'virus',
  },
  {
    what: 'the test virus in an archive',
    name: 'a.zip',
    bytes: madeZip([{ name: 'a.txt', bytes: EICAR }]),
    code: 'virus',
  },
  {
    what: 'the test virus in a stream of a PDF',
    name: 'a.pdf',
    bytes: madePdf({ objects: [pdfStream('/Filter /FlateDecode', deflateSync(EICAR).toString('latin1'))] }),
    code: 'virus',
  },
  {
    what: 'the test virus in wide letters',
    name: 'a.txt',
    bytes: Buffer.from(`\ufeff${EICAR}`, 'utf16le').swap16(),
    code: 'virus',
  },
  {
    what: 'the test virus spelled in a PDF',
    name: 'a.pdf',
    bytes: madePdf({
      objects: [pdfStream('/Filter [/ASCIIHexDecode]', `${Buffer.from(EICAR).toString('hex')}>`)],
    }),
    code: 'virus',
  },
  { what: 'the test virus in a GZ', name: 'a.txt.gz', bytes: gzipSync(EICAR), code: 'virus' },
  {
    what: 'the test virus in a part of a DOCX',
    name: 'a.docx',
    bytes: madeDocx({ parts: { 'word/media/image1.png': EICAR } }),
    code: 'virus',
  },
  {
    what: 'the test virus behind a picture',
    name: 'a.png',
    bytes: Buffer.concat([await madeImage('png'), Buffer.from(EICAR)]),
    code: 'virus',
  },
];

const numbers = async (): Promise<readonly HostileFile[]> => {
  const jpeg = await madeImage('jpeg');
  const comment = Buffer.from('\xff\xfe\x00\x18Consent of AB987654(3)', 'latin1');
  return [
    {
      what: 'an identity number in a text',
      name: 'consent.txt',
      bytes: Buffer.from('Chan Tai Man, AB987654(3)'),
      code: 'identity-number',
      verdict: 'held',
    },
    {
      what: 'an identity number in full width',
      name: 'consent.txt',
      bytes: Buffer.from('身分證ＡＢ９８７６５４（３）'),
      code: 'identity-number',
      verdict: 'held',
    },
    {
      what: 'an identity number in a page',
      name: 'a.html',
      bytes: Buffer.from('<html><p>AB<b>987654</b>(3)</p></html>'),
      code: 'identity-number',
      verdict: 'held',
    },
    {
      what: 'an identity number in a page’s comment',
      name: 'a.html',
      bytes: Buffer.from('<html><!-- AB987654(3) --><p>x</p></html>'),
      code: 'identity-number',
      verdict: 'held',
    },
    {
      what: 'an identity number in a picture’s properties',
      name: 'a.jpg',
      bytes: Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
      code: 'identity-number',
      verdict: 'held',
    },
    {
      what: 'an identity number in a picture’s packed properties',
      name: 'a.png',
      bytes: await pngWith('zTXt', Buffer.from('AB987654(3)')),
      code: 'identity-number',
      verdict: 'held',
    },
    {
      what: 'an identity number behind a note’s sign',
      name: 'a.html',
      bytes: Buffer.from('<html><p><sup>1</sup>AB987654(3)</p></html>'),
      code: 'identity-number',
      verdict: 'held',
    },
    {
      what: 'an identity number with a hyphen',
      name: 'a.txt',
      bytes: Buffer.from('AB987654\u20113'),
      code: 'identity-number',
      verdict: 'held',
    },
    {
      what: 'an identity number in an archive',
      name: 'a.zip',
      bytes: madeZip([{ name: 'consent.txt', bytes: 'AB987654(3)' }]),
      code: 'identity-number',
      verdict: 'held',
    },
    {
      what: 'an identity number in the name of an inner file',
      name: 'a.zip',
      bytes: madeZip([{ name: 'AB987654(3).txt', bytes: 'x' }]),
      code: 'identity-number',
      verdict: 'held',
    },
    {
      what: 'an identity number in the name of the file',
      name: 'AB987654(3).txt',
      bytes: Buffer.from('x'),
      code: 'identity-number',
      verdict: 'held',
    },
    {
      what: 'a number beside the specimen',
      name: 'a.txt',
      bytes: Buffer.from('A123456(3) AB987654(3)'),
      code: 'identity-number',
      verdict: 'held',
    },
  ];
};

/** Files of every kind of attack that a file can carry. */
export const hostileFiles = async (): Promise<readonly HostileFile[]> => [
  ...(await spoofs()),
  ...(await archives()),
  ...(await viruses()),
  ...(await numbers()),
  ...hostileDocuments(),
  ...hostilePdfs(),
];
