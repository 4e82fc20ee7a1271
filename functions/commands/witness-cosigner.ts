import { decodeBase64, encodeBase64 } from '#shared/ledger/base64.ts';
import type { Checkpoint } from '#shared/ledger/checkpoint.ts';
import { cosignatureLine, cosignatureMessage } from '#shared/ledger/cosignature.ts';
import { parseNote } from '#shared/ledger/signed-note.ts';
import {
  type AddCheckpoint,
  judgeCheckpoint,
  statedOrigin,
  type WitnessedHead,
  type WitnessRefusal,
} from '#shared/ledger/witness.ts';
import { must, ok, type Result } from '#shared/result.ts';
import type { Signer } from '../ports.ts';
import type { Head, Step, WitnessJournal } from './witness-journal.ts';

/** A checkpoint that was cosigned. */
export interface Cosigned {
  readonly checkpoint: Checkpoint;
  /** What was cosigned before; 0 for nothing. */
  readonly before: number;
  /** The line to add to the note. */
  readonly line: string;
}

interface Judged extends Pick<Cosigned, 'checkpoint' | 'before'> {
  /** `null` where the witness stands at this checkpoint already. */
  readonly step: Step | null;
}

export interface Cosigner {
  /** Cosigns what a request offers, if it continues what was cosigned. */
  add(request: AddCheckpoint): Promise<Result<Cosigned, WitnessRefusal>>;
}

export interface CosignerParts {
  readonly journal: WitnessJournal;
  readonly signer: Signer;
  /** Verifier keys by the names of their ledgers, beside those in the journal. */
  readonly trusted: ReadonlyMap<string, string>;
  readonly now: () => Date;
}

const headOf = ({ size, root }: Head): WitnessedHead => ({
  size,
  root: must(decodeBase64(root), 'the journal keeps roots in Base64'),
});

/** A request held against the journal: what may be signed, and the step that must be written down before. */
const judge = (
  { journal, trusted }: CosignerParts,
  request: AddCheckpoint,
): Result<Judged, WitnessRefusal> => {
  const origin = statedOrigin(request.note);
  if (!origin.ok) return origin;
  const log = journal.logs().get(origin.value) ?? null;
  const vkey = log?.vkey ?? trusted.get(origin.value) ?? null;
  const judged = judgeCheckpoint({ request, vkey, known: log && headOf(log.head) });
  if (!judged.ok) return judged;
  const checkpoint = judged.value;
  const from = log?.head ?? null;
  const to = { size: checkpoint.size, root: encodeBase64(checkpoint.root) };
  const known = must(vkey, 'what was judged was judged by a key');
  const isStep = from === null || to.size > from.size;
  const step = isStep ? { origin: origin.value, vkey: known, from, to, note: request.note } : null;
  return ok({ checkpoint, before: from?.size ?? 0, step });
};

export const cosigner = (parts: CosignerParts): Cosigner => {
  const { journal, signer, now } = parts;
  const sign = async (note: string): Promise<string> => {
    const parsed = parseNote(note);
    const text = must(parsed.ok ? parsed.value.text : null, 'the note was judged');
    const timeSeconds = Math.floor(now().getTime() / 1000);
    const signature = await signer.sign(cosignatureMessage(timeSeconds, text));
    return cosignatureLine(signer.name, signer.publicKey, { timeSeconds, signature });
  };
  return {
    add: async (request) => {
      for (;;) {
        const judged = judge(parts, request);
        if (!judged.ok) return judged;
        const { step, ...rest } = judged.value;
        // Written down for good before it is signed: a crash in between costs a signature, never the memory of one.
        if (step === null) journal.settle();
        else if (!journal.advance(step)) continue;
        return ok({ ...rest, line: await sign(request.note) });
      }
    },
  };
};
