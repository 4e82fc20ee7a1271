import { constants, inflateSync } from 'node:zlib';

/** Bytes that are unpacked in memory at once, at most. */
export const MAX_UNPACKED = 8_000_000;

/** What unpacks to more than 250 times its size is no page, font or text of anybody. */
const BEGINNING = MAX_UNPACKED / 250;

/** Unpacked; `bomb` when it is made to blow up, `unknown` when it is damaged or merely large. */
export type Inflated = Uint8Array | 'bomb' | 'unknown';

const overflows = (cause: unknown): boolean =>
  (cause as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE';

const blowsUp = (packed: Uint8Array): boolean => {
  try {
    inflateSync(packed.subarray(0, BEGINNING), {
      maxOutputLength: MAX_UNPACKED,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    return false;
  } catch (cause) {
    return overflows(cause);
  }
};

export const inflateWithin = (packed: Uint8Array): Inflated => {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_UNPACKED });
  } catch (cause) {
    return overflows(cause) && blowsUp(packed) ? 'bomb' : 'unknown';
  }
};
