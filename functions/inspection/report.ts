import type { Format } from '#shared/advertisements/file-rules.ts';
import type { FindingCode, Part } from '#shared/advertisements/findings.ts';
import { type Accessibility, type Finding, NOTHING_KNOWN } from '#shared/advertisements/inspection.ts';

/** What was read of a file by the inspector of its format. */
export interface Reading {
  readonly findings: readonly Finding[];
  readonly accessibility: Accessibility;
  /** What people read in it, for the preview; empty where there is nothing. */
  readonly text: string;
  /** Draws it, for the preview. May throw; nothing of the verdict depends on it. */
  readonly picture: (() => Promise<Uint8Array | null>) | null;
}

export const finding = (
  code: FindingCode,
  figures: NonNullable<Finding['figures']> = {},
  where: { readonly part?: Part; readonly page?: number } = {},
): Finding => ({ code, ...where, ...(Object.keys(figures).length > 0 ? { figures } : {}) });

export const reading = (
  findings: readonly Finding[],
  more: Partial<Omit<Reading, 'findings' | 'accessibility'>> & {
    readonly accessibility?: Partial<Accessibility>;
  } = {},
): Reading => ({
  findings,
  accessibility: { ...NOTHING_KNOWN, ...more.accessibility },
  text: more.text ?? '',
  picture: more.picture ?? null,
});

/** The file is not what its format asks for, so that nobody can say what is in it. */
export const unreadable = (format: Format): Reading => reading([finding('unreadable', { format })]);

const keyOf = ({ code, part, page, figures }: Finding): string => JSON.stringify([code, part, page, figures]);

/** Most findings that one report shows; a file with more is refused for the first of them. */
const MOST = 40;

/** Each finding once; the heavier ones are what the readers put first. */
export const distinct = (findings: readonly Finding[]): Finding[] =>
  [...new Map(findings.map((one) => [keyOf(one), one])).values()].slice(0, MOST);

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/;

/** A declared language when it is one; files declare odd things. */
export const languageOf = (declared: string | null | undefined): string | null =>
  declared !== null && declared !== undefined && LANGUAGE.test(declared.trim()) ? declared.trim() : null;
