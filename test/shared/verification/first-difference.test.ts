import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvFile } from '#shared/publication/formats/csv.ts';
import { csvRows } from '#shared/verification/csv-cells.ts';
import { differenceWords } from '#shared/verification/difference-words.ts';
import { firstDifference } from '#shared/verification/first-difference.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const compare = (name: string, actual: string, expected: string): string | null => {
  const difference = firstDifference(name, utf8(actual), utf8(expected));
  return difference && differenceWords(difference);
};

describe('the first difference', () => {
  test('of equal files is none', () => {
    expect(compare('a.json', '{}', '{}')).toBeNull();
  });

  test.each([
    [
      'a changed value',
      '{"a":[1,{"b-c":2}]}',
      '{"a":[1,{"b-c":3}]}',
      '$.a[1]["b-c"] is 2, but the ledger gives 3',
    ],
    ['a value that is gone', '{"a":1}', '{"a":1,"b":2}', '$.b is absent, but the ledger gives 2'],
    ['a value too many', '{"a":1,"b":2}', '{"a":1}', '$.b is 2, but the ledger gives absent'],
    ['a null for a zero', '{"a":null}', '{"a":0}', '$.a is null, but the ledger gives 0'],
    ['a list for an object', '{"a":[]}', '{"a":{}}', '$.a is [], but the ledger gives {}'],
    ['another spelling', '{"a": 1}', '{"a":1}', 'changes no value'],
    ['no JSON', '{"a":1', '{"a":2}', 'not JSON any more'],
  ])('in JSON names %s by its path', (_, actual, expected, words) => {
    expect(compare('x.json', actual, expected)).toContain(words);
  });

  test('in a table names line and column, also behind quoted line breaks', () => {
    const table = (votes: number) =>
      csvFile(
        ['name', 'votes'],
        [
          ['A\r\n"B", C', 1],
          ['D', votes],
        ],
      );
    expect(compare('x.csv', table(12), table(13))).toContain(
      'line 3, column votes is "12", but the ledger gives "13"',
    );
    expect(compare('x.csv', `"a",b\r\n`, 'a,b\r\n')).toContain('changes no cell');
  });

  test.each([
    ['cut off', 'abc', 'abcdef', 'is cut off after 3 of 6 bytes'],
    ['empty', '', 'abc', 'is empty'],
    ['longer', 'abcd', 'abc', 'differs from byte 3 on (it has 4 bytes instead of 3)'],
    ['other', 'abd', 'abc', 'differs from byte 2 on: it is 0x64, but the ledger gives 0x63'],
  ])('of a file that is %s says so', (_, actual, expected, words) => {
    expect(compare('tile', actual, expected)).toBe(
      words.startsWith('is empty') ? `${words}; it should have 3 bytes` : words,
    );
  });

  test('is told for any two files that differ, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.uint8Array(),
        fc.constantFrom('a.json', 'a.csv', 'tile'),
        (a, b, name) => {
          const isSame = Buffer.compare(a, b) === 0;
          expect(firstDifference(name, a, b) === null).toBe(isSame);
        },
      ),
    );
  });

  test('reads tables as they are written', () => {
    const unit = fc.constantFrom('a', ',', '"', '\r', '\n', '票', ' ');
    const cell = fc.string({ unit }).map((text) => `a${text}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = csvRows(csvFile(['x', 'y'], rows)).slice(1);
        expect(read).toEqual(rows);
      }),
    );
  });

  test('takes the rest of a table with a broken line end as one cell', () => {
    expect(csvRows('a,b\r\n1,2\n3,4')).toEqual([
      ['a', 'b'],
      ['1', '2\n3,4'],
    ]);
  });

  test('survives what is nested deeper than any program reads', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(compare('a.json', `{"a":${deep}}`, '{"a":1}')).toContain('$.a is ');
  });
});
