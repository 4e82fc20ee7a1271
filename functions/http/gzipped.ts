import { gzipSync } from 'node:zlib';
import type { Pack } from './reply.ts';

/** Below this, compressing costs more than it saves; API Gateway compresses nothing itself. */
const MIN_COMPRESSED_BYTES = 2000;

/** A long answer, compressed where the caller can read that. */
export const gzipped: Pack = (text, wanted) => {
  if (text.length < MIN_COMPRESSED_BYTES || !/\bgzip\b/.test(wanted['accept-encoding'] ?? '')) {
    return { headers: { vary: 'accept-encoding' }, body: text };
  }
  return {
    headers: { vary: 'accept-encoding', 'content-encoding': 'gzip' },
    body: gzipSync(text).toString('base64'),
    isBase64Encoded: true,
  };
};
