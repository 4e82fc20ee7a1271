import { decodeBase64, encodeBase64 } from '../ledger/base64.ts';
import { formatCheckpoint } from '../ledger/checkpoint.ts';
import { verifyCosignaturesWith } from '../ledger/cosignature.ts';
import { treeRoot } from '../ledger/merkle.ts';
import { formatNote, type VerifySignature } from '../ledger/signed-note.ts';
import { parseVerifierKey } from '../ledger/verifier-key.ts';
import { dataPaths } from '../publication/paths.ts';
import { readWitnessFacts, type WitnessFact } from '../publication/witness-facts.ts';
import type { Finding } from './finding.ts';
import type { FoundLedger } from './seen-ledgers.ts';

/** What is told of witnesses, held against the ledger; it does not follow from the ledger, but must fit it. */
export interface WitnessesChecked {
  readonly findings: readonly Finding[];
  /** Sentences for whoever asked. */
  readonly notes: readonly string[];
}

const NOTHING: WitnessesChecked = { findings: [], notes: [] };

/** Whether the line of a fact is the cosignature of just this size, root and time, in the ledger of this name. */
const holdsCosignature = async (
  { vkey, cosigned }: WitnessFact,
  origin: string,
  verify: VerifySignature,
): Promise<boolean> => {
  if (cosigned === null) return true;
  const key = parseVerifierKey(vkey);
  const root = decodeBase64(cosigned.root);
  if (!key.ok || root?.length !== 32 || !cosigned.line.endsWith('\n')) return false;
  const note = formatNote(formatCheckpoint({ origin, size: cosigned.size, root }), [cosigned.line]);
  const seen = await verifyCosignaturesWith(verify, note, [key.value]);
  const [cosignature] = seen.ok ? seen.value.cosignatures : [];
  return cosignature !== undefined && Date.parse(cosigned.at) === cosignature.timeSeconds * 1000;
};

const checkOne = async (
  fact: WitnessFact,
  found: FoundLedger,
  verify: VerifySignature,
): Promise<readonly Finding[]> => {
  const path = dataPaths.witnesses(found.election);
  const { name, cosigned } = fact;
  if (!(await holdsCosignature(fact, found.name, verify))) {
    return [{ kind: 'signature', path, message: `tells of a cosignature that ${name} did not make` }];
  }
  if (cosigned === null) return [];
  const { size, root } = cosigned;
  const extent = { of: 'cosigned', now: found.size, before: size } as const;
  if (size > found.size) {
    const message = `tells that ${name} cosigned ${size} entries, but the signed checkpoint has ${found.size}: the ledger was rolled back`;
    return [{ kind: 'rolled-back', path, message, extent }];
  }
  const beginning =
    size === found.size ? found.root : found.leafHashes && treeRoot(found.leafHashes.slice(0, size));
  if (beginning === null || encodeBase64(beginning) === root) return [];
  const message = `tells that ${name} cosigned ${size} entries with root ${root}, but the first ${size} of the ledger have root ${encodeBase64(beginning)}`;
  return [{ kind: 'fork', path, message, extent }];
};

/** Cosignatures below the checkpoint itself, by witnesses that are told of; lines of others are passed over. */
const checkLines = async (
  facts: readonly WitnessFact[],
  { election, note }: FoundLedger,
  verify: VerifySignature,
): Promise<readonly Finding[]> => {
  const keys = facts.flatMap(({ vkey }) => {
    const key = parseVerifierKey(vkey);
    return key.ok ? [key.value] : [];
  });
  const seen = await verifyCosignaturesWith(verify, note, keys);
  if (seen.ok || seen.problem.kind === 'signature-missing') return [];
  return [
    {
      kind: 'signature',
      path: dataPaths.checkpoint(election),
      message: `cannot be believed: ${seen.problem.message}`,
    },
  ];
};

const noteOf = ({ name, cosigned }: WitnessFact): string =>
  cosigned === null
    ? `The witness ${name} has not cosigned the ledger yet.`
    : `The witness ${name} cosigned ${cosigned.size} entries at ${cosigned.at}.`;

/** `bytes` is `null` where nothing is told of witnesses. It must have been read before the checkpoint was. */
export const checkWitnesses = async (
  bytes: Uint8Array | null,
  found: FoundLedger,
  verify: VerifySignature,
): Promise<WitnessesChecked> => {
  if (bytes === null) return NOTHING;
  const path = dataPaths.witnesses(found.election);
  const facts = readWitnessFacts(bytes);
  if (facts === null || facts.election !== found.election) {
    const message = `does not tell who cosigned the ledger of ${found.election}`;
    return { findings: [{ kind: 'differs', path, message }], notes: [] };
  }
  const each = await Promise.all(facts.witnesses.map((fact) => checkOne(fact, found, verify)));
  const findings = [...each.flat(), ...(await checkLines(facts.witnesses, found, verify))];
  return { findings, notes: findings.length > 0 ? [] : facts.witnesses.map(noteOf) };
};
