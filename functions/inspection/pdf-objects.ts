import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { asBuffer } from './bytes.ts';

/** Every object of a PDF, of all its revisions, and of its object streams: what was replaced later is still in the file. */
export interface PdfObjects {
  readonly context: PDFContext;
  readonly all: readonly PDFObject[];
  /** How many stand in the file itself, not in an object stream. */
  readonly own: number;
}

const silently = async <T>(work: () => Promise<T>): Promise<T> => {
  const { warn, log } = console;
  console.warn = () => undefined;
  console.log = () => undefined;
  try {
    return await work();
  } finally {
    console.warn = warn;
    console.log = log;
  }
};

/** How many objects the object streams say they hold. */
const inStreams = (all: readonly PDFObject[]): number =>
  streamsOf(all)
    .filter(({ dict }) => dict.get(PDFName.of('Type')) === PDFName.of('ObjStm'))
    .reduce((sum, { dict }) => sum + (dict.lookupMaybe(PDFName.of('N'), PDFNumber)?.asNumber() ?? 0), 0);

/** What the parser does not show of itself. */
interface Inside {
  readonly context: PDFContext;
  readonly bytes: { readonly offset: () => number; readonly moveTo: (at: number) => void };
  findEndOfStreamFallback: () => number;
}

const STREAM_END = Buffer.from('endstream');

/**
 * Where a stream ends that does not say its length itself: at the first mark of an end. The parser would count marks of beginnings in it
 * too, and any text holds the word.
 */
const endOfStream = (file: Buffer, stream: Inside['bytes']): number => {
  const end = file.indexOf(STREAM_END, stream.offset());
  if (end < 0) throw new Error('A stream has no end.');
  stream.moveTo(end + STREAM_END.length);
  const line = file.toString('latin1', end - 2, end);
  return end - (/\r?\n$|\r$/.exec(line)?.[0].length ?? 0);
};

/** Throws when the bytes cannot be read as a PDF at all. */
export const readPdfObjects = async (bytes: Uint8Array): Promise<PdfObjects> => {
  const parser = PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, false, false, true);
  const inside = parser as unknown as Inside;
  inside.findEndOfStreamFallback = () => endOfStream(asBuffer(bytes), inside.bytes);
  // The parser keeps the newest object under a number; here the older ones are wanted as well.
  const { context } = inside;
  const all: PDFObject[] = [];
  const assign = context.assign.bind(context);
  context.assign = (ref, object) => {
    all.push(object);
    assign(ref, object);
  };
  await silently(() => parser.parseDocument());
  return { context, all, own: all.length - inStreams(all) };
};

/** A dictionary, the values of its keys by name; references stay as they are. */
export type Dictionary = ReadonlyMap<string, PDFObject>;

export interface PdfVisitor {
  readonly dictionary: (dictionary: Dictionary, isStream: boolean) => void;
  readonly text: (text: string) => void;
  readonly broken: () => void;
}

/** Dictionaries nest in dictionaries; nothing made by a program nests deeper than this. */
const MAX_DEPTH = 400;

const textOf = (object: PDFString | PDFHexString): string => {
  try {
    return object.decodeText();
  } catch {
    return '';
  }
};

const asMap = (dict: PDFDict): Dictionary =>
  new Map(dict.entries().map(([key, value]) => [key.decodeText(), value]));

/** Looks at every dictionary and string, however deep, without following references: their targets are visited by themselves. */
export const visitPdf = (objects: readonly PDFObject[], visitor: PdfVisitor): void => {
  const waiting: (readonly [PDFObject, number])[] = [];
  const push = (values: Iterable<PDFObject>, depth: number): void => {
    for (const value of values)
      if (!(value instanceof PDFRef || value instanceof PDFName)) waiting.push([value, depth]);
  };
  const visitDict = (dict: PDFDict, depth: number, isStream: boolean): void => {
    const own = asMap(dict);
    visitor.dictionary(own, isStream);
    push(own.values(), depth + 1);
  };
  const visit = (object: PDFObject, depth: number): void => {
    if (object instanceof PDFInvalidObject || depth > MAX_DEPTH) visitor.broken();
    else if (object instanceof PDFStream) visitDict(object.dict, depth, true);
    else if (object instanceof PDFDict) visitDict(object, depth, false);
    else if (object instanceof PDFArray) push(object.asArray(), depth + 1);
    else if (object instanceof PDFString || object instanceof PDFHexString) visitor.text(textOf(object));
  };
  for (const object of objects) {
    waiting.push([object, 0]);
    for (let next = waiting.pop(); next; next = waiting.pop()) visit(next[0], next[1]);
  }
};

/** The name that a value is, directly or behind a reference; `null` for anything else. */
export const nameOf = (value: PDFObject | undefined, context: PDFContext): string | null => {
  const found = value instanceof PDFRef ? context.lookup(value) : value;
  return found instanceof PDFName ? found.decodeText() : null;
};

export const streamsOf = (objects: readonly PDFObject[]): readonly PDFRawStream[] =>
  objects.filter((object): object is PDFRawStream => object instanceof PDFRawStream);
