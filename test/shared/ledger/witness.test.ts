import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '#shared/ledger/base64.ts';
import { formatCheckpoint } from '#shared/ledger/checkpoint.ts';
import { emptyRoot, treeRoot } from '#shared/ledger/merkle.ts';
import { consistencyProof, type MerkleProof } from '#shared/ledger/merkle-proof.ts';
import { formatNote } from '#shared/ledger/signed-note.ts';
import {
  formatAddCheckpoint,
  type Judging,
  judgeCheckpoint,
  parseAddCheckpoint,
  REFUSAL_STATUS,
  type WitnessRefusalKind,
} from '#shared/ledger/witness.ts';
import { accepted, someLeaves } from './ledger-builders.ts';
import { aSigner } from './test-signer.ts';

const log = aSigner('example.org/log', 1);
const leaves = someLeaves(40);
const other = [...leaves.slice(0, 12), ...someLeaves(80).slice(40)];
const head = (size: number, of = leaves) => ({ size, root: treeRoot(of.slice(0, size)) });
const noteOf = (size: number, of = leaves, signer = log, origin = log.name): string => {
  const text = formatCheckpoint({ origin, ...head(size, of) });
  return formatNote(text, [signer.line(text)]);
};
const proof = (from: number, to: number, of = leaves): MerkleProof =>
  accepted(consistencyProof(of, from, to));

const judge = (
  oldSize: number,
  note: string,
  proven: MerkleProof,
  { vkey = log.vkey, known = head(20) }: Partial<Pick<Judging, 'vkey' | 'known'>> = {},
) => judgeCheckpoint({ request: { oldSize, proof: proven, note }, vkey, known });
const refusedAs = (kind: WitnessRefusalKind, status: number) => {
  expect(REFUSAL_STATUS[kind]).toBe(status);
  return { ok: false, problem: { kind } };
};

describe('a request to a witness', () => {
  test('is read back as it was written', () => {
    const request = { oldSize: 20, proof: proof(20, 31), note: noteOf(31) };
    expect(accepted(parseAddCheckpoint(formatAddCheckpoint(request)))).toEqual(request);
    expect(formatAddCheckpoint({ ...request, proof: [] })).toBe(`old 20\n\n${request.note}`);
  });

  test.each([
    ['nothing', ''],
    ['no empty line', 'old 3\n'],
    ['no old size', `${noteOf(3)}`],
    ['an old size with a leading zero', `old 03\n\n${noteOf(3)}`],
    ['a negative old size', `old -3\n\n${noteOf(3)}`],
    ['a proof that is no Base64', `old 3\n###\n\n${noteOf(3)}`],
    ['a hash that is too short', `old 3\nAAAA\n\n${noteOf(3)}`],
    ['a line ending of another system', `old 3\r\n\r\n${noteOf(3)}`],
    ['more proof than any tree has', `old 3\n${`${encodeBase64(emptyRoot)}\n`.repeat(64)}\n${noteOf(3)}`],
  ])('with %s is malformed', (_, body) => {
    expect(parseAddCheckpoint(body)).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
  });
});

describe('a witness', () => {
  test('cosigns what continues the ledger, and what it cosigned already', () => {
    expect(accepted(judge(20, noteOf(31), proof(20, 31)))).toMatchObject({ size: 31 });
    expect(accepted(judge(20, noteOf(20), []))).toMatchObject({ size: 20 });
  });

  test('cosigns the first checkpoint that it sees, without a proof', () => {
    expect(accepted(judge(0, noteOf(31), [], { known: null }))).toMatchObject({ size: 31 });
    expect(judge(0, noteOf(31), proof(20, 31), { known: null })).toMatchObject(refusedAs('proof-wrong', 422));
    expect(judge(5, noteOf(31), proof(5, 31), { known: null })).toMatchObject({
      problem: { kind: 'stale', size: 0 },
    });
  });

  test('refuses two ledgers that share a beginning and then differ, whatever proof comes with the second', () => {
    expect(judge(20, noteOf(31, other), proof(20, 31, other))).toMatchObject(refusedAs('proof-wrong', 422));
    expect(judge(20, noteOf(31, other), proof(20, 31))).toMatchObject(refusedAs('proof-wrong', 422));
    expect(judge(20, noteOf(20, other), [])).toMatchObject(refusedAs('fork', 409));
    expect(judge(12, noteOf(31, other), proof(12, 31, other))).toMatchObject(refusedAs('stale', 409));
    expect(accepted(judge(12, noteOf(31, other), proof(12, 31, other), { known: head(12) }))).toMatchObject({
      size: 31,
    });
  });

  test('refuses a ledger that went back', () => {
    expect(judge(20, noteOf(15), [])).toMatchObject(refusedAs('malformed', 400));
    expect(judge(15, noteOf(15), [])).toMatchObject(refusedAs('stale', 409));
  });

  test('says where it stands to who believes it elsewhere', () => {
    const { problem } = judge(7, noteOf(31), proof(7, 31)) as { problem: object };
    expect(problem).toMatchObject({ kind: 'stale', size: 20 });
  });

  test('refuses a wrong, a missing and a superfluous proof', () => {
    const [first, ...rest] = proof(20, 31);
    const changed = first?.map((byte) => byte ^ 1) ?? new Uint8Array();
    for (const wrong of [[], rest, [changed, ...rest], [...proof(20, 31), emptyRoot], proof(19, 31)])
      expect(judge(20, noteOf(31), wrong)).toMatchObject(refusedAs('proof-wrong', 422));
    expect(judge(20, noteOf(20), [emptyRoot])).toMatchObject(refusedAs('proof-wrong', 422));
  });

  test('refuses ledgers it does not know, and what they have not signed', () => {
    const stranger = aSigner('example.org/log', 7);
    expect(judge(20, noteOf(31, leaves, stranger), proof(20, 31))).toMatchObject(refusedAs('unsigned', 403));
    const text = formatCheckpoint({ origin: log.name, ...head(31) });
    const bent = formatNote(text, [log.line(`${text}x\n`)]);
    expect(judge(20, bent, proof(20, 31))).toMatchObject(refusedAs('unsigned', 403));
    expect(
      judgeCheckpoint({ request: { oldSize: 0, proof: [], note: noteOf(3) }, vkey: null, known: null }),
    ).toMatchObject(refusedAs('unknown-log', 404));
    expect(judge(20, 'no note', [])).toMatchObject(refusedAs('malformed', 400));
  });

  test('refuses an empty ledger whose root is not that of nothing', () => {
    const text = formatCheckpoint({ origin: log.name, size: 0, root: treeRoot(leaves) });
    const note = formatNote(text, [log.line(text)]);
    expect(judge(0, note, [], { known: null })).toMatchObject({ problem: { kind: 'fork', size: 0 } });
  });
});
