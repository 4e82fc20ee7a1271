import { monitorCommand } from './monitor-command.ts';
import { untilStopped } from './until-stopped.ts';

process.exitCode = await monitorCommand(
  process.argv.slice(2),
  { out: process.stdout, error: process.stderr },
  { signal: untilStopped(), now: () => new Date() },
);
