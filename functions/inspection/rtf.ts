import type { FindingCode } from '#shared/advertisements/findings.ts';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { ascii, isPadding } from './bytes.ts';
import { fieldFindings } from './fields.ts';
import { identityFindings } from './identity.ts';
import { dangerousScheme, isRemote } from './links.ts';
import { finding, type Reading, reading } from './report.ts';
import { type Destination, rtfReader } from './rtf-reader.ts';
import { rtfTokens } from './rtf-tokens.ts';

/** Destinations that run, fetch or carry something; looked for in the raw bytes too, whatever the groups around them are made to look like. */
const DENIED: readonly (readonly [RegExp, FindingCode])[] = [
  [
    /\\obj(ect|data|update|autlink|emb|link|ocx|html|class|name|sub|alias|topic|time|icemb)(?![a-z])/i,
    'embedded-object',
  ],
  [/\\(ddeauto|ddehot|ddeitem)(?![a-z])/i, 'active-field'],
  [
    /\\\*?\\?(mmdatasource|mmconnectstr|mmquery|mmodso|mailmerge|mmheadersource)(?![a-z])/i,
    'outside-content',
  ],
  [/\\ff(entry|exit)mcr\s+[^\s}]/i, 'macros'],
  [/\\(bliplink|linkedpict|nextfile|subdocument|filetbl)(?![a-z])/i, 'outside-content'],
];

const rawFindings = (raw: string): readonly Finding[] =>
  DENIED.flatMap(([pattern, code]) =>
    pattern.test(raw) ? [finding(code, code === 'active-field' ? { field: 'DDE' } : {})] : [],
  );

/** Word puts an empty or full OLE container of its XML reader here; anything else in it is a container for something else. */
const DATASTORE = /^0105000002000000180000004d73786d6c322e534158584d4c5265616465722e/i;

const MAX_DEPTH = 5_000;

const templateFindings = (template: string): readonly Finding[] => {
  const target = template.trim();
  if (target === '') return [];
  return /^[A-Za-z]:[\\/]/.test(target) || !/[\\/:]/.test(target)
    ? [finding('personal-folder', {}, { part: 'settings' })]
    : [finding('outside-content', { kind: 'attachedtemplate' })];
};

/** Shapes name their pictures and links among their properties. */
const LINKED = /^(pib|\w*Blip)Name\n+([^\n]+)/gm;

const shapeFindings = (properties: string, addresses: string): readonly Finding[] => [
  ...[...properties.matchAll(LINKED)].flatMap(([, , address = '']) =>
    isRemote(address) ? [finding('outside-content', { kind: 'image' })] : [],
  ),
  ...addresses.split('\n').flatMap((address) => {
    const scheme = dangerousScheme(address);
    return scheme === null ? [] : [finding('dangerous-link', { scheme })];
  }),
];

/** RTF: its control words, fields, and words in every destination [2016 App.5 ¶11]. */
export const inspectRtf = (bytes: Uint8Array): Reading => {
  const raw = ascii(bytes, 0, bytes.length);
  if (!/^(\xef\xbb\xbf)?\s*\{\\rtf1?[\\\s{]/.test(raw))
    return reading([finding('unreadable', { format: 'rtf' })]);
  const reader = rtfReader();
  let closedAt = -1;
  for (const token of rtfTokens(bytes)) {
    reader.take(token);
    if (token.kind === 'close' && reader.depth() === 1) {
      closedAt = token.end;
      break;
    }
    if (reader.deepest() > MAX_DEPTH) return reading([finding('unreadable', { format: 'rtf' })]);
  }
  reader.flush();
  if (closedAt < 0) return reading([...rawFindings(raw), finding('unreadable', { format: 'rtf' })]);
  const text = (part: Destination): string => reader.texts.get(part) ?? '';
  const datastore = text('datastore').replace(/\s/g, '');
  const findings = [
    ...rawFindings(raw),
    ...reader.instructions.flatMap(fieldFindings),
    ...templateFindings(text('template')),
    ...shapeFindings(text('metadata'), text('address')),
    ...(datastore === '' || DATASTORE.test(datastore) ? [] : [finding('embedded-object')]),
    ...(isPadding(bytes, closedAt)
      ? []
      : [finding('data-after-the-end', { bytes: bytes.length - closedAt })]),
    ...identityFindings(text('body'), 'text'),
    ...identityFindings(text('headers'), 'headers'),
    ...identityFindings(text('notes'), 'notes'),
    ...identityFindings(text('comments'), 'comments'),
    ...identityFindings(text('metadata'), 'metadata'),
    ...identityFindings(reader.instructions.map(({ instruction }) => instruction).join('\n'), 'hidden-text'),
    ...(text('comments') === '' ? [] : [finding('comments')]),
  ];
  return reading(findings, { text: text('body'), accessibility: { textLayer: text('body').trim() !== '' } });
};
