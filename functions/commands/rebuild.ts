import { rebuildCommand } from './rebuild-command.ts';

process.exitCode = await rebuildCommand(process.argv.slice(2), {
  out: process.stdout,
  error: process.stderr,
});
