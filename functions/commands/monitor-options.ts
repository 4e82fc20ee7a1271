import * as z from 'zod/mini';
import { AddressId } from '#shared/election/identifiers.ts';
import { parseVerifierKey } from '#shared/ledger/verifier-key.ts';
import { Misunderstood, readFlags } from './flags.ts';

export const MONITOR_HELP = `Mirrors what is published, goes on looking, and alarms.

  npm run -s monitor -- --from URL-or-folder --mirror FOLDER [--election ID] [--key VKEY]… [--heartbeat MINUTES] [--every SECONDS]
                        [--once] [--json]

  --from PLACE         the site (http://127.0.0.1:4321: all its elections), its /data/ELECTION, or a folder with these files
  --mirror FOLDER      where ledger and files are kept; "verify --from FOLDER" accepts it
  --election ID        only this election
  --key VKEY           the key that must have signed, got from somewhere else; may be repeated
  --heartbeat MINUTES  how old the last sign of life may be; default 5
  --every SECONDS      how often it looks; default 60, at least 5
  --once               looks once and ends
  --json               each alarm as a line of JSON
  --help               this text

An alarm is one line on standard output: a checkpoint that does not continue the ones before · a total that fell without a reason on record ·
more papers than electors · an old heartbeat · a file that recomputing does not give · a file that is missing · a place that does not answer.
Each is told once, and again when it has changed. Exit code 0: ended as asked, no alarm. 1: with --once, an alarm. 2: the command is not
understood, or nothing could be read.
`;

export interface MonitorOptions {
  readonly from: string;
  readonly mirror: string;
  readonly election: string | null;
  readonly keys: readonly string[];
  readonly heartbeatMinutes: number;
  readonly everySeconds: number;
  readonly once: boolean;
  readonly json: boolean;
}

const OPTIONS = {
  from: { type: 'string' },
  mirror: { type: 'string' },
  election: { type: 'string' },
  key: { type: 'string', multiple: true },
  heartbeat: { type: 'string', default: '5' },
  every: { type: 'string', default: '60' },
  once: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const atLeast = (name: string, text: string, least: number): number => {
  const value = Number(text);
  if (!(value >= least) || !Number.isFinite(value))
    throw new Misunderstood(`--${name} takes a number from ${least} on, not "${text}".`);
  return value;
};

/** Reads the command line; `null` where help was asked for. Throws `Misunderstood`. */
export const readMonitorOptions = (args: readonly string[]): MonitorOptions | null => {
  const {
    from,
    mirror,
    election = null,
    key: keys = [],
    heartbeat,
    every,
    once,
    json,
    help,
  } = readFlags(args, OPTIONS);
  if (help) return null;
  if (!from || !mirror)
    throw new Misunderstood('Say with --from what is watched, and with --mirror where it is kept.');
  if (election !== null && !z.safeParse(AddressId, election).success)
    throw new Misunderstood(`${JSON.stringify(election)} is not an election's id.`);
  for (const one of keys) {
    const parsed = parseVerifierKey(one);
    if (!parsed.ok) throw new Misunderstood(parsed.problem.message);
  }
  return {
    from,
    mirror,
    election,
    keys,
    heartbeatMinutes: atLeast('heartbeat', heartbeat, 0),
    everySeconds: atLeast('every', every, 5),
    once: once === true,
    json: json === true,
  };
};
