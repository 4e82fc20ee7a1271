/** A strict reader of the XML in office documents: what it does not understand is refused, not guessed. */
export interface XmlHandler {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

export class XmlProblem extends Error {
  override readonly name = 'XmlProblem';
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const characterOf = (reference: string): string => {
  if (reference.startsWith('#')) {
    const code = reference.startsWith('#x')
      ? Number.parseInt(reference.slice(2), 16)
      : Number(reference.slice(1));
    if (Number.isInteger(code) && code <= 0x10ffff) return String.fromCodePoint(code);
  }
  const named = Object.hasOwn(ENTITIES, reference) ? ENTITIES[reference] : undefined;
  if (named === undefined) throw new XmlProblem(`unknown entity`);
  return named;
};

const decode = (text: string): string =>
  text.includes('&')
    ? text.replace(/&([^;\s]{1,12});|&/g, (_, reference?: string) => characterOf(reference ?? ''))
    : text;

/** Prefixes are free to choose; what an element is called behind it is enough here, and cannot be hidden by another prefix. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const ATTRIBUTE = /\s+([^\s=/>"'<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const NAME = /[^\s/>"'=<&]+/y;

/** UTF-8 unless a mark says UTF-16; a declaration that says anything else is refused. */
const decodeXml = (bytes: Uint8Array): string => {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const declared = /^<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(text.slice(0, 200))?.[1] ?? 'utf-8';
    if (!/^(utf-?8|utf-?16|us-ascii|iso-8859-1|windows-1252)$/i.test(declared))
      throw new XmlProblem('encoding');
    return text;
  } catch (cause) {
    throw new XmlProblem('not text', { cause });
  }
};

const MAX_DEPTH = 2_000;

/** Reads a whole part; throws `XmlProblem` for anything that is not plainly well formed, and for document types. */
export const readXml = (bytes: Uint8Array, handler: XmlHandler): void => {
  const xml = decodeXml(bytes);
  const path: string[] = [];
  let at = 0;
  let roots = 0;

  const skipPast = (end: string): string => {
    const found = xml.indexOf(end, at);
    if (found < 0) throw new XmlProblem('open end');
    const inside = xml.slice(at, found);
    at = found + end.length;
    return inside;
  };

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found) at = pattern.lastIndex;
    return found;
  };

  const attributes = (): ReadonlyMap<string, string> => {
    const found = new Map<string, string>();
    for (let one = match(ATTRIBUTE); one; one = match(ATTRIBUTE))
      found.set(local(one[1] ?? ''), decode(one[2] ?? one[3] ?? ''));
    return found;
  };

  const openTag = (): void => {
    const name = match(NAME)?.[0];
    if (name === undefined) throw new XmlProblem('tag');
    const own = attributes();
    const end = match(TAG_END);
    if (!end) throw new XmlProblem('tag');
    if (path.length === 0) roots += 1;
    handler.open(local(name), own);
    if (end[1] === '/') handler.close(local(name));
    else path.push(name);
    if (path.length > MAX_DEPTH || roots > 1) throw new XmlProblem('depth');
  };

  const closeTag = (): void => {
    const name = skipPast('>').trimEnd();
    if (path.pop() !== name) throw new XmlProblem('unbalanced');
    handler.close(local(name));
  };

  const markup = (): void => {
    if (xml.startsWith('<!--', at)) {
      at += 4;
      skipPast('-->');
    } else if (xml.startsWith('<![CDATA[', at)) {
      at += 9;
      handler.text(skipPast(']]>'));
    } else if (xml.startsWith('<?', at)) skipPast('?>');
    else if (xml.startsWith('<!', at)) throw new XmlProblem('document type');
    else if (xml.startsWith('</', at)) {
      at += 2;
      closeTag();
    } else {
      at += 1;
      openTag();
    }
  };

  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const text = xml.slice(at, next < 0 ? xml.length : next);
    if (path.length > 0) handler.text(decode(text));
    else if (text.replace(/^\ufeff/, '').trim() !== '') throw new XmlProblem('text outside');
    if (next < 0) break;
    at = next;
    markup();
  }
  if (path.length > 0 || roots === 0) throw new XmlProblem('open end');
};
