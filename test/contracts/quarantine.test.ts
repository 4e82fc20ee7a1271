import { memoryQuarantine } from '#functions/adapters/local/memory-quarantine.ts';
import { quarantineContract } from './quarantine.contract.ts';

const inMemory = memoryQuarantine({ now: () => new Date() });

quarantineContract('memory', () => ({
  quarantine: inMemory,
  bring: async ({ fields }, bytes) => inMemory.bring(fields['key'] ?? '', bytes),
}));
