import { adviceForName } from '#shared/advertisements/file-rules.ts';
import type { FindingCode } from '#shared/advertisements/findings.ts';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { identityFindings, identityFindingsInBytes } from './identity.ts';
import { kindOf } from './kinds.ts';
import { dangerousScheme } from './links.ts';
import { finding } from './report.ts';
import { virusFindings } from './signatures.ts';
import { decodeText } from './text-encoding.ts';
import { readXml } from './xml.ts';
import { openZip, unpack, type ZipEntry } from './zip.ts';

/** A part of an office document, unpacked when it is asked for. */
export interface Part {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

/** A part or the package itself cannot be read; the findings say why. */
export class PackageProblem extends Error {
  override readonly name = 'PackageProblem';
  readonly found: Finding;
  constructor(found: Finding) {
    super(found.code);
    this.found = found;
  }
}

const LIMITS = { entries: 3_000, entryBytes: 100_000_000, totalBytes: 220_000_000 };

/** The parts of a package by their names in small letters; throws `PackageProblem`. */
export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, Part> => {
  const opened = openZip(bytes, LIMITS);
  if (!opened.ok) throw new PackageProblem(finding(opened.problem.code, opened.problem.figures));
  const read = (entry: ZipEntry) => (): Uint8Array => {
    const unpacked = unpack(bytes, entry);
    if (!unpacked.ok) throw new PackageProblem(finding(unpacked.problem.code));
    return unpacked.value;
  };
  return new Map(
    opened.value
      .filter(({ isFolder }) => !isFolder)
      .map((entry) => [
        entry.name.replace(/^\/+/, '').toLowerCase(),
        { name: entry.name, bytes: read(entry) },
      ]),
  );
};

export const isXmlPart = (name: string): boolean =>
  /\.(xml|rels|vml)$/i.test(name) || name === '[content_types].xml';

/** Some readers go by relationships alone, whatever a part is called. */
export const isXml = (name: string, bytes: Uint8Array): boolean =>
  isXmlPart(name) || /^\s*</.test(decodeText(bytes.subarray(0, 512), { cut: true })?.text ?? '');

export interface Relationship {
  /** The last step of its type, in small letters: `hyperlink`, `image`, `vbaproject`. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const relationshipsOf = (bytes: Uint8Array): readonly Relationship[] => {
  const found: Relationship[] = [];
  readXml(bytes, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      found.push({
        type: (attributes.get('Type') ?? '').replace(/\/+$/, '').split('/').at(-1)?.toLowerCase() ?? '',
        target: attributes.get('Target') ?? '',
        external: (attributes.get('TargetMode') ?? '').toLowerCase() === 'external',
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
};

/** Kinds of parts that run, fetch or carry another file, by the last step of their type. */
const DENIED: ReadonlyMap<string, FindingCode> = new Map<string, FindingCode>([
  ['vbaproject', 'macros'],
  ['vbaprojectsignature', 'macros'],
  ['wordvbadata', 'macros'],
  ['attachedtoolbars', 'macros'],
  ['keymapcustomizations', 'macros'],
  ['xlmacrosheet', 'macros'],
  ['xlintlmacrosheet', 'macros'],
  ['dialogsheet', 'macros'],
  ['control', 'active-control'],
  ['activexcontrolbinary', 'active-control'],
  ['ctrlprop', 'active-control'],
  ['extensibility', 'active-control'],
  ['usercustomization', 'active-control'],
  ['customui', 'active-control'],
  ['webextension', 'active-control'],
  ['webextensiontaskpanes', 'active-control'],
  ['oleobject', 'embedded-object'],
  ['afchunk', 'embedded-object'],
  ['subdocument', 'outside-content'],
  ['externallink', 'outside-content'],
  ['connections', 'outside-content'],
  ['querytable', 'outside-content'],
  ['video', 'embedded-media'],
  ['audio', 'embedded-media'],
]);

/** A template on the author's own disk is a name only; it says whose computer it was, and nobody else can open it. */
const isOwnDisk = (target: string): boolean =>
  /^(file:\/\/\/)?[A-Za-z]:[\\/]/i.test(target) || /^file:\/\/\/(Users|home)\//i.test(target);

const externalFindings = ({ type, target }: Relationship): readonly Finding[] => {
  if (type === 'hyperlink') {
    const scheme = dangerousScheme(target);
    const danger = scheme === null ? [] : [finding('dangerous-link', { scheme })];
    return [...danger, ...identityFindings(target, 'metadata')];
  }
  if (type === 'attachedtemplate' && isOwnDisk(target))
    return [finding('personal-folder', {}, { part: 'settings' })];
  return [finding('outside-content', { kind: KNOWN_TYPES.has(type) ? type : 'other' })];
};

const KNOWN_TYPES = new Set([
  'image',
  'attachedtemplate',
  'oleobject',
  'frame',
  'subdocument',
  'mailmergesource',
  'video',
  'audio',
  'package',
]);

const isChart = (relationshipsPart: string): boolean => /\/charts?(ex)?\/_rels\//i.test(relationshipsPart);

const relationshipFindings = (part: string, relationship: Relationship): readonly Finding[] => {
  if (relationship.external) return externalFindings(relationship);
  const code = DENIED.get(relationship.type);
  if (code) return [finding(code)];
  return relationship.type === 'package' && !isChart(part) ? [finding('embedded-object')] : [];
};

const CONTENT_TYPES: readonly (readonly [RegExp, FindingCode])[] = [
  [/macroenabled|vbaproject|vbadata|macrosheet|dialogsheet/i, 'macros'],
  [/activex|customui|webextension|ms-word\.attachedtoolbars/i, 'active-control'],
  [/oleobject/i, 'embedded-object'],
];

export interface ContentTypes {
  /** Content types of single parts, by name in small letters. */
  readonly ofParts: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

export const contentTypesOf = (bytes: Uint8Array): ContentTypes => {
  const ofParts = new Map<string, string>();
  const findings: Finding[] = [];
  readXml(bytes, {
    open: (name, attributes) => {
      const type = attributes.get('ContentType') ?? '';
      if (name === 'Override')
        ofParts.set((attributes.get('PartName') ?? '').replace(/^\/+/, '').toLowerCase(), type);
      findings.push(
        ...CONTENT_TYPES.filter(([pattern]) => pattern.test(type)).map(([, code]) => finding(code)),
      );
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { ofParts, findings };
};

/** What may lie in a document that is not XML: pictures and fonts. Containers, programs, pages and other documents may not. */
const EMBEDDED = new Set([
  'ole',
  'program',
  'html',
  'rtf',
  'pdf',
  'gz',
  'rar',
  '7z',
  'cab',
  'shell-script',
  'php',
  'mhtml',
  'shortcut',
]);
const MEDIA = new Set(['mp3', 'wav', 'avi', 'mpeg', 'mp4', 'quicktime', 'matroska', 'asf', 'ogg', 'flac']);

const svgFindings = (bytes: Uint8Array): readonly Finding[] => {
  const found: Finding[] = [];
  readXml(bytes, {
    open: (name, attributes) => {
      const runs =
        /^(script|foreignobject|handler|iframe)$/i.test(name) ||
        [...attributes.keys()].some((key) => /^on/i.test(key));
      if (runs) found.push(finding('script'));
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
};

const VBA_NAME = /(^|\/)(vbaproject|vbadata)[^/]*$/;
const CONTROL_NAME = /(^|\/)(activex|customui|webextensions?)\//;

const binaryFindings = (name: string, bytes: Uint8Array, isWorkbookAllowed: boolean): readonly Finding[] => {
  const kind = kindOf(bytes);
  if (VBA_NAME.test(name)) return [finding('macros')];
  if (adviceForName(name) === 'program') return [finding('embedded-object')];
  if (kind === 'zip') return isWorkbookAllowed ? workbookFindings(bytes) : [finding('embedded-object')];
  if (EMBEDDED.has(kind)) return [finding('embedded-object')];
  if (kind === 'svg') return svgFindings(bytes);
  return MEDIA.has(kind) && !/^word\/fonts\//.test(name) ? [finding('embedded-media')] : [];
};

interface Checked {
  readonly parts: ReadonlyMap<string, Part>;
  readonly types: ContentTypes;
  readonly findings: readonly Finding[];
}

const findingsOfPart = (name: string, part: Part, workbooks: boolean): readonly Finding[] => {
  const bytes = part.bytes();
  const named = CONTROL_NAME.test(name) ? [finding('active-control')] : [];
  const virus = virusFindings(bytes);
  if (name.endsWith('.rels')) {
    return [...named, ...virus, ...relationshipsOf(bytes).flatMap((one) => relationshipFindings(name, one))];
  }
  return isXmlPart(name)
    ? [...named, ...virus]
    : [
        ...named,
        ...virus,
        ...binaryFindings(name, bytes, workbooks),
        ...identityFindingsInBytes(bytes, 'metadata'),
      ];
};

/** Content types, relationships and every part that is not XML; throws `PackageProblem` or `XmlProblem` when it cannot be read. */
export const checkPackage = (bytes: Uint8Array, { workbooks }: { readonly workbooks: boolean }): Checked => {
  const parts = partsOf(bytes);
  const list = parts.get('[content_types].xml');
  if (!list) throw new PackageProblem(finding('unreadable'));
  const types = contentTypesOf(list.bytes());
  const findings = [...parts].flatMap(([name, part]) => findingsOfPart(name, part, workbooks));
  return { parts, types, findings: [...types.findings, ...findings] };
};

/** The figures behind a chart lie in a workbook of their own: it may hold nothing that runs or fetches either. */
const workbookFindings = (bytes: Uint8Array): readonly Finding[] => {
  const { types, findings } = checkPackage(bytes, { workbooks: false });
  const isSheet = [...types.ofParts.values()].some((type) => /spreadsheetml\.sheet\.main\+xml$/i.test(type));
  return isSheet ? findings : [...findings, finding('embedded-object')];
};
