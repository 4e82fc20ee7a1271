import type { Finding } from '#shared/verification/finding.ts';
import { isContradiction } from '#shared/verification/finding.ts';
import { type Outcome, outcomeOf } from '#shared/verification/outcome.ts';
import type { Verdict } from '#shared/verification/verify-election.ts';

/** Controls, and marks that turn text around: what others wrote is shown to a terminal, not obeyed by it. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

export const printable = (text: string): string =>
  text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const count = (value: number, one: string, many = `${one}s`): string =>
  `${value.toLocaleString('en')} ${value === 1 ? one : many}`;

/** A finding as a sentence that begins with the file's path. */
export const findingText = ({ path, message }: Finding): string => printable(`${path} ${message}`);

const holding = (verdict: Verdict): readonly string[] => [
  `${verdict.election} holds: ${count(verdict.entries, 'entry', 'entries')} in ${count(verdict.versions, 'version')}, ${count(verdict.filesCompared, 'file')} compared byte for byte.`,
  `  Signed by ${verdict.vkey}; as of ${verdict.asOf}; root ${verdict.root}.`,
];

const failing = ({ election, findings, stoppedEarly }: Verdict): readonly string[] => {
  const [first] = findings;
  const list = findings.map((finding, index) => `  ${index + 1}. ${findingText(finding)}`);
  const all = `${stoppedEarly ? 'At least ' : ''}${count(findings.length, 'thing')} found:`;
  return [
    `${election} DOES NOT HOLD. First of all: ${first ? findingText(first) : 'nothing could be checked'}`,
    ...(findings.length > 1 ? [all, ...list] : []),
  ];
};

/** The verdict on one election in plain words, one line each. */
const verdictLines = (verdict: Verdict): readonly string[] => [
  ...(verdict.findings.length === 0 ? holding(verdict) : failing(verdict)),
  ...verdict.notes.map((note) => `  ${printable(note)}`),
];

const verdictData = ({ seen: _seen, published: _published, ...verdict }: Verdict) => ({
  holds: verdict.findings.length === 0,
  ...verdict,
});

const lastLine = (outcome: Outcome, seconds: string): string => {
  if (outcome === 'holds') return `Everything holds (${seconds} s).`;
  return outcome === 'unknown'
    ? 'Nothing else is wrong, but these files could not be read: try again.'
    : `Not everything holds (${seconds} s).`;
};

export const outcomeOfAll = (verdicts: readonly Verdict[]): Outcome =>
  outcomeOf(verdicts.flatMap((verdict) => verdict.findings));

/** What the command prints for a person. */
export const verdictText = (verdicts: readonly Verdict[], seenFile: string, milliseconds: number): string => {
  const findings = verdicts.flatMap((verdict) => verdict.findings);
  const contradicted = findings.some(isContradiction);
  const seen = contradicted ? [`What was seen before is kept in ${printable(seenFile)}.`] : [];
  const last = lastLine(outcomeOfAll(verdicts), (milliseconds / 1000).toFixed(1));
  return `${[...verdicts.flatMap(verdictLines), ...seen, last].join('\n')}\n`;
};

const HOLDS: Readonly<Record<Outcome, boolean | null>> = { holds: true, fails: false, unknown: null };

/** What the command prints for a program. */
export const verdictJson = (verdicts: readonly Verdict[], milliseconds: number): string =>
  `${JSON.stringify({ holds: HOLDS[outcomeOfAll(verdicts)], milliseconds, elections: verdicts.map(verdictData) })}\n`;
