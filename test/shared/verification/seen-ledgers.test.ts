import { describe, expect, test } from 'vitest';
import { leafHash, treeRoot } from '#shared/ledger/merkle.ts';
import { compareWithSeen, type FoundLedger, remember, sizeSeen } from '#shared/verification/seen-ledgers.ts';

const leaves = (words: string) => words.split('').map((word) => leafHash(new TextEncoder().encode(word)));
const found = (words: string, name: string, key = 'k'): FoundLedger => ({
  election: 'e',
  name,
  vkey: `${name}+${key}`,
  size: words.length,
  root: treeRoot(leaves(words)),
  note: words,
  leafHashes: leaves(words),
});
const nothing = { ledgers: [] };
const kinds = (before: FoundLedger, now: FoundLedger) =>
  compareWithSeen(remember(nothing, before), now).map(({ kind }) => kind);

const real = 'returns.example/e';
const local = 'open-returns.local/test/e';

describe('a ledger that was seen before', () => {
  test.each([
    ['grown', 'abc', 'abcde', []],
    ['the same', 'abc', 'abc', []],
    ['shorter', 'abcd', 'abc', ['rolled-back']],
    ['changed and of the same size', 'abc', 'abd', ['fork']],
    ['changed and grown', 'abc', 'abded', ['fork']],
  ])('and is now %s', (_, before, now, expected) => {
    expect(kinds(found(before, real), found(now, real))).toEqual(expected);
  });

  test('may not be signed with another key, whatever it is called now', () => {
    expect(kinds(found('abc', real), found('abcd', real, 'other'))).toEqual(['signature']);
    expect(kinds(found('abc', real), found('abcd', 'elsewhere.example/e'))).toEqual(['signature']);
    expect(kinds(found('abc', real), found('xyz', real, 'other'))).toEqual(['signature']);
  });

  test('is another one where a local name is used for a new ledger with a new key', () => {
    expect(kinds(found('abc', local), found('xyz', local, 'other'))).toEqual([]);
    expect(kinds(found('abc', 'localhost/e'), found('x', 'localhost/e', 'other'))).toEqual([]);
  });

  test('is the same one where a local ledger keeps its key or its first entry', () => {
    expect(kinds(found('abc', local), found('xyz', local))).toEqual(['fork']);
    expect(kinds(found('abc', local), found('abc', local, 'other'))).toEqual(['signature']);
  });

  test('is caught going back also where its entries cannot be read', () => {
    expect(kinds(found('abcd', real), { ...found('ab', real), leafHashes: null })).toEqual(['rolled-back']);
    expect(kinds(found('abcd', real), { ...found('abce', real), leafHashes: null })).toEqual(['fork']);
    expect(kinds(found('abcd', real), { ...found('abcde', real), leafHashes: null })).toEqual([]);
  });
});

describe('what is remembered', () => {
  test('is the newest state that holds, one for each ledger', () => {
    const first = remember(nothing, found('ab', real));
    const second = remember(remember(first, found('abc', real)), found('x', local));
    expect(second.ledgers.map(({ name, size, note }) => [name, size, note])).toEqual([
      [real, 3, 'abc'],
      [local, 1, 'x'],
    ]);
    expect(sizeSeen(second, found('abcd', real))).toBe(3);
    expect(sizeSeen(nothing, found('abcd', real))).toBeNull();
  });

  test('is never replaced by what contradicts it, nor by what could not be read', () => {
    const seen = remember(nothing, found('abc', real));
    expect(remember(seen, found('ab', real))).toBe(seen);
    expect(remember(seen, found('abd', real))).toBe(seen);
    expect(remember(seen, { ...found('abcd', real), leafHashes: null })).toBe(seen);
  });
});
