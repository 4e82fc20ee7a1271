import { ok, type Result, refuse } from '../result.ts';
import { shown } from './ledger-problem.ts';
import { cosignatureType, parseVerifierKey, type VerifierKey } from './verifier-key.ts';

/** Somebody outside who may be asked for cosignatures. */
export interface NamedWitness {
  /** `add-checkpoint` lies below it; without a slash at the end. */
  readonly url: string;
  readonly vkey: string;
  readonly key: VerifierKey;
}

const unusable = (text: string, why: string) =>
  refuse(
    `${shown(text)} does not name a witness: ${why}. One looks like https://witness.example+witness.example+0123abcd+Base64.`,
  );

/** Reads `URL+VKEY`, as an operator writes it down; the problem is a sentence. */
export const parseNamedWitness = (text: string): Result<NamedWitness, string> => {
  const [, url = '', vkey = ''] = /^(https?:\/\/\S+?)\/*\+([^+\s]+\+[0-9a-f]{8}\+\S+)$/.exec(text) ?? [];
  if (!URL.canParse(url)) return unusable(text, 'it is no address and verifier key with a plus sign between');
  const key = parseVerifierKey(vkey);
  if (!key.ok) return unusable(text, key.problem.message.replace(/\.$/, ''));
  return key.value.type === cosignatureType
    ? ok({ url, vkey, key: key.value })
    : unusable(
        text,
        `its key is of type ${key.value.type}, and cosignatures are made with type ${cosignatureType}`,
      );
};

/** Reads several, parted by white space; each but once. */
export const parseNamedWitnesses = (text: string): Result<readonly NamedWitness[], string> => {
  const witnesses = new Map<string, NamedWitness>();
  for (const one of text.split(/\s+/).filter((word) => word !== '')) {
    const parsed = parseNamedWitness(one);
    if (!parsed.ok) return parsed;
    witnesses.set(parsed.value.vkey, parsed.value);
  }
  return ok([...witnesses.values()]);
};
