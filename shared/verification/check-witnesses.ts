import { encodeBase64 } from '../ledger/base64.ts';
import { verifyCosignatures } from '../ledger/cosignature.ts';
import { treeRoot } from '../ledger/merkle.ts';
import { parseVerifierKey } from '../ledger/verifier-key.ts';
import { dataPaths } from '../publication/paths.ts';
import { holdsCosignature, readWitnessFacts, type WitnessFact } from '../publication/witness-facts.ts';
import type { Finding } from './finding.ts';
import type { FoundLedger } from './seen-ledgers.ts';

/** What is told of witnesses, held against the ledger; it does not follow from the ledger, but must fit it. */
export interface WitnessesChecked {
  readonly findings: readonly Finding[];
  /** Sentences for whoever asked. */
  readonly notes: readonly string[];
}

const NOTHING: WitnessesChecked = { findings: [], notes: [] };

const checkOne = (fact: WitnessFact, found: FoundLedger): readonly Finding[] => {
  const path = dataPaths.witnesses(found.election);
  const { name, cosigned } = fact;
  if (!holdsCosignature(fact, found.name)) {
    return [{ kind: 'signature', path, message: `tells of a cosignature that ${name} did not make` }];
  }
  if (cosigned === null) return [];
  const { size, root } = cosigned;
  if (size > found.size) {
    const message = `tells that ${name} cosigned ${size} entries, but the signed checkpoint has ${found.size}: the ledger was rolled back`;
    return [{ kind: 'rolled-back', path, message }];
  }
  const beginning =
    size === found.size ? found.root : found.leafHashes && treeRoot(found.leafHashes.slice(0, size));
  if (beginning === null || encodeBase64(beginning) === root) return [];
  const message = `tells that ${name} cosigned ${size} entries with root ${root}, but the first ${size} of the ledger have root ${encodeBase64(beginning)}`;
  return [{ kind: 'fork', path, message }];
};

/** Cosignatures below the checkpoint itself, by witnesses that are told of; lines of others are passed over. */
const checkLines = (facts: readonly WitnessFact[], { election, note }: FoundLedger): readonly Finding[] => {
  const keys = facts.flatMap(({ vkey }) => {
    const key = parseVerifierKey(vkey);
    return key.ok ? [key.value] : [];
  });
  const seen = verifyCosignatures(note, keys);
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
export const checkWitnesses = (bytes: Uint8Array | null, found: FoundLedger): WitnessesChecked => {
  if (bytes === null) return NOTHING;
  const path = dataPaths.witnesses(found.election);
  const facts = readWitnessFacts(bytes);
  if (facts === null || facts.election !== found.election) {
    const message = `does not tell who cosigned the ledger of ${found.election}`;
    return { findings: [{ kind: 'differs', path, message }], notes: [] };
  }
  const findings = [
    ...facts.witnesses.flatMap((fact) => checkOne(fact, found)),
    ...checkLines(facts.witnesses, found),
  ];
  return { findings, notes: findings.length > 0 ? [] : facts.witnesses.map(noteOf) };
};
