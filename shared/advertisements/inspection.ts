import * as z from 'zod/mini';
import { identityNumbersIn } from '../identity-numbers.ts';
import { FORMATS } from './file-rules.ts';
import { FINDING_CODES, FINDINGS, type FindingCode, PARTS } from './findings.ts';

/** Nothing of an inspection is private: whoever writes one into it is stopped here. */
const publicText = (maxLength: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(maxLength),
    z.refine((text) => identityNumbersIn(text).length === 0, { error: 'identity-number' }),
  );

const Count = z.int().check(z.gte(0));

/** Words such as `DDEAUTO` or `mp4`: always from a table of this program, never from the file. */
const Term = publicText(40).check(z.regex(/^[A-Za-z0-9][A-Za-z0-9 .:/+_-]*$/));

export const Finding = z.strictObject({
  code: z.enum(FINDING_CODES),
  /** In which part of the file, and on which page, as far as known. */
  part: z.optional(z.enum(PARTS)),
  page: z.optional(z.int().check(z.gte(1))),
  /** What the words of the finding mention: limits, counts, names of formats. Never anything out of the file. */
  figures: z.optional(z.record(z.string().check(z.regex(/^[a-zA-Z]{1,20}$/)), z.union([Count, Term]))),
});
export type Finding = z.infer<typeof Finding>;

/** What helps or hinders people who cannot see the file; `null` where the question does not arise or the answer is unknown. */
const Accessibility = z.strictObject({
  /** As the file declares it, a BCP 47 tag. */
  language: z.nullable(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/))),
  textLayer: z.nullable(z.boolean()),
  tagged: z.nullable(z.boolean()),
  imagesWithoutText: z.nullable(Count),
  pages: z.nullable(Count),
});
export type Accessibility = z.infer<typeof Accessibility>;

export const VERDICTS = ['clean', 'held', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

const Inspected = {
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: Count,
  /** By content; `null` when it is nothing that may be filed. */
  format: z.nullable(z.enum(FORMATS)),
  verdict: z.enum(VERDICTS),
  findings: z.array(Finding).check(z.maxLength(60)),
  accessibility: Accessibility,
};

/** A file inside an archive; archives inside archives are refused unopened. */
export const InnerInspection = z.strictObject({ name: publicText(255), ...Inspected });
export type InnerInspection = z.infer<typeof InnerInspection>;

/** Most files that an archive may hold. */
export const MAX_INNER_FILES = 200;

/** `signatures`: known patterns, looked for by the inspectors themselves. The other engines are asked where they are set up. */
export const SCAN_ENGINES = ['signatures', 'clamav', 'guardduty'] as const;
export type ScanEngine = (typeof SCAN_ENGINES)[number];
export const SCAN_OUTCOMES = ['clean', 'infected', 'not-scanned'] as const;

const Scan = z.strictObject({ engine: z.enum(SCAN_ENGINES), outcome: z.enum(SCAN_OUTCOMES) });
export type Scan = z.infer<typeof Scan>;

/** The public report of one file as it was received. */
export const FileInspection = z.strictObject({
  ...Inspected,
  scans: z.array(Scan).check(z.maxLength(SCAN_ENGINES.length)),
  inner: z.array(InnerInspection).check(z.maxLength(MAX_INNER_FILES)),
});
export type FileInspection = z.infer<typeof FileInspection>;

const RANK: Readonly<Record<Verdict, number>> = { clean: 0, held: 1, refused: 2 };

const worse = (a: Verdict, b: Verdict): Verdict => (RANK[a] >= RANK[b] ? a : b);

const verdictOfCode = (code: FindingCode): Verdict => {
  const weight = FINDINGS[code];
  return weight === 'noted' ? 'clean' : weight;
};

/** The heaviest finding decides, of the file itself and of each file in it. */
export const verdictOf = (
  findings: readonly Pick<Finding, 'code'>[],
  inner: readonly { readonly verdict: Verdict }[] = [],
): Verdict =>
  [
    ...findings.map(({ code }) => verdictOfCode(code)),
    ...inner.map(({ verdict }) => verdict),
  ].reduce<Verdict>(worse, 'clean');

export const NOTHING_KNOWN: Accessibility = {
  language: null,
  textLayer: null,
  tagged: null,
  imagesWithoutText: null,
  pages: null,
};

/** The report on a file that the inspector could not deal with: it is never clean. */
export const notInspected = (file: { readonly sha256: string; readonly bytes: number }): FileInspection => ({
  sha256: file.sha256,
  bytes: file.bytes,
  format: null,
  verdict: 'refused',
  findings: [{ code: 'could-not-be-inspected' }],
  accessibility: NOTHING_KNOWN,
  scans: [],
  inner: [],
});

const SCAN_FINDINGS = { clean: null, infected: 'virus', 'not-scanned': 'could-not-be-scanned' } as const;

/** A report with the answer of one more virus scanner. What a scanner gave up on is refused: "not scanned" is not "clean". */
export const withScan = (inspection: FileInspection, scan: Scan): FileInspection => {
  const code = SCAN_FINDINGS[scan.outcome];
  const others = inspection.scans.filter(({ engine }) => engine !== scan.engine);
  const findings = code === null ? inspection.findings : [...inspection.findings, { code }];
  return {
    ...inspection,
    findings,
    verdict: verdictOf(findings, inspection.inner),
    scans: [...others, scan],
  };
};
