import { describe, expect, test } from 'vitest';
import { rehearsal2016 } from '#functions/elections/rehearsal-2016.ts';
import { countBeforeDeclaration } from '#functions/rehearsal/declarations.ts';
import { parseDefinition } from '#shared/election/check-definition.ts';
import { checkReport } from '#shared/election/check-report.ts';
import { reportWarnings } from '#shared/recount/report-warnings.ts';
import { counted } from './counted.ts';

const script = rehearsal2016();
const withoutLots = counted(script, []);
const withLots = counted(script, script.lots);
const SPECIAL = ['HYK', 'AF', 'INS', 'TRA'];

const elected = (id: string): readonly string[] =>
  withLots(id).contestants.flatMap((contestant) => contestant.elected);

describe('the rehearsal under the rules of 2016', () => {
  test('has the seventy seats of the edition in thirty-four constituencies', () => {
    const { constituencies } = script.definition;
    expect(constituencies).toHaveLength(34);
    expect(constituencies.reduce((seats, constituency) => seats + constituency.seats, 0)).toBe(70);
    const kinds = constituencies.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'geographical')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'special_fc')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'ordinary_fc')).toHaveLength(24);
    expect(kinds.filter((kind) => kind === 'dc_second')).toHaveLength(1);
  });

  test('every other seed gives another election that holds just as well', () => {
    for (const seed of [1, 2, 3, 20_160_904, 4_294_967_295]) {
      const other = rehearsal2016(seed);
      expect(JSON.stringify(other)).not.toBe(JSON.stringify(script));
      expect(JSON.stringify(other)).toBe(JSON.stringify(rehearsal2016(seed)));
      expect(parseDefinition(other.definition).ok).toBe(true);
      expect(other.reports.filter((report) => !checkReport(other.definition, report).ok)).toEqual([]);
      expect(counted(other, [])('LAB').lots.among).toEqual(['2', '5']);
    }
  });

  test('each constituency is complete, and without the lots only the tied one waits', () => {
    const statuses = script.definition.constituencies.map(({ id }) => [id, withoutLots(id).status] as const);
    expect(statuses.filter(([, status]) => status !== 'all')).toEqual([
      ['LAB', 'lots'],
      ['IND2', 'failed'],
      ['FIN', 'uncontested'],
    ]);
    expect(withLots('LAB').status).toBe('all');
  });

  test('the tie for the last seat of three is decided by the second drawing', () => {
    expect(withoutLots('LAB').lots).toMatchObject({ needed: true, among: ['2', '5'], places: 1 });
    expect(withLots('LAB').lots.rounds).toHaveLength(2);
    expect(elected('LAB')).toEqual(['1', '4', '5']);
  });

  test('nobody stands for one seat, and one candidate takes another without a poll', () => {
    expect(withLots('IND2')).toMatchObject({ contested: false, unfilled: 1, stationsExpected: 0 });
    expect(elected('FIN')).toEqual(['1']);
  });

  test('preferential counts take several rounds and exhaust papers', () => {
    const rounds = SPECIAL.map((id) => withLots(id).rounds);
    expect(rounds.filter((count) => count.length > 2).length).toBeGreaterThan(1);
    expect(rounds.every((count) => (count.at(-1)?.exhaustedTotal ?? 0) > 0)).toBe(true);
    expect(SPECIAL.map((id) => elected(id).length)).toEqual([1, 1, 1, 1]);
  });

  test('somebody leads in round 1 and is overtaken', () => {
    const overtaken = SPECIAL.filter((id) => {
      const [first] = withLots(id).rounds;
      const [winner = ''] = elected(id);
      return Object.values(first?.votes ?? {}).some((votes) => votes > (first?.votes[winner] ?? 0));
    });
    expect(overtaken).toContain('INS');
  });

  test('papers with a rank skipped or given twice are among the rankings', () => {
    const orders = script.reports.flatMap(({ rankings = [] }) => rankings.map(({ order }) => order));
    expect(orders.some((order) => order.includes(null))).toBe(true);
    expect(orders.some((order) => order.some(Array.isArray))).toBe(true);
  });

  test('a list with all its names elected by quota keeps no remainder', () => {
    const [list] = withLots('NTW').contestants;
    expect(list).toMatchObject({ remainder: null, elected: ['1a'] });
    expect((list?.votes ?? 0) > 2 * Number(withLots('NTW').quota)).toBe(true);
  });

  test('the seat of the candidate who died passes to the next names of the same list', () => {
    const before = withLots('NTE').contestants.find(({ id }) => id === '2')?.elected ?? [];
    const after = countBeforeDeclaration(script).find(({ id }) => id === 'NTE');
    const now = after?.contestants.find(({ id }) => id === '2')?.elected ?? [];
    expect(before).toContain('2a');
    expect(now).not.toContain('2a');
    expect(now).toHaveLength(before.length);
    expect(after?.unfilled).toBe(0);
  });

  test('accounts balance but for small gaps; exactly one report is flagged', () => {
    const flagged = script.reports.flatMap((report) => {
      const placed = checkReport(script.definition, report);
      const warnings = placed.ok ? reportWarnings(placed.value, script.definition) : [];
      return warnings.map(({ code }) => [report.station, code]);
    });
    expect(flagged).toEqual([['E04', 'A4']]);
    expect(withLots('HKI').misplaced?.estimate).toBeGreaterThan(0);
  });

  test('one report is revised with a reason, another counted again', () => {
    const later = script.reports.filter(({ count, revision }) => count > 1 || revision > 1);
    expect(later.map(({ station, count, revision }) => [station, count, revision])).toEqual([
      ['A07', 1, 2],
      ['C05', 2, 1],
    ]);
    expect(later[0]?.reason).toBeDefined();
    const of = (station: string) => script.reports.filter((report) => report.station === station);
    const total = (votes: Record<string, number> = {}) =>
      Object.values(votes).reduce((sum, figure) => sum + figure, 0);
    for (const [first, second] of [of('A07'), of('C05')]) {
      expect(first?.votes).not.toEqual(second?.votes);
      expect(total(first?.votes)).toBe(total(second?.votes));
    }
  });
});
