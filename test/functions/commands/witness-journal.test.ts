import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Step, witnessJournal } from '#functions/commands/witness-journal.ts';
import { aFolder } from './witness-fixture.ts';

const folder = aFolder();
const step = (from: Step['from'], size: number, root = `root of ${size}`): Step => ({
  origin: 'example.org/log',
  vkey: 'example.org/log+key',
  from,
  to: { size, root },
  note: `note of ${size}, ${root}`,
});
const at = (size: number, root = `root of ${size}`) => ({ size, root });

describe('the journal of a witness', () => {
  test('remembers every step, also for the next process', () => {
    const path = join(folder, 'next');
    const journal = witnessJournal(path);
    expect(journal.advance(step(null, 3))).toBe(true);
    expect(journal.advance(step(at(3), 5))).toBe(true);
    journal.close();
    expect(witnessJournal(path).logs().get('example.org/log')).toEqual({
      vkey: 'example.org/log+key',
      head: at(5),
      note: 'note of 5, root of 5',
      heads: [at(3), at(5)],
    });
  });

  test('of two processes that step on from one place, one has done it', () => {
    const path = join(folder, 'race');
    const [one, two] = [witnessJournal(path), witnessJournal(path)];
    expect(one.advance(step(null, 3))).toBe(true);
    expect(two.logs().get('example.org/log')?.head).toEqual(at(3));
    expect(two.advance(step(at(3), 5, 'another'))).toBe(true);
    expect(one.advance(step(at(3), 5))).toBe(false);
    expect(one.advance(step(at(3), 7))).toBe(false);
    for (const journal of [one, two, witnessJournal(path)])
      expect(journal.logs().get('example.org/log')?.head).toEqual(at(5, 'another'));
  });

  test('never steps back, sideways, or over to another key', () => {
    const journal = witnessJournal(join(folder, 'back'));
    journal.advance(step(null, 3));
    expect(journal.advance(step(at(3), 3, 'another'))).toBe(false);
    expect(journal.advance(step(at(3), 2))).toBe(false);
    expect(journal.advance(step(null, 9))).toBe(false);
    expect(journal.advance({ ...step(at(3), 5), vkey: 'example.org/log+other' })).toBe(false);
    expect(journal.advance({ ...step(null, 1), origin: 'example.org/other' })).toBe(true);
    expect(journal.logs().get('example.org/log')?.head).toEqual(at(3));
  });

  test('goes on after a line that a crash cut short, at every byte of it', () => {
    const path = join(folder, 'cut');
    const journal = witnessJournal(path);
    journal.advance(step(null, 3));
    const length = readFileSync(path).length;
    journal.advance(step(at(3), 5));
    journal.close();
    const whole = readFileSync(path);
    for (let end = length; end < whole.length - 1; end += 1) {
      writeFileSync(path, whole);
      truncateSync(path, end);
      const again = witnessJournal(path);
      expect(again.logs().get('example.org/log')?.head, `cut at ${end}`).toEqual(at(3));
      // Where only the line's end was missing the step was whole: then it counts, and this one sees it.
      const stepped = again.advance(step(at(3), 6));
      again.close();
      const third = witnessJournal(path);
      expect(third.logs().get('example.org/log')?.head.size).toBe(stepped ? 6 : 5);
      expect(third.advance(step(third.logs().get('example.org/log')?.head ?? null, 8))).toBe(true);
      third.close();
    }
  });

  test('is refused where a line was damaged, and where it cannot be kept', () => {
    const path = join(folder, 'damaged');
    witnessJournal(path).advance(step(null, 3));
    appendFileSync(path, '{"origin":"example.org/log"};\n');
    expect(() => witnessJournal(path)).toThrow('Restore it from a copy');
    expect(() => witnessJournal(join(path, 'below'))).toThrow('name another file with --state');
  });
});
