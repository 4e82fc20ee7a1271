import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sha256Hex } from '#shared/hash.ts';
import { encodeBase64 } from '#shared/ledger/base64.ts';
import { openCheckpoint } from '#shared/ledger/open-checkpoint.ts';
import { formatNote, parseNote } from '#shared/ledger/signed-note.ts';
import { cosignatureType, formatVerifierKey } from '#shared/ledger/verifier-key.ts';
import { statedOrigin, type WitnessRefusal } from '#shared/ledger/witness.ts';
import { must } from '#shared/result.ts';
import { CannotVerify } from '#shared/verification/source.ts';
import { KeyProblem } from '../adapters/local/key-file.ts';
import { keyFileSigner } from '../adapters/local/key-file-signer.ts';
import type { Signer } from '../ports.ts';
import { Misunderstood } from './flags.ts';
import type { Terminals } from './verify-command.ts';
import { isAddress, openPlace } from './verify-place.ts';
import { printable } from './verify-words.ts';
import { cosigner } from './witness-cosigner.ts';
import {
  type Followed,
  type Following,
  type ForkEvidence,
  followOnce,
  forkMessage,
  wishedPause,
} from './witness-follow.ts';
import { type WitnessJournal, witnessJournal } from './witness-journal.ts';
import { readWitnessOptions, WITNESS_HELP, type WitnessOptions } from './witness-options.ts';
import { serveWitness } from './witness-server.ts';

/** No more often than this is polite, whatever a publisher wishes. */
const MIN_PAUSE_MS = 5000;
const MAX_PAUSE_MS = 60_000;
/** Edges show what is old for a second or two; a folder has none. */
const SETTLE_MS = 5000;

/** A name that only this key has, so that no two witnesses are called the same by default. */
const defaultName = ({ publicKey }: Signer): string => `witness.local/${sha256Hex(publicKey).slice(0, 12)}`;

const openSigner = async ({ key, name }: WitnessOptions): Promise<Signer> => {
  const signer = await keyFileSigner({ path: key, name: name ?? '' });
  return { ...signer, name: name ?? defaultName(signer) };
};

const replaceFile = async (folder: string, name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
  return path;
};

const keepEvidence = ({ state }: WitnessOptions, evidence: ForkEvidence): Promise<string> => {
  const { election, cosigned, found } = evidence;
  const name = `${election}-${cosigned.size}-${found.size}.json`;
  return replaceFile(`${state}.evidence`, name, `${JSON.stringify(evidence, null, 2)}\n`);
};

/** The checkpoint with the cosignature below it, as others may take it. */
const cosignedNote = (note: string, line: string): string => {
  const parsed = parseNote(note);
  const { text, signatures } = must(parsed.ok ? parsed.value : null, 'it was cosigned');
  return formatNote(text, [...signatures, line]);
};

/** A witness at work. */
interface Witness {
  readonly options: WitnessOptions;
  readonly terminals: Terminals;
  readonly journal: WitnessJournal;
  readonly following: Following;
  /** The last complaint about each election: told once, not with every look. */
  readonly complaints: Map<string, string>;
  refused: boolean;
}

const say = ({ out }: Terminals, line: string): void => void out.write(`${printable(line)}\n`);

const complain = ({ complaints, terminals }: Witness, about: string, message: string | null): void => {
  if (message !== null && complaints.get(about) !== message) terminals.error.write(`${printable(message)}\n`);
  if (message === null) complaints.delete(about);
  else complaints.set(about, message);
};

const refuse = async (witness: Witness, message: string, evidence: ForkEvidence | null): Promise<void> => {
  witness.refused = true;
  const kept = evidence && (await keepEvidence(witness.options, evidence));
  const where = kept === null ? '' : ` Both signed notes are kept in ${kept}.`;
  witness.terminals.error.write(`${printable(message + where)}\n`);
};

const tell = async (witness: Witness, election: string, followed: Followed): Promise<void> => {
  const { options, terminals } = witness;
  complain(witness, election, followed.kind === 'unreadable' ? followed.message : null);
  if (followed.kind === 'refused') await refuse(witness, followed.message, followed.evidence);
  if (followed.kind !== 'cosigned') return;
  const { checkpoint, before, line, note } = followed;
  const since = before === 0 ? 'for the first time' : `before ${before}`;
  say(
    terminals,
    `${election} cosigned: ${checkpoint.size} entries, ${since}; root ${encodeBase64(checkpoint.root)}`,
  );
  say(terminals, line.trimEnd());
  if (options.out !== null)
    await replaceFile(options.out, `${election}.checkpoint`, cosignedNote(note, line));
};

