import { canonicalBytes } from '#shared/canonical-json.ts';
import { sameBytes } from '#shared/ledger/bytes.ts';
import { type Checkpoint, parseCheckpoint, parseDecimal } from '#shared/ledger/checkpoint.ts';
import type { NamedWitness } from '#shared/ledger/named-witness.ts';
import { parseNote, type SignedNote } from '#shared/ledger/signed-note.ts';
import { proofFromTiles, proofTilePaths } from '#shared/ledger/tile-proof.ts';
import { formatAddCheckpoint, SIZE_TYPE } from '#shared/ledger/witness.ts';
import { cosignedBy, factsAfter, withCosignatures } from '#shared/publication/note-witnesses.ts';
import { CACHE, dataPaths } from '#shared/publication/paths.ts';
import { readPointer } from '#shared/publication/read-pointer.ts';
import { readWitnessFacts, type WitnessFacts } from '#shared/publication/witness-facts.ts';
import type { ObjectStore, WitnessAnswer, WitnessCalls } from '../ports.ts';
import { changeObject } from './change-object.ts';

/** What collecting needs: public files only. It never sees a record or a private key. */
export interface CosigningPorts {
  readonly files: ObjectStore;
  readonly witnesses: readonly NamedWitness[];
  readonly calls: WitnessCalls;
}

/** What came of asking one witness for a checkpoint. */
export interface Asked {
  readonly witness: string;
  /** `overtaken`: it has seen a newer checkpoint, which is public by now; `refused` says why in its own words; `silent` did not answer. */
  readonly kind: 'cosigned' | 'overtaken' | 'refused' | 'silent';
  readonly message: string;
}

export interface Collected {
  readonly election: string;
  /** Whether readers now find something new. */
  readonly changed: boolean;
  readonly asked: readonly Asked[];
}

interface Published {
  readonly election: string;
  readonly note: string;
  readonly signed: SignedNote;
  readonly checkpoint: Checkpoint;
}

const text = new TextDecoder();

const readPublished = (election: string, bytes: Uint8Array): Published => {
  const note = text.decode(bytes);
  const signed = parseNote(note);
  const checkpoint = signed.ok ? parseCheckpoint(signed.value.text) : signed;
  if (!signed.ok) throw new Error(`${dataPaths.checkpoint(election)}: ${signed.problem.message}`);
  if (!checkpoint.ok) throw new Error(`${dataPaths.checkpoint(election)}: ${checkpoint.problem.message}`);
  return { election, note, signed: signed.value, checkpoint: checkpoint.value };
};

const readFacts = async (files: ObjectStore, election: string): Promise<WitnessFacts | null> => {
  const standing = await files.get(dataPaths.witnesses(election));
  return standing && readWitnessFacts(standing.bytes);
};

/** The body that asks a witness which stands at this size; `null` where the ledger has not come so far. */
const requestFrom = async (
  files: ObjectStore,
  { election, note, checkpoint }: Published,
  oldSize: number,
): Promise<string | null> => {
  const { size } = checkpoint;
  if (oldSize > size) return null;
  if (oldSize === 0 || oldSize === size) return formatAddCheckpoint({ oldSize, proof: [], note });
  const tiles = new Map<string, Uint8Array>();
  for (const path of proofTilePaths(oldSize, size)) {
    const tile = await files.get(dataPaths.log(election) + path);
    if (tile) tiles.set(path, tile.bytes);
  }
  const proof = proofFromTiles(oldSize, size, tiles);
  if (!proof.ok) throw new Error(`${election}: ${proof.problem.message}`);
  return formatAddCheckpoint({ oldSize, proof: proof.value, note });
};

/** Where a witness says that it stands, if that is what it says. */
const statedSize = ({ status, contentType, body }: WitnessAnswer): number | null =>
  status === 409 && contentType.startsWith(SIZE_TYPE)
    ? (parseDecimal(body.replace(/\n$/, '')) ?? null)
    : null;

interface Said {
  readonly asked: Asked;
  /** A cosignature that was verified. */
  readonly line: string | null;
}

const judgeAnswer = ({ key, vkey }: NamedWitness, { signed }: Published, answer: WitnessAnswer): Said => {
  const refused = (message: string): Said => ({
    asked: { witness: key.name, kind: 'refused', message },
    line: null,
  });
  if (answer.status !== 200)
    return refused(`It answered ${answer.status}: ${answer.body.slice(0, 200).trimEnd()}`);
  const note = `${signed.text}\n${answer.body}`;
  const parsed = parseNote(note);
  const cosigned = parsed.ok && parsed.value.text === signed.text ? cosignedBy(note, vkey) : null;
  if (cosigned === null)
    return refused('It answered with what is no cosignature of this checkpoint by its key.');
  return {
    asked: { witness: key.name, kind: 'cosigned', message: `${cosigned.size} entries at ${cosigned.at}` },
    line: cosigned.line,
  };
};

