import { describe, expect, test } from 'vitest';
import { storedAct } from '#functions/acts/stored-acts.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { PORTAL } from '#functions/ports.ts';
import { NotARehearsal, rehearsalRecords } from '#functions/rehearsal/rehearsal-records.ts';
import { aDefinition, aReport, definitionAct, reportAct } from '../../support/builders.ts';

const ID = 'rehearsal-20261205';
const definition = (test: boolean, id = ID) =>
  storedAct({ ...definitionAct(aDefinition({ id, test })), election: id });
const report = (election: string) => storedAct({ ...reportAct(aReport()), election });

describe('what a rehearsal can reach', () => {
  test('an election whose id is no rehearsal’s is neither read nor written, also where it is a test', async () => {
    const records = memoryRecords();
    await records.accept(definition(true, 'legco-2028'));
    const own = rehearsalRecords(records);
    for (const tried of [
      own.accept(definition(true, 'legco-2028')),
      own.accept(report('legco-2028')),
      own.registerElection('legco-2028'),
      own.list('legco-2028', 'LC1'),
      own.find('legco-2028', 'LC1', 'lots#01'),
      own.elections(),
      own.batches(ID),
      own.appendBatch({ election: ID, version: 1, body: '{}' }),
    ])
      await expect(tried).rejects.toThrow(NotARehearsal);
    expect(await records.elections()).toEqual([]);
    expect(await records.list('legco-2028', 'LC1')).toEqual([]);
  });

  test('an election whose definition does not say test is not written, whatever its id', async () => {
    const records = memoryRecords();
    const own = rehearsalRecords(records);
    await expect(own.accept(definition(false))).rejects.toThrow('its definition does not say test');
    await expect(own.accept(report(ID))).rejects.toThrow('its definition does not say test');
    // Planted, past everything that would refuse it.
    await records.accept(definition(false));
    await expect(own.accept(report(ID))).rejects.toThrow('its definition does not say test');
    await expect(own.accept({ ...definition(true), key: 'definition#0002' })).rejects.toThrow(NotARehearsal);
    expect(await records.list(ID, 'LC1')).toEqual([]);
  });

  test('a rehearsal’s definition comes first, then its reports; nobody’s account is looked up', async () => {
    const records = memoryRecords();
    const own = rehearsalRecords(records);
    await own.registerElection(ID);
    expect(await own.accept(definition(true))).toEqual({ kind: 'accepted' });
    expect(await own.accept(report(ID))).toEqual({ kind: 'accepted' });
    expect((await own.accept(report(ID))).kind).toBe('replayed');
    expect(await own.list(PORTAL, 'accounts')).toEqual([]);
    expect(await own.list(ID, 'LC1')).toHaveLength(1);
    expect(await own.find(ID, 'LC1', 'nothing')).toBeNull();
  });
});
