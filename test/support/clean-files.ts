import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { madeAvi, madeImage, madeMp3, madeMpeg, madeWav } from './made-media.ts';
import { field, madeDoc, madeDocx, madeRtf, paragraph, run, wordPart } from './made-office.ts';
import { madePdf, pdfStream, pdfText, revisedPdf } from './made-pdf.ts';
import { madeZip } from './made-zip.ts';

/** A file that ordinary people make with ordinary programs. */
export interface CleanFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** Findings that are said beside it, if any. */
  readonly noted?: readonly string[];
}

const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

const documents = async (): Promise<readonly CleanFile[]> => {
  const picture = await madeImage('png');
  return [
    { what: 'a plain DOCX', name: 'leaflet.docx', bytes: madeDocx() },
    {
      what: 'a DOCX with page numbers, a table of contents, links, a picture and a chart',
      name: 'programme.docx',
      bytes: madeDocx({
        body: [
          paragraph(field('TOC \\o &quot;1-3&quot; \\h \\z \\u', `Contents`)),
          paragraph(
            `${field('HYPERLINK &quot;https://example.hk/&quot; \\t &quot;_blank&quot;', 'our page')}${field('HYPERLINK \\l &quot;_Toc1&quot;')}`,
          ),
          paragraph(
            `<w:fldSimple w:instr=" SEQ Figure \\* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple>${field('REF _Ref99 \\h')}${field('= 1 + 2')}`,
          ),
          paragraph(
            `<w:r><w:drawing><wp:docPr id="1" name="Picture 1" descr="Portrait"/><a:blip r:embed="rId3"/></w:drawing></w:r>`,
          ),
          '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
        ].join(''),
        rels: [
          { type: 'image', target: 'media/image1.png' },
          { type: 'hyperlink', target: 'https://example.hk/', external: true },
          { type: 'hyperlink', target: 'mailto:office@example.hk', external: true },
          { type: 'footer', target: 'footer1.xml' },
          { type: 'chart', target: 'charts/chart1.xml' },
        ],
        parts: {
          'word/media/image1.png': picture,
          'word/footer1.xml': wordPart(
            'ftr',
            paragraph(`${field('PAGE  \\* MERGEFORMAT', '1')}${field('NUMPAGES', '4')}`),
          ),
          'word/charts/chart1.xml':
            '<c:chartSpace xmlns:c="urn:c"><c:externalData r:id="rId1" xmlns:r="urn:r"/></c:chartSpace>',
          'word/charts/_rels/chart1.xml.rels':
            '<Relationships xmlns="urn:rels"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/Microsoft_Excel_Worksheet.xlsx"/></Relationships>',
          'word/embeddings/Microsoft_Excel_Worksheet.xlsx': madeZip([
            {
              name: '[Content_Types].xml',
              bytes:
                '<Types xmlns="urn:types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
            },
            { name: 'xl/workbook.xml', bytes: '<workbook xmlns="urn:x"/>' },
          ]),
        },
      }),
    },
    {
      what: 'a DOCX with tracked changes, comments and a template on its author’s disk',
      name: 'draft.docx',
      noted: ['comments', 'personal-folder', 'tracked-changes'],
      bytes: madeDocx({
        body: paragraph(
          `<w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>`,
        ),
        rels: [{ type: 'comments', target: 'comments.xml' }],
        parts: {
          'word/comments.xml': wordPart(
            'comments',
            `<w:comment w:id="0" w:author="A">${paragraph(run('Really?'))}</w:comment>`,
          ),
          'word/_rels/settings.xml.rels':
            '<Relationships xmlns="urn:rels"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:\\Users\\me\\Flyer.dotx" TargetMode="External"/></Relationships>',
        },
      }),
    },
    { what: 'a DOC', name: 'leaflet.doc', bytes: madeDoc() },
    {
      what: 'a DOC with links and page numbers, and an empty pool of objects',
      name: 'programme.DOC',
      bytes: madeDoc({
        text: 'Page \u0013 PAGE \u00141\u0015 of \u0013 HYPERLINK "https://example.hk" \u0014our page\u0015\r',
      }),
    },
    {
      what: 'an RTF',
      name: 'leaflet.rtf',
      bytes: madeRtf("Vote for list 1 {\\f14 \\'bf\\'ef\\'c1\\'7c}\\par"),
    },
    {
      what: 'an RTF with fields, a picture and what Word adds',
      name: 'programme.rtf',
      bytes: madeRtf(
        `{\\field{\\*\\fldinst {\\rtlch HYPERLINK "https://example.hk" }}{\\fldrslt our page}}{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}{\\*\\shppict{\\pict\\pngblip\\picw10\\pich10 ${picture.toString('hex')}}}\\u-28712?\\'e9{\\*\\themedata 504b030414000600}{\\*\\datastore 0105000002000000180000004d73786d6c322e534158584d4c5265616465722e362e3000000000}`,
      ),
    },
  ];
};

