import { PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { identityFindings } from './identity.ts';
import { dictionaryFindings } from './pdf-actions.ts';
import { nameOf, type PdfObjects, visitPdf } from './pdf-objects.ts';
import { streamFindings } from './pdf-streams.ts';
import { finding, languageOf } from './report.ts';

export interface Walked {
  readonly findings: readonly Finding[];
  readonly figuresWithoutText: number;
  readonly isTagged: boolean;
  readonly language: string | null;
}

const declaredLanguage = ({ context }: PdfObjects): string | null => {
  const catalog = context.lookup(context.trailerInfo.Root);
  const language = catalog instanceof PDFDict ? catalog.lookup(PDFName.of('Lang')) : undefined;
  return language instanceof PDFString || language instanceof PDFHexString
    ? languageOf(language.decodeText())
    : null;
};

/** Every dictionary, string and small stream of every revision. */
export const walkPdf = (objects: PdfObjects): Walked => {
  const { context, all } = objects;
  const findings: Finding[] = [];
  const strings: string[] = [];
  let figuresWithoutText = 0;
  let isTagged = false;
  visitPdf(all, {
    dictionary: (dictionary, isStream) => {
      findings.push(...dictionaryFindings(dictionary, isStream, context));
      const isFigure = nameOf(dictionary.get('S'), context) === 'Figure' && dictionary.has('P');
      if (isFigure && !dictionary.has('Alt') && !dictionary.has('ActualText')) figuresWithoutText += 1;
      if (dictionary.get('Marked')?.toString() === 'true') isTagged = true;
    },
    text: (text) => strings.push(text),
    broken: () => findings.push(finding('unreadable', { format: 'pdf' })),
  });
  findings.push(...identityFindings(strings.join('\n'), 'metadata'), ...streamFindings(objects));
  return { findings, figuresWithoutText, isTagged, language: declaredLanguage(objects) };
};
