import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pastedColumn } from '../../../site/desk/forms/pasted-column.ts';
import { figureIn, readFigure, shownBack } from '../../../site/desk/forms/read-figure.ts';
import { readTime } from '../../../site/desk/forms/read-time.ts';
import { count } from '../../../site/words/format.ts';

describe('a figure as it is typed or pasted', () => {
  test.each([
    '1411',
    '1,411',
    '1 411',
    ' 1411 ',
    '１４１１',
    '１，４１１',
    '1\u00a0411',
    '1\u202f411',
    '1\u3000411',
    "1'411",
  ])('%j is 1,411', (typed) => {
    expect(readFigure(typed)).toEqual({ kind: 'figure', value: 1411 });
    expect(shownBack(typed)).toBe('1,411');
  });

  test.each(['14,11', '1.411', '-3', '12a', '1,41', '1 41 1', '1,411 7', '½', '²', '十二', '0x10', '1e3'])(
    '%j is kept as typed',
    (typed) => {
      expect(readFigure(typed)).toEqual({ kind: 'unclear' });
      expect(shownBack(typed)).toBe(typed);
    },
  );

  test('nothing is nothing, nought is nought, and more than any election is told', () => {
    expect(readFigure(' \u3000')).toEqual({ kind: 'empty' });
    expect(figureIn('0')).toBe(0);
    expect(figureIn('007')).toBe(7);
    expect(readFigure('100,000,000')).toEqual({ kind: 'too-great' });
  });

  test('whatever is shown back is read again as the same figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(figureIn(count(value))).toBe(value);
      }),
    );
  });
});

describe('a column from a spreadsheet', () => {
  test('fills field after field, with any line ends and without the last empty line', () => {
    expect(pastedColumn('23\r\n1,411\r\n18\r\n')).toEqual(['23', '1,411', '18']);
    expect(pastedColumn('1\n2\r3')).toEqual(['1', '2', '3']);
  });

  test('beside names the figures are taken, and a heading is left out', () => {
    expect(pastedColumn('No.\tName\tVotes\n1\t梁志祥\t23\n2\t麥美娟\t"1,080"')).toEqual(['23', '1,080']);
  });

  test('an empty line in between stays a row', () => {
    expect(pastedColumn('23\n\n18')).toEqual(['23', '', '18']);
  });

  test('one figure is no column', () => {
    expect(pastedColumn('1,411')).toBeNull();
    expect(pastedColumn('1,411\n')).toBeNull();
  });
});

test('a time of day is read as people write it', () => {
  for (const typed of ['22:30', '2230', '22.30', '22時30分', '22时30分', '２２：３０', ' 22:30 '])
    expect(readTime(typed)).toBe('22:30');
  expect(readTime('7:05')).toBe('07:05');
  for (const typed of ['24:00', '22:60', '230', '', 'soon']) expect(readTime(typed)).toBeNull();
});
