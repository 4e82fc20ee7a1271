import { setTimeout as wait } from 'node:timers/promises';
import { readRehearsals } from '#shared/election/rehearsal-night.ts';
import { readConfig, required } from '../config.ts';
import { consoleLog } from '../http/log.ts';
import { rehearse } from '../rehearsal/rehearse.ts';
import { awsAccepting } from './act-ports.ts';

/** Until the next one begins, more or less. */
const runMs = 55_000;

const nights = readRehearsals(required(readConfig(), 'REHEARSALS'));
if (!nights.ok) throw new Error(nights.problem.join(' '));

export const handler = rehearse(
  { ...awsAccepting(), log: consoleLog, wait: (milliseconds) => wait(milliseconds) },
  { nights: nights.value, runMs },
);
