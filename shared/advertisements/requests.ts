import * as z from 'zod/mini';
import { AddressId, Sha256 } from '../election/identifiers.ts';
import { WebAddress } from './particulars.ts';

/** All files of a submission are here: it is to be received. */
export const Commit = z.strictObject({ submission: AddressId });

/** A file that was held for its candidate: what looked like an identity-card number may be seen [2016 App.5 ¶19]. */
export const HeldConfirmation = z.strictObject({
  /** The submission's number among those of the account. */
  number: z.int().check(z.gte(1), z.lte(999_999)),
  sha256: Sha256,
});

/** The n-th address of the candidate's own platform [2016 ¶8.50(b)]. */
export const PlatformAddress = z.strictObject({
  number: z.int().check(z.gte(1), z.lte(99)),
  address: WebAddress,
});
