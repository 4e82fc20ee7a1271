import type { Part as PartName } from '#shared/advertisements/findings.ts';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { type Field, fieldCollector, fieldFindings } from './fields.ts';
import { identityFindings } from './identity.ts';
import { dangerousScheme, isRemote } from './links.ts';
import { checkPackage, isXml, PackageProblem, type Part } from './office-package.ts';
import { finding, languageOf, type Reading, reading, unreadable } from './report.ts';
import { readXml, XmlProblem } from './xml.ts';

const MAIN_TYPE = /wordprocessingml\.document\.main\+xml$/i;

interface PartRead {
  readonly findings: Finding[];
  text: string;
  deleted: string;
  /** Words that no reader shows on the page: properties, alternative texts, names of authors. */
  aside: string;
  language: string | null;
  pictures: number;
  withoutText: number;
}

type Attributes = ReadonlyMap<string, string>;
type OnElement = (read: PartRead, attributes: Attributes, state: State) => void;

interface State {
  readonly fields: ReturnType<typeof fieldCollector>;
  /** Elements that are open, the innermost last. */
  readonly open: string[];
  lacksAlternative: boolean;
}

const found =
  (one: Finding): OnElement =>
  (read) => {
    read.findings.push(one);
  };

const isOff = (attributes: Attributes): boolean => /^(0|false|off|none)$/i.test(attributes.get('val') ?? '');

/** What elements mean, by their names without prefix. */
const ELEMENTS: ReadonlyMap<string, OnElement> = new Map<string, OnElement>([
  ['object', found(finding('embedded-object'))],
  ['OLEObject', found(finding('embedded-object'))],
  ['oleObj', found(finding('embedded-object'))],
  ['control', found(finding('active-control'))],
  ['ocx', found(finding('active-control'))],
  ['altChunk', found(finding('embedded-object'))],
  ['entryMacro', found(finding('macros'))],
  ['exitMacro', found(finding('macros'))],
  ['scriptAnchor', found(finding('script'))],
  ['mailMerge', found(finding('outside-content', { kind: 'mailmergesource' }))],
  ['subDoc', found(finding('outside-content', { kind: 'subdocument' }))],
  ['movie', found(finding('embedded-media'))],
  ['webVideoPr', found(finding('outside-content', { kind: 'video' }))],
  ['ddeLink', found(finding('active-field', { field: 'DDE' }))],
  ['ins', found(finding('tracked-changes'))],
  ['del', found(finding('tracked-changes'))],
  ['moveFrom', found(finding('tracked-changes'))],
  ['comment', found(finding('comments'))],
  ['fldSimple', (read, attributes) => read.findings.push(...fieldFindings(simpleField(attributes)))],
  [
    'fldChar',
    (read, attributes, { fields }) => {
      read.aside += '\n';
      const type = attributes.get('fldCharType');
      if (type === 'begin') fields.begin();
      else if (type === 'separate') fields.separate();
      else if (type === 'end') fields.end();
    },
  ],
  [
    'lang',
    (read, attributes) => (read.language ??= languageOf(attributes.get('eastAsia') ?? attributes.get('val'))),
  ],
  [
    'docPr',
    (_, attributes, state) =>
      (state.lacksAlternative = !(attributes.get('descr') ?? attributes.get('title'))),
  ],
  ['decorative', (_, attributes, state) => (state.lacksAlternative &&= isOff(attributes))],
  [
    'blip',
    (read, _, state) => {
      read.pictures += 1;
      if (state.lacksAlternative) read.withoutText += 1;
    },
  ],
  ['tab', (read) => (read.text += '\t')],
  ['br', (read) => (read.text += '\n')],
  ['cr', (read) => (read.text += '\n')],
  ['noBreakHyphen', (read) => (read.text += '-')],
]);

const simpleField = (attributes: Attributes): Field => ({
  instruction: attributes.get('instr') ?? '',
  madeUp: false,
});

/** Pictures and fills that name an address themselves; `blip` and the like go through relationships. */
const LOADING = new Set(['imagedata', 'fill', 'stroke', 'image', 'img', 'textbox']);
const HTML_SCRIPT = /^(script|iframe|embed)$/i;

const linkFindings = (target: string): readonly Finding[] => {
  const scheme = dangerousScheme(target);
  return scheme === null ? [] : [finding('dangerous-link', { scheme })];
};

const addressFindings = (name: string, attributes: Attributes): readonly Finding[] => {
  if (HTML_SCRIPT.test(name)) return [finding('script')];
  if (!LOADING.has(name)) return linkFindings(attributes.get('href') ?? '');
  const address = attributes.get('src') ?? attributes.get('href') ?? '';
  return isRemote(address) ? [finding('outside-content', { kind: 'image' })] : [];
};

