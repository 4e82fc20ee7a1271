import * as z from 'zod/mini';
import { AddressId } from '#shared/election/identifiers.ts';
import { parseDecimal } from '#shared/ledger/checkpoint.ts';
import { ed25519Verify } from '#shared/ledger/ed25519.ts';
import { parseVerifierKey } from '#shared/ledger/verifier-key.ts';
import type { Progress } from '#shared/verification/open-ledger.ts';
import type { Outcome } from '#shared/verification/outcome.ts';
import { proveEntry } from '#shared/verification/prove-entry.ts';
import { CannotVerify, type Source } from '#shared/verification/source.ts';
import { type Verdict, verifyElection } from '#shared/verification/verify-election.ts';
import { Misunderstood, readFlags } from './flags.ts';
import { verifyHere } from './verify-here.ts';
import { openPlace } from './verify-place.ts';
import { progressLine, progressText, type Terminal } from './verify-progress.ts';
import { defaultSeenFile, readSeen, writeSeen } from './verify-seen-file.ts';
import { findingText, outcomeOfAll, printable, verdictJson, verdictText } from './verify-words.ts';

const HELP = `Proves that what is published follows from the signed ledger: reads only public files.

  npm run -s verify -- --from URL-or-folder [--election ID] [--key VKEY] [--state FILE] [--latest-only] [--json]
  npm run -s verify -- --from URL-or-folder [--election ID] [--key VKEY] --proof ENTRY

  --from PLACE      the site (http://127.0.0.1:4321), its /data/ELECTION, or a folder with these files
  --election ID     only this election; otherwise all that are found
  --key VKEY        the key that must have signed, name+id+Base64, got from somewhere else; may be repeated
  --state FILE      what is remembered of ledgers seen; default ${defaultSeenFile()}
  --latest-only     recompute the files of the latest version only, not of every version before it
  --json            the verdict as one JSON object
  --proof ENTRY     prints a proof of this ledger entry instead (C2SP tlog-proof): it can be checked without the ledger
  --help            this text

Checks the checkpoint's signature, every tile and entry, that the ledger continues what was seen last time,
and that every published file is, byte for byte, what the entries give. Names the first thing that differs.
Exit code 0: everything holds. 1: something does not. 2: the command is not understood, or nothing could be read.
`;

/** The pointer is moved right after the checkpoint; after so long it is not on its way any more. */
const SETTLE_MS = 5000;

interface Options {
  readonly from: string;
  readonly election: string | undefined;
  readonly keys: readonly string[];
  readonly state: string;
  readonly latestOnly: boolean;
  readonly json: boolean;
  readonly proof: number | null;
}

const entryNumber = (text: string): number => {
  const index = parseDecimal(text);
  if (index === undefined)
    throw new Misunderstood(`${JSON.stringify(text)} is not the number of an entry; the first is 0.`);
  return index;
};

const readOptions = (args: readonly string[]): Options | null => {
  const values = readFlags(args, {
    from: { type: 'string' },
    election: { type: 'string' },
    key: { type: 'string', multiple: true },
    state: { type: 'string' },
    'latest-only': { type: 'boolean' },
    json: { type: 'boolean' },
    proof: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return null;
  const { from, election, key = [], state = defaultSeenFile() } = values;
  if (!from) throw new Misunderstood('Say with --from where the published files are.');
  if (election !== undefined && !z.safeParse(AddressId, election).success)
    throw new Misunderstood(`${JSON.stringify(election)} is not an election's id.`);
  for (const one of key) {
    const parsed = parseVerifierKey(one);
    if (!parsed.ok) throw new Misunderstood(parsed.problem.message);
  }
  return {
    from,
    election,
    keys: key,
    state,
    latestOnly: values['latest-only'] === true,
    json: values.json === true,
    proof: values.proof === undefined ? null : entryNumber(values.proof),
  };
};

const electionsOf = async (source: Source, { election }: Options): Promise<readonly string[]> => {
  const found = election === undefined ? await source.elections() : [election];
  if (found.length === 0)
    throw new CannotVerify(
      `No election is published at ${source.name}. Name one with --election, or another place with --from.`,
    );
  const odd = found.find((id) => !z.safeParse(AddressId, id).success);
  if (odd !== undefined) throw new CannotVerify(`${JSON.stringify(odd)} is not an election's id.`);
  return found;
};

const verifyAll = async (options: Options, error: Terminal): Promise<readonly Verdict[]> => {
  const source = await openPlace(options.from, options.election);
  const progress = progressLine(error);
  const verdicts: Verdict[] = [];
  let seen = await readSeen(options.state);
  try {
    for (const election of await electionsOf(source, options)) {
      const { keys, latestOnly } = options;
      const settings = {
        source,
        election,
        keys,
        seen,
        latestOnly,
        settleMs: SETTLE_MS,
        ...verifyHere,
        progress: (far: Progress) => progress.show(progressText(far)),
      };
      const verdict = await verifyElection(settings);
      verdicts.push(verdict);
      seen = verdict.seen;
    }
  } finally {
    progress.clear();
  }
  const problem = await writeSeen(options.state, seen);
  if (problem !== null) error.write(`${problem}\n`);
  return verdicts;
};

/** Prints the proof of one entry; answers with the exit code. */
const prove = async (options: Options, index: number, { out, error }: Terminals): Promise<number> => {
  const source = await openPlace(options.from, options.election);
  const elections = await electionsOf(source, options);
  const [election = '', another] = elections;
  if (another !== undefined)
    throw new CannotVerify(`Say with --election which: ${elections.join(', ')} are published there.`);
  const { keys } = options;
  const proven = await proveEntry({ source, election, keys, index, verifySignature: ed25519Verify });
  if (proven.ok) out.write(proven.value.proof);
  else error.write(`${findingText(proven.problem)}\n`);
  if (proven.ok) return 0;
  return proven.problem.kind === 'unreadable' ? 2 : 1;
};

const EXIT_CODES: Readonly<Record<Outcome, number>> = { holds: 0, fails: 1, unknown: 2 };

/** Where a command writes. */
export interface Terminals {
  readonly out: Terminal;
  readonly error: Terminal;
}

const verify = async (options: Options, { out, error }: Terminals): Promise<number> => {
  const startedAt = performance.now();
  try {
    if (options.proof !== null) return await prove(options, options.proof, { out, error });
    const verdicts = await verifyAll(options, error);
    const milliseconds = Math.round(performance.now() - startedAt);
    const { json, state } = options;
    out.write(json ? verdictJson(verdicts, milliseconds) : verdictText(verdicts, state, milliseconds));
    return EXIT_CODES[outcomeOfAll(verdicts)];
  } catch (cause) {
    if (!(cause instanceof CannotVerify)) throw cause;
    error.write(`${printable(cause.message)}\n`);
    if (options.json) out.write(`${JSON.stringify({ holds: null, problem: cause.message })}\n`);
    return 2;
  }
};

/** The command without its process: arguments in, words and exit code out. */
export const verifyCommand = async (args: readonly string[], terminals: Terminals): Promise<number> => {
  let options: Options | null;
  try {
    options = readOptions(args);
  } catch (cause) {
    if (!(cause instanceof Misunderstood)) throw cause;
    terminals.error.write(`${printable(cause.message)}\n\n${HELP}`);
    return 2;
  }
  if (options !== null) return verify(options, terminals);
  terminals.out.write(HELP);
  return 0;
};
