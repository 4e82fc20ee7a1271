import type { WitnessCalls } from '../ports.ts';

/** A witness that is slower is asked again with the next run. */
const TIMEOUT_MS = 3000;
/** A few lines are all that it may answer. */
const MAX_ANSWER_BYTES = 16 * 1024;

const bodyOf = async (response: Response): Promise<string> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > MAX_ANSWER_BYTES) throw new Error(`It answers with more than ${MAX_ANSWER_BYTES} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

const whyOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return `No answer within ${TIMEOUT_MS / 1000} seconds.`;
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
};

/** Asks witnesses over the web, and follows them nowhere else. */
export const httpWitnesses = (): WitnessCalls => ({
  addCheckpoint: async (url, body) => {
    try {
      const response = await fetch(`${url}/add-checkpoint`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answer = await bodyOf(response);
      return {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        body: answer,
      };
    } catch (cause) {
      throw new Error(whyOf(cause), { cause });
    }
  },
});