const ASIDE = ['descr', 'title', 'author', 'alt', 'tooltip', 'string'];
/** Elements whose names and values people write: bookmarks, variables, what a form is filled with. */
const WRITTEN = new Set(
  'bookmarkStart docVar default listEntry listItem alias tag statusText helpText'.split(' '),
);

const asideOf = (element: string, attributes: Attributes): string =>
  [...attributes]
    .filter(([key]) => WRITTEN.has(element) || ASIDE.includes(key))
    .map(([, value]) => `${value}\n`)
    .join('');

const closeElement = (name: string, read: PartRead): void => {
  if (name === 'p' || name === 'tr') {
    read.text += '\n';
    read.deleted += '\n';
  }
  if (name === 'tc') read.text += '\t';
};

const textOf = (text: string, read: PartRead, { fields, open }: State): void => {
  const name = open.at(-1);
  if (name === 'instrText' || name === 'delInstrText') read.aside += text;
  if (name === 'instrText' || name === 'delInstrText') fields.instruction(text);
  else if (name === 't' && !fields.isInstruction()) read.text += text;
  else if (name === 't') fields.instruction(text);
  else if (name === 'delText') read.deleted += text;
  else if (text.trim() !== '') read.aside += `${text}\n`;
};

/** Data of other programs under `customXml` may call its elements what it likes, as long as they are not Word's. */
const NOTHING: ReadonlyMap<string, OnElement> = new Map();

const isOfWord = (attributes: Attributes): boolean =>
  [...attributes.values()].some((value) => /wordprocessingml/i.test(value));

const readPart = (name: string, bytes: Uint8Array): PartRead => {
  let elements = name.startsWith('word/') ? ELEMENTS : NOTHING;
  const read: PartRead = {
    findings: [],
    text: '',
    deleted: '',
    aside: '',
    language: null,
    pictures: 0,
    withoutText: 0,
  };
  const state: State = { fields: fieldCollector(), open: [], lacksAlternative: false };
  readXml(bytes, {
    open: (element, attributes) => {
      if (state.open.length === 0 && isOfWord(attributes)) elements = ELEMENTS;
      state.open.push(element);
      elements.get(element)?.(read, attributes, state);
      if (elements === ELEMENTS) read.findings.push(...addressFindings(element, attributes));
      read.aside += asideOf(element, attributes);
    },
    close: (element) => {
      state.open.pop();
      closeElement(element, read);
    },
    text: (text) => textOf(text, read, state),
  });
  read.findings.push(...state.fields.findings());
  return read;
};

const placeOf = (name: string): PartName => {
  if (/^word\/(header|footer)\d*\.xml$/.test(name)) return 'headers';
  if (/^word\/(footnotes|endnotes)\.xml$/.test(name)) return 'notes';
  if (/^word\/comments/.test(name)) return 'comments';
  return name.startsWith('word/document') ? 'text' : 'metadata';
};

const personalFindings = (name: string, read: PartRead): readonly Finding[] => [
  ...identityFindings(read.text, placeOf(name)),
  ...identityFindings(read.deleted, 'deleted-text'),
  ...identityFindings(read.aside, 'metadata'),
];

const readParts = (parts: ReadonlyMap<string, Part>): ReadonlyMap<string, PartRead> =>
  new Map(
    [...parts].flatMap(([name, part]) => {
      if (name.endsWith('.rels') || name === '[content_types].xml') return [];
      const bytes = part.bytes();
      return isXml(name, bytes) ? [[name, readPart(name, bytes)] as const] : [];
    }),
  );

const inspectPackage = (bytes: Uint8Array): Reading => {
  const { parts, types, findings } = checkPackage(bytes, { workbooks: true });
  const main = [...types.ofParts].find(([, type]) => MAIN_TYPE.test(type))?.[0];
  if (main === undefined || !parts.has(main))
    return reading([...findings, finding('unreadable', { format: 'docx' })]);
  const read = readParts(parts);
  const own = [...read].flatMap(([name, part]) => [...part.findings, ...personalFindings(name, part)]);
  const languages = ['word/styles.xml', main].map((name) => read.get(name)?.language ?? null);
  const text = read.get(main)?.text ?? '';
  return reading([...findings, ...own], {
    text,
    accessibility: {
      language: languages.find((language) => language !== null) ?? null,
      textLayer: text.trim() !== '',
      imagesWithoutText: read.get(main)?.withoutText ?? 0,
    },
  });
};

/** DOCX: every part, its relationships, fields and words [2016 App.5 ¶11]. */
export const inspectDocx = (bytes: Uint8Array): Reading => {
  try {
    return inspectPackage(bytes);
  } catch (problem) {
    if (problem instanceof PackageProblem) return reading([problem.found]);
    if (problem instanceof XmlProblem) return unreadable('docx');
    throw problem;
  }
};
