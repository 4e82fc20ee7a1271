import { describe, expect, test } from 'vitest';
import { electionScripts, loadElection, replayedElections } from '#functions/elections/load-election.ts';
import { LotsDrawn } from '#shared/election/acts.ts';
import { parseDefinition } from '#shared/election/check-definition.ts';
import { checkReport } from '#shared/election/check-report.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { StationReport } from '#shared/election/report.ts';
import { must } from '#shared/result.ts';

describe('the elections that come with the product', () => {
  test('there are three nights to replay and one desk to train at, and no other', () => {
    expect(replayedElections()).toEqual(['legco-2012', 'legco-2016-rehearsal', 'popvote-2017']);
    expect(electionScripts()).toEqual([...replayedElections(), 'desk-training']);
    expect(loadElection('legco-1900')).toBeNull();
  });

  test.each(electionScripts())('%s: its definition holds, written out and read again', (id) => {
    const { definition } = must(loadElection(id), id);
    expect(definition.id).toBe(id);
    expect(parseDefinition(JSON.parse(JSON.stringify(definition))).ok).toBe(true);
  });

  test.each(electionScripts())(
    '%s: every report and every draw is well formed and belongs to the definition',
    (id) => {
      const { definition, reports, lots } = must(loadElection(id), id);
      const refused = reports.filter((report) => {
        const parsed = parseInput(StationReport, JSON.parse(JSON.stringify(report)));
        return !parsed.ok || !checkReport(definition, parsed.value).ok;
      });
      expect(refused).toEqual([]);
      expect(lots.every((drawn) => parseInput(LotsDrawn, drawn).ok)).toBe(true);
    },
  );

  test.each(electionScripts())('%s: loaded twice it is the same, byte for byte', (id) => {
    expect(JSON.stringify(loadElection(id))).toBe(JSON.stringify(loadElection(id)));
  });

  test('only what was really returned is not marked as a test', () => {
    const tests = electionScripts().filter((id) => must(loadElection(id), id).definition.test);
    expect(tests).toEqual(['legco-2016-rehearsal', 'popvote-2017', 'desk-training']);
    for (const id of tests) {
      const { title } = must(loadElection(id), id).definition;
      expect(title.en?.toLowerCase()).toContain('rehearsal');
      expect(title['zh-Hant']).toContain('演習');
      expect(title['zh-Hans']).toContain('演习');
    }
  });
});
