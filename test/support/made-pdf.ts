import { deflateSync } from 'node:zlib';

export interface MadePdf {
  /** Objects from number 4 on; 1 is the catalog, 2 the pages, 3 the page. */
  readonly objects?: readonly string[];
  readonly catalog?: string;
  readonly page?: string;
  /** What the page draws. */
  readonly content?: string;
  /** Puts all objects that are no streams into a compressed stream of objects. */
  readonly compressed?: boolean;
  readonly trailer?: string;
}

export const pdfText = (text: string): string => `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;

const stream = (dictionary: string, bytes: Buffer): string =>
  `<< ${dictionary} /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`;

const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

const plainFile = (
  objects: ReadonlyMap<number, string>,
  trailer: string,
  start = HEADER,
  previous = '',
): string => {
  let file = start;
  const offsets: string[] = [];
  for (const [number, object] of objects) {
    offsets.push(`${number} 1\n${String(file.length).padStart(10, '0')} 00000 n \n`);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const xref = file.length;
  return `${file}xref\n0 1\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${[...objects.keys()].reduce((most, number) => Math.max(most, number), 0) + 1} /Root 1 0 R ${trailer}${previous} >>\nstartxref\n${xref}\n%%EOF\n`;
};

const compressedFile = (objects: ReadonlyMap<number, string>, trailer: string): string => {
  const inside = [...objects].filter(([, object]) => !object.includes('stream\n'));
  const outside = [...objects].filter(([, object]) => object.includes('stream\n'));
  const holder = Math.max(...objects.keys()) + 1;
  let offset = 0;
  const numbers = inside.map(([number, object]) => {
    const one = `${number} ${offset}`;
    offset += object.length + 1;
    return one;
  });
  const first = `${numbers.join(' ')} `;
  const body = deflateSync(Buffer.from(`${first}${inside.map(([, object]) => object).join('\n')}`, 'latin1'));
  let file = HEADER;
  const places = new Map<number, number>();
  for (const [number, object] of [
    ...outside,
    [
      holder,
      stream(`/Type /ObjStm /N ${inside.length} /First ${first.length} /Filter /FlateDecode`, body),
    ] as const,
  ]) {
    places.set(number, file.length);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const xref = holder + 1;
  places.set(xref, file.length);
  const rows = Array.from({ length: xref + 1 }, (_, number) => {
    const index = inside.findIndex(([one]) => one === number);
    const place = places.get(number);
    const [kind, where, generation] =
      index >= 0 ? [2, holder, index] : place !== undefined ? [1, place, 0] : [0, 0, 0xffff];
    const row = Buffer.from([kind, 0, 0, 0, 0, 0, 0]);
    row.writeUInt32BE(where, 1);
    row.writeUInt16BE(generation, 5);
    return row;
  });
  const at = file.length;
  return `${file}${xref} 0 obj\n${stream(`/Type /XRef /W [1 4 2] /Size ${xref + 1} /Root 1 0 R ${trailer} /Filter /FlateDecode`, deflateSync(Buffer.concat(rows)))}\nendobj\nstartxref\n${at}\n%%EOF\n`;
};

const objectsOf = ({
  objects = [],
  catalog = '',
  page = '',
  content = pdfText('Vote for list 1'),
}: MadePdf): ReadonlyMap<number, string> =>
  new Map([
    [1, `<< /Type /Catalog /Pages 2 0 R /Lang (en-HK) ${catalog} >>`],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 98 0 R >> >> /Contents 99 0 R ${page} >>`,
    ],
    ...objects.map((object, index) => [index + 4, object] as const),
    [98, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
    [99, stream('', Buffer.from(content, 'latin1'))],
  ]);

/** A PDF of one page. */
export const madePdf = (made: MadePdf = {}): Buffer => {
  const file = made.compressed
    ? compressedFile(objectsOf(made), made.trailer ?? '')
    : plainFile(objectsOf(made), made.trailer ?? '');
  return Buffer.from(file, 'latin1');
};

/** The same file with objects replaced at its end, as editors that save quickly do. */
export const revisedPdf = (first: Buffer, objects: ReadonlyMap<number, string>): Buffer => {
  const before = first.toString('latin1');
  const previous = / (?:startxref\n)?/.test(before)
    ? before.slice(before.lastIndexOf('startxref') + 10).split('\n')[0]
    : '0';
  return Buffer.from(plainFile(objects, '', before, ` /Prev ${previous}`), 'latin1');
};

export const pdfStream = (dictionary: string, content: string): string =>
  stream(dictionary, Buffer.from(content, 'latin1'));
