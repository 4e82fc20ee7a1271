/** An element as a strict reader sees it; text is unescaped. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const NAME = '[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?';
const TOKEN = new RegExp(`<(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|</(${NAME})>|([^<]+)`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})="([^"<]*)"`, 'g');
const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string => {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error(`A character that XML cannot carry in ${JSON.stringify(text)}`);
  if (/&(?!(amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`A bare ampersand in ${text}`);
  return text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '');
};

const attributesOf = (text: string): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (name in found) throw new Error(`${name} stands twice`);
    found[name] = unescaped(value);
  }
  return found;
};

/** Reads XML without comments, sections or processing instructions; throws at whatever is not well formed. */
export const strictXml = (source: string): XmlElement => {
  if (!source.startsWith(DECLARATION)) throw new Error('No XML declaration');
  const text = source.slice(DECLARATION.length).trimEnd();
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [top];
  const inner = (): XmlElement => open.at(-1) ?? top;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`Not well formed at ${text.slice(at, at + 60)}`);
    const [, name, attributes = '', empty, closed, words] = match;
    if (words !== undefined) inner().children.push(unescaped(words));
    else if (closed !== undefined) {
      if (open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
    } else if (name !== undefined) {
      const element: XmlElement = { name, attributes: attributesOf(attributes), children: [] };
      inner().children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [root, ...more] = top.children;
  if (open.length !== 1 || typeof root !== 'object' || more.length > 0) throw new Error('Not one element');
  return root;
};

export const elements = (parent: XmlElement, name: string): readonly XmlElement[] =>
  parent.children.filter((child) => typeof child === 'object').filter((child) => child.name === name);

export const textOf = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