const pages = (): readonly CleanFile[] => [
  {
    what: 'a web page',
    name: 'index.html',
    bytes: Buffer.from(
      '<!DOCTYPE html><html lang="zh-Hant"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>選舉</title><link rel="canonical" href="https://example.hk/"><style>p{color:red;background:url(data:image/png;base64,AAAA)}</style></head><body><h1>選舉廣告</h1><p><a href="https://example.hk/?a=1&amp;on=2">Link</a> <a href="#top">up</a> <a href="tel:+85228911001">call</a><img src="photo.jpg" alt="Portrait"><svg><path d="M0 0"/></svg></p></body></html>',
    ),
  },
  {
    what: 'a page that Word saved',
    name: 'word.htm',
    bytes: Buffer.from(
      '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 15"><link rel=File-List href="a_files/filelist.xml"><!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]--><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>A</o:Author></o:DocumentProperties></xml><![endif]--></head><body lang=EN-US><p class=MsoNormal>Vote<o:p></o:p></p></body></html>',
    ),
  },
  {
    what: 'a page in the style of today, with links to programs for talking',
    name: 'modern.html',
    bytes: Buffer.from(
      '<!DOCTYPE html><html><head><!-- on sale = 1, once = 2 --><style>html{scroll-behavior:smooth}</style></head><body><a href="weixin://dl/chat">WeChat</a><img src="data:;base64,AAAA" alt=""></body></html>',
    ),
  },
  {
    what: 'a Big5 page',
    name: 'big5.html',
    bytes: Buffer.concat([
      Buffer.from('<html><head><meta charset="big5"></head><body>'),
      Buffer.from([0xbf, 0xef, 0xc1, 0x7c]),
      Buffer.from('</body></html>'),
    ]),
  },
  {
    what: 'a text in UTF-8',
    name: 'speech.txt',
    bytes: Buffer.from('選舉廣告\nVote for list 1, call 2891 1001 & see A123456(3).\n'),
  },
  {
    what: 'a text that begins like a film',
    name: 'policy.txt',
    bytes: Buffer.from('Our wide range of policies\n'),
  },
  { what: 'a text in Big5', name: 'big5.txt', bytes: Buffer.from([0xbf, 0xef, 0xc1, 0x7c, 0x0d, 0x0a]) },
  { what: 'a text in UTF-16', name: 'utf16.txt', bytes: utf16('選舉 election') },
  {
    what: 'a text in Latin letters with accents',
    name: 'latin.txt',
    bytes: Buffer.from('caf\u00e9 r\u00e9sum\u00e9.', 'latin1'),
  },
  {
    what: 'a text that speaks of scripts',
    name: 'about.txt',
    bytes: Buffer.from('We never use <script> or javascript: on our pages.'),
  },
];

const pdfs = (): readonly CleanFile[] => {
  const plain = madePdf({
    catalog: '/OpenAction [3 0 R /Fit] /PageMode /UseOutlines /Names << /EmbeddedFiles << /Names [] >> >>',
  });
  return [
    { what: 'a PDF', name: 'leaflet.pdf', bytes: plain },
    {
      what: 'a PDF with streams of objects',
      name: 'streams.pdf',
      bytes: madePdf({
        compressed: true,
        catalog: '/MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >>',
      }),
    },
    {
      what: 'a PDF with a stream that speaks of streams and whose length stands behind it',
      name: 'lengths.pdf',
      bytes: madePdf({
        objects: ['<< /Length 5 0 R >>\nstream\nA stream of words\nendstream', '17'],
      }),
    },
    {
      what: 'a PDF with links and a form without scripts',
      name: 'form.pdf',
      bytes: madePdf({
        catalog: '/AcroForm << /Fields [6 0 R] /DA (/Helv 0 Tf) >> /OpenAction 7 0 R',
        page: '/Annots [4 0 R 5 0 R 6 0 R]',
        objects: [
          '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.hk/) >> >>',
          '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /GoTo /D [3 0 R /XYZ 0 0 0] >> >>',
          '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Chan) /Rect [0 0 9 9] /P 3 0 R >>',
          '<< /Type /Action /S /GoTo /D [3 0 R /Fit] >>',
          '<< /S /Figure /P 3 0 R /Alt (Portrait) /Type /StructElem >>',
        ],
      }),
    },
    {
      what: 'a PDF that was saved again at its end',
      name: 'revised.pdf',
      noted: ['earlier-revisions'],
      bytes: revisedPdf(plain, new Map([[99, pdfStream('', pdfText('Vote for list 2'))]])),
    },
  ];
};

/** Recorders that may go on for hours write the sizes elsewhere. */
const wavOfLongSizes = (): Buffer => {
  const made = madeWav();
  made.write('RF64', 'latin1');
  made.writeUInt32LE(0xffffffff, 4);
  return made;
};

