import { untilStopped } from './until-stopped.ts';
import { witnessCommand } from './witness-command.ts';

process.exitCode = await witnessCommand(
  process.argv.slice(2),
  { out: process.stdout, error: process.stderr },
  untilStopped(),
);
