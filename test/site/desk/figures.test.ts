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
  const cells = (text: string) => pastedColumn(text)?.cells;

  test('with two places as spreadsheets write them is whole; other fractions are none', () => {
    expect(readFigure('1,411.00')).toEqual({ kind: 'figure', value: 1411 });
    for (const typed of ['1,411.50', '1.000']) expect(readFigure(typed).kind).toBe('unclear');
  });

  test('a column is taken line by line, whatever ends the lines', () => {
    expect(cells('23\r\n1,411\r\n18\r\n')).toEqual(['23', '1,411', '18']);
    expect(cells('1\n2\r3')).toEqual(['1', '2', '3']);
  });

  test('beside names the figures are taken, and a heading is left out and named', () => {
    const sheet = 'No.\tName\tVotes\n1\t梁志祥\t23\n2\t麥美娟\t"1,080"';
    expect(pastedColumn(sheet)).toEqual({ cells: ['23', '1,080'], heading: 'Votes' });
    expect(pastedColumn('得票\n數目\n２３\n１８')).toEqual({ cells: ['２３', '１８'], heading: '得票 數目' });
  });

  test('shares behind the figures are no figures of the form', () => {
    expect(cells('1\tA\t23\t56.1%\n2\tB\t18\t43.9%')).toEqual(['23', '18']);
  });

  test('a first line with a slip in it is no heading', () => {
    expect(cells('12x\n18\n7')).toEqual(['12x', '18', '7']);
  });

  test('an empty line in between stays a row', () => {
    expect(cells('23\n\n18')).toEqual(['23', '', '18']);
  });

  test('an empty line before the sum of all others is no row', () => {
    expect(cells('1\tA\t23\n2\tB\t1x\n\nTotal\t\t41')).toEqual(['23', '1x', '41']);
    expect(cells('23\n18\n\n41')).toEqual(['23', '18', '41']);
    expect(cells('23\n18\n\n42')).toEqual(['23', '18', '', '42']);
  });

  test('a row of figures runs along the fields; beside a name its last figure is meant', () => {
    expect(cells('23\t1,080\t18')).toEqual(['23', '1,080', '18']);
    expect(cells('2\t麥美娟\t1,080')).toEqual(['1,080']);
  });

  test('words alone stay as they were pasted', () => {
    expect(cells('one\ntwo')).toEqual(['one', 'two']);
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
