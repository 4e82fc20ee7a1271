import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { ascii, startsWith } from './bytes.ts';
import { identityFindings } from './identity.ts';
import { dangerousScheme, isRemote } from './links.ts';
import { finding, languageOf, type Reading, reading, unreadable } from './report.ts';
import { decodeText } from './text-encoding.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const FRAMES = new Set('iframe frame frameset object embed applet form portal fencedframe button'.split(' '));
const LOADING = new Set(
  'src srcset poster background data dynsrc lowsrc imagesrcset classid codebase archive manifest'.split(' '),
);
const FOLLOWED = new Set('href xlink:href action formaction ping to from values'.split(' '));
/** Attributes of drawings that say what is style elsewhere. */
const PAINTS = /^(fill|stroke|filter|mask|clip-path|cursor|marker(-start|-mid|-end)?)$/;
const ANIMATED = new Set('animate set animatetransform animatemotion'.split(' '));

/** Links of a page's head that a browser fetches by itself. Word's `File-List` and the like are names only. */
const FETCHED_LINKS =
  /\b(stylesheet|icon|preload|prefetch|modulepreload|import|manifest|preconnect|dns-prefetch|prerender)\b/i;

const STYLE_RUNS = /expression\s*\(|javascript:|vbscript:|-moz-binding|(?<![\w-])behaviou?r\s*:/i;
const STYLE_LOADS = /(?:@import\s*(?:url\(\s*)?|(?:url|src)\(\s*)["']?\s*([^"')\s;]+)/gi;
/** Pictures to choose from may be named without `url()`. */
const STYLE_CHOICE = /image-set\(([^;{}]*)/gi;

/** CSS may spell letters as escapes. */
const plainStyle = (style: string): string =>
  style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/\\(.)/g, '$1');

const styleFindings = (style: string): readonly Finding[] => {
  const plain = plainStyle(style);
  // Word asks Internet Explorer for its own drawing in this one harmless way.
  const runs = STYLE_RUNS.test(plain.replace(/behaviou?r\s*:\s*url\(\s*["']?#default#VML["']?\s*\)/gi, ''));
  const choices = [...plain.matchAll(STYLE_CHOICE)].flatMap(([, words = '']) => words.split(/["']/));
  const addresses = [...plain.matchAll(STYLE_LOADS)].map(([, address = '']) => address);
  const loads = [...addresses, ...choices].some(isRemote);
  return [
    ...(runs ? [finding('script')] : []),
    ...(loads ? [finding('outside-content', { kind: 'style' })] : []),
  ];
};

const addressesOf = (name: string, value: string): readonly string[] =>
  name.endsWith('srcset') ? value.split(',').map((one) => one.trim().split(/\s+/)[0] ?? '') : [value];

const loadFindings = (element: Element, name: string, value: string): readonly Finding[] => {
  if (!LOADING.has(name)) return [];
  return addressesOf(name, value).flatMap((address) => {
    if (isRemote(address))
      return [finding('outside-content', { kind: element.tagName === 'img' ? 'image' : 'other' })];
    const scheme = dangerousScheme(address);
    if (scheme === null) return [];
    // A picture in the page itself; a page or program in it is none.
    return scheme === 'data' && /^data:((image|font|audio|video)\/|;)/i.test(address.trim())
      ? []
      : [finding('dangerous-link', { scheme })];
  });
};

const linkFindings = (element: Element, name: string, value: string): readonly Finding[] => {
  const scheme = dangerousScheme(value);
  const rel = element.attrs.find(({ name }) => name === 'rel')?.value ?? '';
  const fetched = element.tagName === 'link' && FETCHED_LINKS.test(rel);
  const inSvg = ['image', 'use', 'feimage', 'script'].includes(element.tagName.toLowerCase());
  if ((fetched || inSvg || name === 'ping' || element.tagName === 'base') && isRemote(value))
    return [finding('outside-content', { kind: 'other' })];
  const isPicture = element.tagName.toLowerCase() !== 'use' && /^data:image\//i.test(value.trim());
  if (scheme === null || (inSvg && isPicture)) return [];
  return scheme === 'javascript' || scheme === 'vbscript'
    ? [finding('script')]
    : [finding('dangerous-link', { scheme })];
};

const attributeFindings = (element: Element): readonly Finding[] =>
  element.attrs.flatMap(({ name: rawName, prefix, value }) => {
    const name = (prefix ? `${prefix}:${rawName}` : rawName).toLowerCase();
    if (/^on[a-z]/.test(name)) return [finding('script')];
    if (name === 'srcdoc') return [finding('frame-or-form')];
    if (name === 'style' || PAINTS.test(name)) return styleFindings(value);
    if (FOLLOWED.has(name)) return linkFindings(element, name, value);
    return loadFindings(element, name, value);
  });

const attribute = (element: Element, wanted: string): string | null =>
  element.attrs.find(({ name }) => name.toLowerCase() === wanted)?.value ?? null;

const metaFindings = (element: Element): readonly Finding[] => {
  const what = (attribute(element, 'http-equiv') ?? '').trim().toLowerCase();
  return what === 'refresh' || what === 'set-cookie' ? [finding('acts-by-itself')] : [];
};

/** Scripts of data only, such as descriptions for search engines, run nothing; a public file needs none all the same. */
const elementFindings = (element: Element): readonly Finding[] => {
  const tag = element.tagName.toLowerCase();
  const found = [...attributeFindings(element)];
  if (tag === 'script' || tag === 'handler' || tag === 'foreignobject' || ANIMATED.has(tag))
    found.push(finding('script'));
  if (FRAMES.has(tag)) found.push(finding('frame-or-form'));
  if (tag === 'meta') found.push(...metaFindings(element));
  return found;
};

const isElement = (node: Node): node is Element => 'tagName' in node;
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'title']);
const BLOCKS =
  /^(p|div|br|li|tr|h[1-6]|td|th|section|article|header|footer|table|ul|ol|blockquote|hr|dt|dd|pre)$/;

interface Walked {
  readonly findings: Finding[];
  text: string;
  /** The same, a line for each element: a number may follow a label or a note's sign without a blank. */
  pieces: string;
  aside: string;
  language: string | null;
  withoutText: number;
}

const childrenOf = (node: Node): readonly Node[] => {
  const inTemplate = 'content' in node ? node.content.childNodes : [];
  return 'childNodes' in node ? [...inTemplate, ...node.childNodes] : inTemplate;
};

/** Instructions for programs of servers and old browsers, which a page keeps as comments. */
const INSTRUCTION = /^(\?(php|=|\s|import\b)|#(exec|include|echo|config|set|printenv)\b)/i;
const MARKUP_RUNS = /<(script|iframe|object|embed)[\s>]|<[^<>]*[\s"'/]on[a-z]+\s*=|<\?php|<%/i;
const CONDITION = /^\[if[^\]]*\]>/i;

/** Word and old Internet Explorer read what stands in such comments; Word writes them, without scripts. */
const commentFindings = (comment: string): readonly Finding[] => [
  ...(MARKUP_RUNS.test(comment) || INSTRUCTION.test(comment) ? [finding('script')] : []),
  ...(CONDITION.test(comment) ? walk(parseFragment(comment.replace(CONDITION, ''))).findings : []),
];

const visitText = (value: string, parent: Node | null, walked: Walked): void => {
  const hidden = parent !== null && isElement(parent) && UNREAD.has(parent.tagName);
  if (parent !== null && isElement(parent) && parent.tagName === 'style')
    walked.findings.push(...styleFindings(value));
  if (hidden) walked.aside += `${value}\n`;
  else {
    walked.text += value;
    walked.pieces += `${value}\n`;
  }
};

/** Words that stand in attributes; not the bytes of pictures. */
const asideOf = ({ attrs }: Element): string =>
  attrs
    .filter(({ name, value }) => name !== 'style' && !/^\s*data:/i.test(value))
    .map(({ value }) => `${value}\n`)
    .join('');

const visit = (node: Node, parent: Node | null, walked: Walked): void => {
  if (node.nodeName === '#text' && 'value' in node) visitText(node.value, parent, walked);
  if (node.nodeName === '#comment' && 'data' in node) {
    walked.findings.push(...commentFindings(node.data));
    walked.aside += `${node.data}\n`;
  }
  if (!isElement(node)) return;
  walked.findings.push(...elementFindings(node));
  if (BLOCKS.test(node.tagName)) walked.text += '\n';
  if (node.tagName === 'html') walked.language ??= languageOf(attribute(node, 'lang'));
  if (node.tagName === 'img' && attribute(node, 'alt') === null) walked.withoutText += 1;
  walked.aside += asideOf(node);
};

/** Without recursion: a page can nest as deep as it is long. */
const walk = (root: Node): Walked => {
  const walked: Walked = { findings: [], text: '', pieces: '', aside: '', language: null, withoutText: 0 };
  const waiting: { readonly node: Node; readonly parent: Node | null }[] = [{ node: root, parent: null }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    visit(next.node, next.parent, walked);
    for (const child of childrenOf(next.node).toReversed()) waiting.push({ node: child, parent: next.node });
  }
  return walked;
};

/** Encodings in which plain letters may mean something else than they seem to. */
const SHIFTY =
  /^\+\/v[89+/]|charset\s*=\s*["']?\s*(utf-?7|iso-2022|hz-gb|utf-?32|x-user-defined|replacement)/i;

const decodeHtml = (bytes: Uint8Array): string | null => {
  const declared = /charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)/i.exec(ascii(bytes, 0, 4096))?.[1];
  if (declared !== undefined && !startsWith(bytes, [0xef, 0xbb, 0xbf]) && !/^utf-?16/i.test(declared)) {
    try {
      return new TextDecoder(declared).decode(bytes);
    } catch {
      return null;
    }
  }
  return decodeText(bytes)?.text ?? null;
};

/** HTML as a browser builds it, so that nothing hides that would run there [2016 App.5 ¶11]. */
export const inspectHtml = (bytes: Uint8Array): Reading => {
  const html = decodeHtml(bytes);
  if (
    html === null ||
    SHIFTY.test(ascii(bytes, 0, 4096)) ||
    /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(html)
  )
    return unreadable('html');
  const { findings, text, pieces, aside, language, withoutText } = walk(
    parse(html, { scriptingEnabled: false }),
  );
  // Where scripts run, what stands in `noscript` is no markup, and its end may lie elsewhere.
  const others = /<noscript/i.test(html) ? walk(parse(html)).findings : [];
  const server = /<\?php|<%[^-]|<\?=/i.test(html) ? [finding('script')] : [];
  return reading(
    [
      ...findings,
      ...others,
      ...server,
      ...identityFindings(`${text}\n${pieces}`, 'text'),
      ...identityFindings(aside, 'hidden-text'),
    ],
    {
      text: text
        .replace(/[ \t]+/g, ' ')
        .replace(/\s*\n\s*/g, '\n')
        .trim(),
      accessibility: { language, textLayer: text.trim() !== '', imagesWithoutText: withoutText },
    },
  );
};