/** One look at every ledger; answers when the publisher wishes to be asked again, or `null` where nothing was read. */
const round = async (witness: Witness): Promise<number | null> => {
  const { following } = witness;
  let wished = MAX_PAUSE_MS;
  let isRead = false;
  let elections: readonly string[];
  try {
    elections = await following.source.elections();
    complain(
      witness,
      '',
      elections.length === 0 ? `No election is published at ${following.source.name} yet.` : null,
    );
  } catch (cause) {
    if (!(cause instanceof CannotVerify)) throw cause;
    complain(witness, '', cause.message);
    return null;
  }
  for (const election of elections) {
    const followed = await followOnce(following, election);
    await tell(witness, election, followed);
    if (followed.kind !== 'unreadable') isRead = true;
    wished = Math.min(wished, (await wishedPause(following.source, election)) ?? MAX_PAUSE_MS);
  }
  return isRead ? wished : null;
};

const trustedKeys = ({ vkeys }: WitnessOptions): Map<string, string> =>
  new Map(vkeys.map((vkey) => [vkey.split('+')[0] ?? '', vkey]));

const onServedFork =
  (witness: Witness) =>
  async (note: string, { kind }: WitnessRefusal): Promise<void> => {
    const origin = statedOrigin(note);
    const log = origin.ok ? witness.journal.logs().get(origin.value) : undefined;
    if (kind !== 'fork' || !origin.ok || !log) return;
    const opened = openCheckpoint(note, log.vkey);
    if (!opened.ok) return;
    const { size, root } = opened.value;
    const evidence: ForkEvidence = {
      election: origin.value.split('/').at(-1) ?? origin.value,
      origin: origin.value,
      vkey: log.vkey,
      kind: 'fork',
      cosigned: { ...log.head, note: log.note },
      found: { size, root: encodeBase64(root), note },
      agreeAt: null,
      differAt: size,
    };
    await refuse(witness, forkMessage(evidence), evidence);
  };

const pauseOf = ({ everySeconds }: WitnessOptions, wished: number | null): number =>
  everySeconds === null
    ? Math.min(MAX_PAUSE_MS, Math.max(MIN_PAUSE_MS, wished ?? MIN_PAUSE_MS))
    : everySeconds * 1000;

const follow = async (witness: Witness, signal: AbortSignal): Promise<number> => {
  const { options } = witness;
  while (!signal.aborted) {
    const wished = await round(witness);
    if (witness.refused) return 1;
    if (options.once) return wished === null ? 2 : 0;
    await pause(pauseOf(options, wished), undefined, { signal }).catch(() => undefined);
  }
  return 0;
};

const run = async (options: WitnessOptions, terminals: Terminals, signal: AbortSignal): Promise<number> => {
  const signer = await openSigner(options);
  const vkey = formatVerifierKey(signer.name, signer.publicKey, cosignatureType);
  const source = await openPlace(options.log);
  const journal = witnessJournal(options.state);
  const trusted = trustedKeys(options);
  const following: Following = {
    source,
    cosigner: cosigner({ journal, signer, trusted, now: () => new Date() }),
    logs: journal.logs,
    trusted,
    trustFirst: options.vkeys.length === 0,
    settleMs: isAddress(options.log) ? SETTLE_MS : 0,
    say: (line) => say(terminals, line),
  };
  const witness: Witness = { options, terminals, journal, following, complaints: new Map(), refused: false };
  say(terminals, `This witness is ${vkey}`);
  const server =
    options.serve && (await serveWitness(following.cosigner, options.serve, onServedFork(witness)));
  if (server)
    say(terminals, `It is asked at ${server.url}/add-checkpoint; to a publisher it is ${server.url}+${vkey}`);
  try {
    return await follow(witness, signal);
  } finally {
    await server?.close();
    journal.close();
  }
};

/** The command without its process: arguments in, words and exit code out; ends when `signal` says so. */
export const witnessCommand = async (
  args: readonly string[],
  terminals: Terminals,
  signal: AbortSignal,
): Promise<number> => {
  try {
    const options = readWitnessOptions(args);
    if (options !== null) return await run(options, terminals, signal);
    terminals.out.write(WITNESS_HELP);
    return 0;
  } catch (cause) {
    if (cause instanceof Misunderstood)
      terminals.error.write(`${printable(cause.message)}\n\n${WITNESS_HELP}`);
    else if (cause instanceof CannotVerify || cause instanceof KeyProblem)
      terminals.error.write(`${printable(cause.message)}\n`);
    else throw cause;
    return 2;
  }
};
