/** Which witnesses cosigned what of a ledger: the one thing that is published and does not follow from the ledger itself. */
import * as z from 'zod/mini';
import { AddressId, Instant } from '../election/identifiers.ts';

const CosignedHead = z.strictObject({
  size: z.int().check(z.gte(0)),
  /** Base64. */
  root: z.string(),
  /** When, by the witness's clock; it is part of what is signed. */
  at: Instant,
  /** The line that stood below the checkpoint of this size and root. */
  line: z.string(),
});
export type CosignedHead = z.infer<typeof CosignedHead>;

const WitnessFact = z.strictObject({
  name: z.string(),
  vkey: z.string(),
  /** The largest checkpoint that it cosigned; `null` for none yet. */
  cosigned: z.nullable(CosignedHead),
});
export type WitnessFact = z.infer<typeof WitnessFact>;

/** `log/witnesses.json`. */
export const WitnessFacts = z.strictObject({
  election: AddressId,
  test: z.boolean(),
  witnesses: z.array(WitnessFact),
});
export type WitnessFacts = z.infer<typeof WitnessFacts>;

/** The facts in a published file, or `null` where the bytes are none. */
export const readWitnessFacts = (bytes: Uint8Array): WitnessFacts | null => {
  try {
    const parsed = z.safeParse(WitnessFacts, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};
