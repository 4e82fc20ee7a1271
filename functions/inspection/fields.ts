import type { Finding } from '#shared/advertisements/inspection.ts';
import { dangerousScheme } from './links.ts';
import { finding } from './report.ts';

/**
 * Fields of Word, in DOC, DOCX and RTF alike, by what updating them does [2016 App.5 ¶11]. `still`: shows what is in the document itself.
 * `changing`: shows another thing tomorrow or on another computer. All else, known or not, fetches, runs, asks or prints.
 */
const STILL = new Set(
  `PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF REF NOTEREF FTNREF TOC TOA TA TC XE INDEX HYPERLINK SEQ STYLEREF SYMBOL EQ ADVANCE
  LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT FORMTEXT FORMCHECKBOX FORMDROPDOWN FORM BIBLIOGRAPHY CITATION TITLE SUBJECT AUTHOR KEYWORDS
  COMMENTS DOCPROPERTY DOCVARIABLE INFO NUMWORDS NUMCHARS ADDIN SHAPE BIDIOUTLINE MERGEFIELD GOTOBUTTON BARCODE DISPLAYBARCODE
  MERGEBARCODE QUOTE SET IF COMPARE = CREATEDATE EMBEDDEDPICTURE GLOSSARY PRIVATE UNUSED`.split(/\s+/),
);

const CHANGING = new Set(
  'DATE TIME PRINTDATE SAVEDATE EDITTIME FILENAME FILESIZE USERNAME USERADDRESS USERINITIALS LASTSAVEDBY REVNUM TEMPLATE'.split(
    ' ',
  ),
);

/** Named in a report as they are; any other word of a document is not repeated. */
const ACTIVE = new Set(
  `DDE DDEAUTO INCLUDE INCLUDETEXT INCLUDEPICTURE IMPORT MACROBUTTON MACRO LINK EMBED CONTROL HTMLCONTROL HTMLACTIVEX DATABASE DATA RD ASK FILLIN
  PRINT AUTOTEXT AUTOTEXTLIST NEXT NEXTIF SKIPIF MERGEREC MERGESEQ ADDRESSBLOCK GREETINGLINE OCX SUBSCRIBER WEBVIDEO`.split(
    /\s+/,
  ),
);

const keywordOf = (instruction: string): string => {
  const text = instruction.trim().replace(/^[\\"“”']+/, '');
  return (text.startsWith('=') ? '=' : (/^[^\s\\"{}“”]+/.exec(text)?.[0] ?? '')).toUpperCase();
};

const LINK = /HYPERLINK\s+(?:\\[a-z]\s+)*["“]?([^"”]*)/i;
/** Options with words of their own: a place, a tip, a window. The target may stand behind them. */
const OPTIONS = /\\[lot]\s+(["“][^"”]*["”]|\S+)/gi;

const linkFindings = (instruction: string): readonly Finding[] => {
  const bare = instruction.replace(OPTIONS, ' ').replace(/\s\\[a-z]\s/gi, ' ');
  const schemes = [instruction, bare].map((words) => dangerousScheme(LINK.exec(words)?.[1] ?? ''));
  return schemes.flatMap((scheme) => (scheme === null ? [] : [finding('dangerous-link', { scheme })]));
};

export interface Field {
  /** The field's own words, without those of fields inside it. */
  readonly instruction: string;
  /** The first word of the field is made by another field. */
  readonly madeUp: boolean;
  /** Written outside of any field: nothing runs it as it stands. */
  readonly stray?: boolean;
}

/** What a field does, as a finding. */
export const fieldFindings = ({ instruction, madeUp, stray = false }: Field): readonly Finding[] => {
  const keyword = keywordOf(instruction);
  if (stray) return ACTIVE.has(keyword) ? [finding('active-field', { field: keyword })] : [];
  if (madeUp) return [finding('active-field', { field: 'OTHER' })];
  if (keyword === '') return [];
  if (keyword === 'HYPERLINK') return linkFindings(instruction);
  if (CHANGING.has(keyword)) return [finding('changing-field', { field: keyword })];
  if (STILL.has(keyword) || /^(_|[A-Z]*\d{4,})/.test(keyword)) return [];
  return [finding('active-field', { field: ACTIVE.has(keyword) ? keyword : 'OTHER' })];
};

interface OpenField {
  instruction: string;
  inResult: boolean;
  madeUp: boolean;
}

/** Puts fields together from their marks, however they nest and are cut into runs. */
export const fieldCollector = () => {
  const open: OpenField[] = [];
  const done: Field[] = [];
  return {
    begin: (): void => {
      const outer = open.at(-1);
      // A field that stands where the outer one's first word should be makes that word.
      if (outer && !outer.inResult && keywordOf(outer.instruction) === '') outer.madeUp = true;
      open.push({ instruction: '', inResult: false, madeUp: false });
    },
    separate: (): void => {
      const field = open.at(-1);
      if (field) field.inResult = true;
    },
    end: (): void => {
      const field = open.pop();
      if (field) done.push(field);
    },
    instruction: (text: string): void => {
      const field = open.at(-1);
      if (field && !field.inResult) field.instruction += text;
      else done.push({ instruction: text, madeUp: false, stray: true });
    },
    /** Text is part of an instruction until the separator; afterwards it is what people read. */
    isInstruction: (): boolean => open.length > 0 && open.at(-1)?.inResult === false,
    findings: (): readonly Finding[] => [...done, ...open].flatMap(fieldFindings),
  };
};
