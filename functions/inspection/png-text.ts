import type { Finding } from '#shared/advertisements/inspection.ts';
import { asBuffer, ascii, u32be } from './bytes.ts';
import { identityFindingsInBytes } from './identity.ts';
import { type Inflated, inflateWithin } from './inflate.ts';
import { finding } from './report.ts';
import { virusFindings } from './signatures.ts';

const afterZero = (chunk: Buffer, from: number): number => chunk.indexOf(0, from) + 1;

/** The packed words of a chunk: behind its title, and in `iTXt` behind its language too. */
const wordsOf = (type: string, chunk: Buffer): Inflated => {
  const title = afterZero(chunk, 0);
  if (type !== 'iTXt') return inflateWithin(chunk.subarray(title + 1));
  if (chunk[title] !== 1) return 'unknown';
  return inflateWithin(chunk.subarray(afterZero(chunk, afterZero(chunk, title + 2))));
};

const PACKED = new Set(['zTXt', 'iTXt', 'iCCP']);
const MAX_CHUNKS = 50;

/** What a PNG says of itself in packed form, where no search of its bytes finds it. */
export const packedTextFindings = (bytes: Uint8Array): readonly Finding[] => {
  const findings: Finding[] = [];
  let chunks = 0;
  for (let at = 8; at + 12 <= bytes.length && chunks < MAX_CHUNKS; at += 12 + u32be(bytes, at)) {
    const type = ascii(bytes, at + 4, 4);
    if (!PACKED.has(type)) continue;
    chunks += 1;
    const words = wordsOf(type, asBuffer(bytes.subarray(at + 8, at + 8 + u32be(bytes, at))));
    if (words === 'bomb') findings.push(finding('could-not-be-inspected'));
    if (typeof words === 'string') continue;
    findings.push(...virusFindings(words), ...identityFindingsInBytes(words, 'metadata'));
  }
  return findings;
};
