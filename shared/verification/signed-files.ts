/** The files that carry a signature: key, checkpoint, heartbeat. */

import * as z from 'zod/mini';
import { Instant } from '../election/identifiers.ts';
import { type Checkpoint, openCheckpointWith, parseDecimal } from '../ledger/checkpoint.ts';
import { type VerifySignature, verifyNoteWith } from '../ledger/signed-note.ts';
import { formatVerifierKey, parseVerifierKey } from '../ledger/verifier-key.ts';
import { dataPaths } from '../publication/paths.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Finding } from './finding.ts';

const unsigned = (path: string, message: string) => refuse<Finding>({ kind: 'signature', path, message });

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

/** The verifier key that an election publishes: one line, naming this election's ledger. */
export const readPublishedKey = (election: string, bytes: Uint8Array): Result<string, Finding> => {
  const path = dataPaths.verifierKey(election);
  const text = textOf(bytes.subarray(0, 2000));
  const key = parseVerifierKey(text.replace(/\n$/, ''));
  if (!key.ok) return unsigned(path, `is not a verifier key: ${key.problem.message}`);
  const { name, publicKey, type } = key.value;
  const vkey = formatVerifierKey(name, publicKey, type);
  if (text !== `${vkey}\n`) return unsigned(path, 'holds more than one line with a verifier key');
  return name.endsWith(`/${election}`)
    ? ok(vkey)
    : unsigned(path, `is the key of ${name}, which is not a ledger of ${election}`);
};

/** The key that counts: one given by the reader, if any names this election's ledger; else the published one. */
export const chooseKey = (
  election: string,
  published: string | null,
  given: readonly string[],
): { readonly vkey: string | null; readonly findings: readonly Finding[] } => {
  if (given.length === 0) return { vkey: published, findings: [] };
  const trusted = given.find((key) => key.split('+')[0]?.endsWith(`/${election}`)) ?? null;
  const path = dataPaths.verifierKey(election);
  if (trusted !== null && (published === null || published === trusted))
    return { vkey: trusted, findings: [] };
  const message =
    trusted === null
      ? `is ${published ?? 'unreadable'}, but none of the keys given is of a ledger of ${election}`
      : `is ${published}, but ${trusted} was given`;
  return { vkey: trusted, findings: [{ kind: 'signature', path, message }] };
};

/** A signed file as it was read, and what its signature is held against. */
export interface SignedBytes {
  readonly bytes: Uint8Array;
  readonly vkey: string;
  readonly verify: VerifySignature;
}

export const readCheckpoint = async (
  election: string,
  { bytes, vkey, verify }: SignedBytes,
): Promise<Result<Checkpoint, Finding>> => {
  const opened = await openCheckpointWith(verify, bytes, vkey);
  if (opened.ok) return opened;
  return unsigned(dataPaths.checkpoint(election), `cannot be believed: ${opened.problem.message}`);
};

export interface Heartbeat {
  readonly version: number;
  readonly at: string;
}

const HEADING = 'open-returns/heartbeat';

/** A heartbeat's version, once its signature and form are checked. */
export const readHeartbeat = async (
  election: string,
  { bytes, vkey, verify }: SignedBytes,
): Promise<Result<Heartbeat, Finding>> => {
  const path = dataPaths.heartbeat(election);
  const key = parseVerifierKey(vkey);
  if (!key.ok) return unsigned(path, key.problem.message);
  const note = await verifyNoteWith(verify, bytes, [key.value]);
  if (!note.ok) return unsigned(path, `cannot be believed: ${note.problem.message}`);
  const [heading, of, versionText = '', at = '', end, ...more] = note.value.text.split('\n');
  const version = parseDecimal(versionText);
  const formed = heading === HEADING && end === '' && more.length === 0;
  if (!formed || version === undefined || !z.safeParse(Instant, at).success)
    return unsigned(path, 'is signed, but does not read heading, election, version and time');
  return of === election ? ok({ version, at }) : unsigned(path, `is of another election, ${of}`);
};
