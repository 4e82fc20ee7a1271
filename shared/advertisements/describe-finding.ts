import { say } from '../election/problem-words-sentence.ts';
import { plainLine } from '../election/problem-words-value.ts';
import type { Language } from '../election/text.ts';
import { must } from '../result.ts';
import type { FileProblem } from './check-file.ts';
import { type Advice, adviceForName } from './file-rules.ts';
import { FINDINGS_EN, type FindingDictionary } from './finding-words-en.ts';
import { FINDINGS_ZH_HANS } from './finding-words-zh-hans.ts';
import { FINDINGS_ZH_HANT } from './finding-words-zh-hant.ts';
import type { FileInspection, Finding } from './inspection.ts';

const DICTIONARIES: Readonly<Record<Language, FindingDictionary>> = {
  en: FINDINGS_EN,
  'zh-Hant': FINDINGS_ZH_HANT,
  'zh-Hans': FINDINGS_ZH_HANS,
};

/** What was found in which file, and what to do now. */
export interface ToldFinding {
  readonly found: string;
  readonly remedy: string;
}

/** Kinds that are told by their contents, by what one can do with them. */
const KINDS: Readonly<Record<string, Advice>> = {
  mp4: 'video',
  quicktime: 'video',
  matroska: 'video',
  asf: 'video',
  flv: 'video',
  ogg: 'audio',
  flac: 'audio',
  heic: 'image',
  webp: 'image',
  bmp: 'image',
  psd: 'image',
  icon: 'image',
  svg: 'image',
  postscript: 'document',
  ole: 'document',
  xml: 'document',
  mhtml: 'document',
  rar: 'archive',
  '7z': 'archive',
  bzip2: 'archive',
  xz: 'archive',
  zstd: 'archive',
  tar: 'archive',
  cab: 'archive',
  program: 'program',
  'shell-script': 'program',
  php: 'program',
  shortcut: 'program',
};

const adviceOf = (kind: unknown, name: string): Advice =>
  (typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined) ?? adviceForName(name);

const placesOf = ({ page, part }: Pick<Finding, 'page' | 'part'>, words: FindingDictionary): string => {
  const places = [
    ...(page === undefined ? [] : [words.page.replace('{page}', String(page))]),
    ...(part === undefined ? [] : [words.parts[part]]),
  ];
  return places.join(words.list);
};

/** A finding in words, or what is wrong with a file before it is uploaded; `file` is its name, inner files by their path. */
export const describeFinding = (
  what: Finding | FileProblem,
  file: string,
  language: Language,
): ToldFinding => {
  const words = DICTIONARIES[language];
  const { found, remedy } = words.findings[what.code];
  const figures: Readonly<Record<string, unknown>> = 'figures' in what ? { ...what.figures } : { ...what };
  const phrases = { file: plainLine(file), advice: words.advice[adviceOf(figures['kind'], file)] };
  const told = (sentence: typeof found): string =>
    must(
      say(sentence, { figures, phrases }, language),
      'the plainest wording of a sentence can always be filled',
    );
  const places = placesOf('page' in what || 'part' in what ? what : {}, words);
  const sentence = told(found);
  return {
    found: places === '' ? sentence : words.where.replace('{sentence}', sentence).replace('{places}', places),
    remedy: told(remedy),
  };
};

/** Everything that was found in a file and in each file inside it, told once each. */
export const describeInspection = (
  { findings, inner }: Pick<FileInspection, 'findings' | 'inner'>,
  file: string,
  language: Language,
): readonly ToldFinding[] => {
  const told = [
    ...findings.map((finding) => describeFinding(finding, file, language)),
    ...inner.flatMap((one) =>
      one.findings.map((finding) => describeFinding(finding, `${file} › ${one.name}`, language)),
    ),
  ];
  return [...new Map(told.map((one) => [one.found, one])).values()];
};