/** The witness has cosigned more than what was read here: then that is public, or the ledger was taken back. */
const judgeAhead = async (
  { files }: CosigningPorts,
  { election, checkpoint }: Published,
  { key }: NamedWitness,
  size: number,
): Promise<Said> => {
  const standing = await files.get(dataPaths.checkpoint(election));
  const now = standing && readPublished(election, standing.bytes).checkpoint.size;
  const kind = now !== null && now >= size ? 'overtaken' : 'refused';
  const message = `It has cosigned ${size} entries, but only ${now ?? checkpoint.size} are published: the ledger was rolled back.`;
  return { asked: { witness: key.name, kind, message }, line: null };
};

/** Asks one witness, and once more from where it says that it stands. */
const ask = async (
  ports: CosigningPorts,
  published: Published,
  witness: NamedWitness,
  believedSize: number,
): Promise<Said> => {
  const { files, calls } = ports;
  const first = await requestFrom(files, published, believedSize);
  if (first === null) return judgeAhead(ports, published, witness, believedSize);
  const answer = await calls.addCheckpoint(witness.url, first);
  const stands = statedSize(answer);
  if (stands === null || stands === believedSize) return judgeAnswer(witness, published, answer);
  const second = await requestFrom(files, published, stands);
  if (second === null) return judgeAhead(ports, published, witness, stands);
  return judgeAnswer(witness, published, await calls.addCheckpoint(witness.url, second));
};

const silent = ({ key }: NamedWitness, cause: unknown): Said => ({
  asked: {
    witness: key.name,
    kind: 'silent',
    message: cause instanceof Error ? cause.message : String(cause),
  },
  line: null,
});

const note = (content: string) => ({
  bytes: new TextEncoder().encode(content),
  contentType: 'text/plain; charset=utf-8',
  cacheControl: CACHE.pointer,
});

/** Adds cosignatures to the checkpoint that they are of, and to no newer one; those that stand there stay. */
const addLines = (
  files: ObjectStore,
  { election, signed }: Published,
  lines: readonly string[],
): Promise<boolean> =>
  changeObject(files, dataPaths.checkpoint(election), (standing) => {
    const now = standing && readPublished(election, standing.bytes);
    if (!now || now.signed.text !== signed.text) return null;
    const next = withCosignatures(now.signed, lines);
    return next === now.note ? null : note(next);
  });

const noteFacts = async (
  { files, witnesses }: CosigningPorts,
  { election }: Published,
  cosigned: string,
): Promise<boolean> => {
  const latest = await files.get(dataPaths.latest(election));
  const pointer = latest && readPointer(latest.bytes);
  // The first checkpoint stands a moment before the first pointer does.
  if (!pointer) return false;
  const { test } = pointer;
  const vkeys = witnesses.map(({ vkey }) => vkey);
  return changeObject(files, dataPaths.witnesses(election), (standing) => {
    const facts = factsAfter(standing && readWitnessFacts(standing.bytes), {
      election,
      test,
      vkeys,
      note: cosigned,
    });
    const bytes = canonicalBytes(facts);
    if (standing && sameBytes(standing.bytes, bytes)) return null;
    return { bytes, contentType: 'application/json; charset=utf-8', cacheControl: CACHE.pointer };
  });
};

/**
 * Asks every witness that has not cosigned the published checkpoint, all at once, and publishes what they answer: the checkpoint with their
 * lines first, then what is told of them. Nothing waits for it: a crash anywhere, or a witness that does not answer, is made good by the next
 * run. A newer checkpoint is never touched, and no line is ever lost.
 */
export const collectCosignatures = async (ports: CosigningPorts, election: string): Promise<Collected> => {
  const { files, witnesses } = ports;
  const standing = witnesses.length === 0 ? null : await files.get(dataPaths.checkpoint(election));
  if (!standing) return { election, changed: false, asked: [] };
  const published = readPublished(election, standing.bytes);
  const facts = await readFacts(files, election);
  const due = witnesses.filter(({ vkey }) => cosignedBy(published.note, vkey) === null);
  const said = await Promise.all(
    due.map((witness) => {
      const known = facts?.witnesses.find(({ vkey }) => vkey === witness.vkey)?.cosigned?.size ?? 0;
      return ask(ports, published, witness, known).catch((cause: unknown) => silent(witness, cause));
    }),
  );
  const lines = said.flatMap(({ line }) => (line === null ? [] : [line]));
  const isAdded = lines.length > 0 && (await addLines(files, published, lines));
  const isNoted = await noteFacts(ports, published, withCosignatures(published.signed, lines));
  return { election, changed: isAdded || isNoted, asked: said.map(({ asked }) => asked) };
};