/** An APE title of nothing behind the older title. */
const mp3WithApe = (): Buffer => {
  const ape = Buffer.alloc(32);
  ape.write('APETAGEX', 'latin1');
  ape.writeUInt32LE(2000, 8);
  ape.writeUInt32LE(32, 12);
  return Buffer.concat([madeMp3(), ape]);
};

/** As `gzip` packs a file of this name. */
const gzipNamed = (name: string, bytes: Buffer): Buffer => {
  const packed = gzipSync(bytes);
  packed.writeUInt8(8, 3);
  return Buffer.concat([packed.subarray(0, 10), Buffer.from(`${name}\0`), packed.subarray(10)]);
};

const media = async (): Promise<readonly CleanFile[]> => {
  const jpeg = await madeImage('jpeg');
  return [
    { what: 'a PNG', name: 'banner.png', bytes: await madeImage('png') },
    { what: 'a GIF', name: 'banner.gif', bytes: await madeImage('gif') },
    { what: 'a JPEG', name: 'banner.JPG', bytes: jpeg },
    { what: 'a TIFF', name: 'banner.tif', bytes: await madeImage('tiff') },
    {
      what: 'an interlaced PNG',
      name: 'inter.png',
      bytes: await sharp(jpeg).png({ progressive: true }).toBuffer(),
    },
    {
      what: 'a progressive JPEG in CMYK',
      name: 'print.jpeg',
      bytes: await sharp(jpeg).toColourspace('cmyk').jpeg({ progressive: true }).toBuffer(),
    },
    {
      what: 'a GIF that moves',
      name: 'moving.gif',
      bytes: await sharp(
        await sharp({ create: { width: 20, height: 60, channels: 3, background: 'red' } })
          .raw()
          .toBuffer(),
        { raw: { width: 20, height: 60, channels: 3, pageHeight: 20 } },
      )
        .gif()
        .toBuffer(),
    },
    {
      what: 'a photograph that says where it was taken',
      name: 'phone.jpg',
      noted: ['location'],
      bytes: await sharp(jpeg)
        .withExif({
          IFD0: { Model: 'Phone' },
          IFD3: {
            GPSLatitudeRef: 'N',
            GPSLatitude: '22/1 18/1 0/1',
            GPSLongitudeRef: 'E',
            GPSLongitude: '114/1 10/1 0/1',
          },
        })
        .jpeg()
        .toBuffer(),
    },
    {
      what: 'a photograph with a smaller one behind it',
      name: 'mpf.jpg',
      noted: ['more-pictures'],
      bytes: Buffer.concat([jpeg, await madeImage('jpeg', 16, 16)]),
    },
    {
      what: 'a JPEG that was filled up to a block',
      name: 'padded.jpg',
      bytes: Buffer.concat([jpeg, Buffer.alloc(512)]),
    },
    { what: 'a WAV', name: 'speech.wav', bytes: madeWav() },
    { what: 'an MP3', name: 'speech.mp3', bytes: madeMp3() },
    { what: 'a WAV with long sizes', name: 'long.wav', bytes: wavOfLongSizes() },
    { what: 'an MP3 with titles of two kinds', name: 'titles.mp3', bytes: mp3WithApe() },
    { what: 'an AVI', name: 'clip.avi', bytes: madeAvi() },
    { what: 'an MPEG', name: 'clip.mpg', bytes: madeMpeg() },
  ];
};

const archives = async (): Promise<readonly CleanFile[]> => {
  const png = await madeImage('png');
  return [
    {
      what: 'a ZIP',
      name: 'all.zip',
      bytes: madeZip([
        { name: 'banner.png', bytes: png, stored: true },
        { name: '單張/leaflet.docx', bytes: madeDocx() },
        { name: 'notes.txt', bytes: 'Vote' },
      ]),
    },
    {
      what: 'a ZIP that a Mac made',
      name: 'mac.zip',
      noted: ['system-files'],
      bytes: madeZip([
        { name: 'folder/', bytes: '', stored: true, mode: 0o040755 },
        { name: 'folder/banner.png', bytes: png, mode: 0o100644 },
        { name: 'folder/Icon\r', bytes: '', mode: 0o100644 },
        { name: 'folder/.DS_Store', bytes: Buffer.from('\0\0\0\x01Bud1\0\0', 'latin1'), mode: 0o100644 },
        {
          name: '__MACOSX/folder/._banner.png',
          bytes: Buffer.from('\0\x05\x16\x07\0\x02\0\0Mac OS X', 'latin1'),
          mode: 0o100644,
        },
      ]),
    },
    { what: 'a GZ', name: 'banner.png.gz', bytes: gzipSync(png) },
    { what: 'a GZ of another name', name: 'banner.gz', bytes: gzipNamed('banner.png', png) },
  ];
};

/** Files of every permitted format that must pass. */
export const cleanFiles = async (): Promise<readonly CleanFile[]> => [
  ...(await documents()),
  ...pages(),
  ...pdfs(),
  ...(await media()),
  ...(await archives()),
];
