import { setTimeout as pauseFor } from 'node:timers/promises';
import { ed25519Verify } from '#shared/ledger/ed25519.ts';
import type { VerifySettings } from '#shared/verification/open-ledger.ts';
import { wholeRules } from '#shared/verification/whole-rules.ts';

/** What verifying needs of the program it runs in: how it waits, what verifies signatures, and every rule there is. */
export const verifyHere: Pick<VerifySettings, 'pause' | 'isCopy' | 'verifySignature' | 'loadRules'> = {
  pause: (milliseconds) => pauseFor(milliseconds),
  isCopy: false,
  verifySignature: ed25519Verify,
  loadRules: () => wholeRules,
};
