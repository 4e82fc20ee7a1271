import { describe, expect, test } from 'vitest';
import { legco2012 } from '#functions/elections/legco-2012.ts';
import { rehearsal2016 } from '#functions/elections/rehearsal-2016.ts';
import { type NightStep, planNight } from '#functions/rehearsal/night-plan.ts';
import type { StationReport } from '#shared/election/report.ts';

const real = legco2012();
const rehearsal = rehearsal2016();

const firstReports = (steps: readonly NightStep[]): readonly string[] =>
  steps.flatMap(({ firstReportOf }) => firstReportOf ?? []);

describe('the plan of a night', () => {
  test('the order of reports follows from the seed alone', () => {
    const order = (seed: number) => firstReports(planNight(real, seed).flat());
    expect(order(7)).toEqual(order(7));
    expect(order(7)).not.toEqual(order(8));
    expect([...order(7)].sort()).toEqual(real.reports.map(({ station }) => station).sort());
  });

  test('the definition comes first, declarations last, each constituency once', () => {
    const steps = planNight(real, 1).flat();
    expect(steps[0]).toMatchObject({ method: 'PUT', resource: 'definition' });
    expect(steps).toHaveLength(1 + 544 + 6);
    expect(steps.slice(-6).every(({ resource }) => resource === 'declarations')).toBe(true);
  });

  test('misplaced papers are reported after every station', () => {
    expect(firstReports(planNight(real, 3).flat()).slice(-5).sort()).toEqual([
      'LC001',
      'LC002',
      'LC003',
      'LC004',
      'LC005',
    ]);
  });

  test('a station reports by its presiding officer, the Central Counting Station by the Returning Officer', () => {
    const reports = planNight(real, 1)
      .flat()
      .filter(({ resource }) => resource === 'reports');
    for (const { officer, body } of reports) {
      const { station, constituency } = body as StationReport;
      const central = station.startsWith('LC0') || station === 'CCS-DC2';
      expect(officer).toEqual(
        central ? { role: 'returning_officer', constituency } : { role: 'presiding_officer', station },
      );
    }
  });

  test('revisions, recounts and lots come in an order in which each finds what it follows', () => {
    const rest = planNight(rehearsal, 2).slice(1);
    expect(rest.map(([step]) => step?.resource)).toEqual([
      ...Array.from({ length: 6 }, () => 'notices'),
      'reports',
      'reports',
      'recounts',
      'reports',
      'candidates/2a/events',
      'lots',
      'lots',
      'declarations',
      'corrections',
      ...Array.from({ length: 3 }, () => 'notices'),
    ]);
  });

  test('uncontested constituencies are not declared again', () => {
    const declared = planNight(rehearsal, 2)
      .flat()
      .filter(({ resource }) => resource === 'declarations')
      .map(({ officer }) => officer.constituency);
    expect(declared).toHaveLength(32);
    expect(declared).not.toContain('FIN');
  });

  test('nothing is planned where the count differs from what was officially declared', () => {
    const officiallyElected = { ...real.officiallyElected, LC1: ['許清安'] };
    expect(() => planNight({ ...real, officiallyElected }, 1)).toThrow(/legco-2012, LC1 differs/);
  });

  test('nothing is planned where reports or lots are missing', () => {
    expect(() => planNight({ ...real, reports: real.reports.slice(1) }, 1)).toThrow(/lack reports or lots/);
    const withoutLots = rehearsal.officersActs.filter(({ resource }) => resource !== 'lots');
    expect(() => planNight({ ...rehearsal, officersActs: withoutLots }, 1)).toThrow(/LAB cannot be declared/);
  });
});
