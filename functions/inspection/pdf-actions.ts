import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { dangerousScheme } from './links.ts';
import { type Dictionary, nameOf } from './pdf-objects.ts';
import { finding } from './report.ts';

/** Actions that act on the computer, or fetch or send something. Going to a place, opening a web address when clicked, and hiding layers are not among them. */
const ACTIONS: ReadonlyMap<string, Finding> = new Map([
  ['JavaScript', finding('script')],
  ['Launch', finding('acts-on-the-computer', { action: 'Launch' })],
  ['ImportData', finding('acts-on-the-computer', { action: 'ImportData' })],
  ['SubmitForm', finding('acts-on-the-computer', { action: 'SubmitForm' })],
  ['GoToR', finding('acts-on-the-computer', { action: 'GoToR' })],
  ['GoToE', finding('acts-on-the-computer', { action: 'GoToE' })],
  ['GoTo3DView', finding('embedded-media')],
  ['RichMediaExecute', finding('embedded-media')],
  ['Rendition', finding('embedded-media')],
  ['Movie', finding('embedded-media')],
  ['Sound', finding('embedded-media')],
]);

const resolved = (value: PDFObject | undefined, context: PDFContext): PDFObject | undefined =>
  value instanceof PDFRef ? context.lookup(value) : value;

const isEmpty = (value: PDFObject | undefined, context: PDFContext): boolean => {
  const found = resolved(value, context);
  if (found === undefined || found.toString() === 'null') return true;
  if (found instanceof PDFArray) return found.size() === 0;
  return found instanceof PDFDict && found.keys().length === 0;
};

/** Opening a document may go to one of its places, or show a menu of the reader; nothing else may happen by itself. */
const openingFindings = (value: PDFObject | undefined, context: PDFContext): readonly Finding[] => {
  const found = resolved(value, context);
  if (!(found instanceof PDFDict)) return [];
  const entries = new Map(found.entries().map(([key, inner]) => [key.decodeText(), inner]));
  const action = nameOf(entries.get('S'), context);
  const isHarmless = action === 'GoTo' && isEmpty(entries.get('Next'), context);
  return isHarmless || entries.size === 0 ? [] : [finding('acts-by-itself')];
};

type KeyRule = (value: PDFObject | undefined, context: PDFContext) => readonly Finding[];

const textOf = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';

const addressFindings: KeyRule = (value, context) => {
  const scheme = dangerousScheme(textOf(resolved(value, context)));
  return scheme === null ? [] : [finding('dangerous-link', { scheme })];
};

/** An article may be continued in another file. */
const threadFindings = (dictionary: Dictionary, context: PDFContext): readonly Finding[] =>
  nameOf(dictionary.get('S'), context) === 'Thread' && dictionary.has('F')
    ? [finding('acts-on-the-computer', { action: 'GoToR' })]
    : [];

const MEDIA = new Set(['RichMedia', 'Movie', 'Sound', 'Screen', '3D']);

const unlessEmpty =
  (one: Finding): KeyRule =>
  (value, context) =>
    isEmpty(value, context) ? [] : [one];

/** Keys that are something by being there. */
const KEYS: ReadonlyMap<string, KeyRule> = new Map<string, KeyRule>([
  ['JS', unlessEmpty(finding('script'))],
  ['JavaScript', unlessEmpty(finding('script'))],
  ['OpenAction', openingFindings],
  ['AA', unlessEmpty(finding('acts-by-itself'))],
  ['EmbeddedFiles', (value, context) => (hasNames(value, context) ? [finding('embedded-file')] : [])],
  ['URI', addressFindings],
  // What all addresses without a scheme are added to.
  ['Base', addressFindings],
  ['EF', unlessEmpty(finding('embedded-file'))],
  ['Collection', unlessEmpty(finding('embedded-file'))],
  ['RichMediaContent', unlessEmpty(finding('embedded-media'))],
  ['RichMediaSettings', unlessEmpty(finding('embedded-media'))],
  ['XFA', unlessEmpty(finding('dynamic-form'))],
]);

/** An empty tree of names holds no file; many programs write one. */
const hasNames = (value: PDFObject | undefined, context: PDFContext): boolean => {
  const found = resolved(value, context);
  if (!(found instanceof PDFDict)) return false;
  return found
    .entries()
    .some(([key, inner]) => ['Names', 'Kids'].includes(key.decodeText()) && !isEmpty(inner, context));
};

const byType = (dictionary: Dictionary, isStream: boolean, context: PDFContext): readonly Finding[] => {
  const type = nameOf(dictionary.get('Type'), context);
  const subtype = nameOf(dictionary.get('Subtype'), context);
  if (type === 'EmbeddedFile') return [finding('embedded-file')];
  if (subtype === 'FileAttachment') return [finding('embedded-file')];
  if (isStream && type === '3D') return [finding('embedded-media')];
  if (isStream && type === 'XObject' && subtype === 'PS') return [finding('acts-by-itself')];
  if (subtype !== null && MEDIA.has(subtype) && (dictionary.has('Rect') || type === 'Annot'))
    return [finding('embedded-media')];
  return [];
};

const streamFindings = (dictionary: Dictionary, context: PDFContext): readonly Finding[] => {
  const outside =
    dictionary.has('F') && !isEmpty(dictionary.get('F'), context)
      ? [finding('outside-content', { kind: 'other' })]
      : [];
  // A stream of objects that does not say so is for readers that do not ask.
  const disguised =
    dictionary.has('First') && dictionary.has('N') && nameOf(dictionary.get('Type'), context) !== 'ObjStm';
  const referenced = dictionary.has('Ref') && nameOf(dictionary.get('Subtype'), context) === 'Form';
  return [
    ...outside,
    ...(disguised ? [finding('unreadable', { format: 'pdf' })] : []),
    ...(referenced ? [finding('outside-content', { kind: 'other' })] : []),
  ];
};

/** What one dictionary of a PDF can do. [2016 App.5 ¶11] */
export const dictionaryFindings = (
  dictionary: Dictionary,
  isStream: boolean,
  context: PDFContext,
): readonly Finding[] => {
  const action = nameOf(dictionary.get('S'), context);
  const acts = action === null ? undefined : ACTIONS.get(action);
  const keys = [...dictionary].flatMap(([key, value]) => KEYS.get(key)?.(value, context) ?? []);
  return [
    ...(acts ? [acts] : []),
    ...keys,
    ...threadFindings(dictionary, context),
    ...byType(dictionary, isStream, context),
    ...(isStream ? streamFindings(dictionary, context) : []),
  ];
};
