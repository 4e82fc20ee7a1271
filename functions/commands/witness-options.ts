import { isKeyName, parseVerifierKey } from '#shared/ledger/verifier-key.ts';
import { Misunderstood, readFlags } from './flags.ts';
import type { ListenAt } from './witness-server.ts';

export const WITNESS_HELP = `Follows ledgers and cosigns checkpoints that continue what it cosigned before (C2SP tlog-witness, cosignature/v1).

  npm run -s witness -- --log URL-or-folder --key FILE [--name NAME] [--vkey VKEY]… [--state FILE] [--serve [HOST:]PORT]
                        [--out FOLDER] [--every SECONDS] [--once]

  --log PLACE     the site (http://127.0.0.1:4321: all its elections), its /data/ELECTION, or a folder with these files
  --key FILE      the witness's private key, PKCS #8 in PEM; made at the first start, readable by its owner only
  --name NAME     the witness's name in its cosignatures; default one that is made from its key
  --vkey VKEY     a ledger's key, name+id+Base64, got from somewhere else than the site; may be repeated. With none, the key that a
                  ledger has when it is first met is taken on trust, and only that from then on
  --state FILE    what was cosigned; default the key's FILE.cosigned. Losing it is losing the memory of a witness
  --serve PORT    answers POST /add-checkpoint there, as publishers ask it (127.0.0.1 unless a host is named)
  --out FOLDER    writes each cosigned checkpoint to FOLDER/ELECTION.checkpoint
  --every SECONDS how often it looks; default as often as the publisher wishes, never more than every 5 seconds
  --once          looks once and ends
  --help          this text

Prints the witness's own verifier key, then each cosignature. Refuses a ledger that does not continue what it cosigned: says which sizes
disagree, keeps both signed notes beside the state, and ends.
Exit code 0: ended as asked. 1: a ledger was refused. 2: the command is not understood, or nothing could be read.
`;

export interface WitnessOptions {
  readonly log: string;
  readonly key: string;
  readonly name: string | null;
  readonly vkeys: readonly string[];
  readonly state: string;
  readonly serve: ListenAt | null;
  readonly out: string | null;
  readonly everySeconds: number | null;
  readonly once: boolean;
}

const listenAt = (text: string): ListenAt => {
  const [, host = '127.0.0.1', port = ''] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === '' || Number(port) > 65_535)
    throw new Misunderstood(
      `--serve takes a port, or a host and a port such as 0.0.0.0:8001, not "${text}".`,
    );
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
};

const seconds = (text: string): number => {
  const value = Number(text);
  if (!(value >= 1) || !Number.isFinite(value))
    throw new Misunderstood(`--every takes a number of seconds from 1 on, not "${text}".`);
  return value;
};

const OPTIONS = {
  log: { type: 'string' },
  key: { type: 'string' },
  name: { type: 'string' },
  vkey: { type: 'string', multiple: true },
  state: { type: 'string' },
  serve: { type: 'string' },
  out: { type: 'string' },
  every: { type: 'string' },
  once: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const checkNames = (name: string | undefined, vkeys: readonly string[]): void => {
  if (name !== undefined && !isKeyName(name))
    throw new Misunderstood(
      `A witness's name is one word without a plus sign, such as witness.example; "${name}" is not.`,
    );
  for (const one of vkeys) {
    const parsed = parseVerifierKey(one);
    if (!parsed.ok) throw new Misunderstood(parsed.problem.message);
  }
};

/** Reads the command line; `null` where help was asked for. Throws `Misunderstood`. */
export const readWitnessOptions = (args: readonly string[]): WitnessOptions | null => {
  const { log, key, name, vkey: vkeys = [], state, serve, out, every, once, help } = readFlags(args, OPTIONS);
  if (help) return null;
  if (!log) throw new Misunderstood('Say with --log which ledgers are followed.');
  if (!key) throw new Misunderstood('Say with --key where the private key is, or shall be made.');
  checkNames(name, vkeys);
  return {
    log,
    key,
    name: name ?? null,
    vkeys,
    state: state ?? `${key}.cosigned`,
    serve: serve === undefined ? null : listenAt(serve),
    out: out ?? null,
    everySeconds: every === undefined ? null : seconds(every),
    once: once === true,
  };
};
