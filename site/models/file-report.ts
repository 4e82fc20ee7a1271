import { describeFinding } from '#shared/advertisements/describe-finding.ts';
import type { FileInspection } from '#shared/advertisements/inspection.ts';
import type { Language } from '#shared/election/text.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import type { FileResult } from '#shared/recount/register-results.ts';
import type { Words } from '../words/words.ts';

/** Where the picture of a public file stands, on the portal's own origin like the file; null where there is none. */
export const previewPath = ({ path, preview }: FileResult): string | null =>
  path !== null && preview?.picture ? path.replace(/[^/]*$/, 'preview.png') : null;

export const isPages = ({ inspection }: FileResult): boolean => inspection?.format === 'pdf';

const yesNo = (
  value: boolean | null,
  words: { readonly yes: string; readonly no: string },
): readonly string[] => (value === null ? [] : [value ? words.yes : words.no]);

/** What helps or hinders those who cannot see the file; nothing is said of what is not known. */
export const accessibilityNotes = (
  { accessibility }: Pick<FileInspection, 'accessibility'>,
  words: Words,
): readonly string[] => {
  const w = words.advertisements;
  const { language, textLayer, tagged, imagesWithoutText, pages } = accessibility;
  return [
    ...(pages === null ? [] : [w.filePages(pages)]),
    ...(language === null ? [] : [w.language(language)]),
    ...yesNo(textLayer, w.textLayer),
    ...yesNo(tagged, w.tagged),
    ...(imagesWithoutText === null ? [] : [w.imagesWithoutText(imagesWithoutText)]),
  ];
};

/** What inspection found, in the file itself and in each file in it; what to do about it was told to the candidate. */
export const findingNotes = ({ name, inspection }: FileResult, language: Language): readonly string[] => {
  if (inspection === null) return [];
  const told = (findings: FileInspection['findings'], file: string) =>
    findings.map((finding) => visibleText(describeFinding(finding, file, language).found));
  return [
    ...told(inspection.findings, name),
    ...inspection.inner.flatMap((inner) => told(inner.findings, inner.name)),
  ];
};

/** `ClamAV: nothing found` */
export const scanNotes = ({ scans }: Pick<FileInspection, 'scans'>, words: Words): readonly string[] => {
  const w = words.advertisements;
  return scans.map(({ engine, outcome }) => w.scan(w.engines[engine], w.outcomes[outcome]));
};

/** `JPEG, 1,204,117 bytes` */
export const exactFormat = (
  {
    bytes,
    inspection,
  }: { readonly bytes: number; readonly inspection: Pick<FileInspection, 'format'> | null },
  words: Words,
): string => {
  const w = words.advertisements;
  const format = inspection ? (inspection.format?.toUpperCase() ?? w.unknownFormat) : null;
  return [...(format === null ? [] : [format]), w.bytes(bytes)].join(w.between);
};
