import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TokenRequest } from '#functions/local/token-issuer.ts';
import type { Message, UploadOffer } from '#functions/ports.ts';
import type { PlatformAccount } from '#shared/advertisements/platform-account.ts';
import type { SubmissionItem } from '#shared/advertisements/submission.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { multipart } from './multipart.ts';
import { anApplication } from './platform-night.ts';
import { overHttp, publishedKey } from './public-index.ts';
import type { PortalProcess } from './running-portal.ts';

export interface LocalFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file as it is announced. */
export const announcedAs = ({ name, bytes }: LocalFile) => ({
  name,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

const CHIEF: TokenRequest = { role: 'chief_electoral_officer', account: 'chief-1' };

/** What a candidate's program does with a running portal, over HTTP and nothing else. */
export const platformOf = (portal: PortalProcess, election: string, account: string) => {
  const call = async (path: string, as: TokenRequest, body?: unknown, method = 'POST') => {
    const response = await fetch(`${portal.url}/api/elections/${election}${path}`, {
      method: body === undefined ? 'GET' : method,
      headers: { authorization: `Bearer ${portal.token(as)}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
    return { status: response.status, body: (await response.json()) as any };
  };
  const own = (path: string, body?: unknown) =>
    call(`/platform/${account}${path}`, { role: 'candidate', account }, body);
  const post = async ({ url, fields }: UploadOffer, { bytes }: LocalFile): Promise<number> => {
    const { body, contentType } = multipart([...Object.entries(fields), ['file', bytes]]);
    return (await fetch(url, { method: 'POST', body, headers: { 'content-type': contentType } })).status;
  };
  const send = async (id: string, items: readonly SubmissionItem[], files: readonly LocalFile[]) => {
    const opened = await own('/submissions', { id, items });
    if (opened.status >= 300) throw new Error(JSON.stringify(opened.body));
    for (const { name, upload } of opened.body.files) {
      const file = files.find((one) => one.name === name);
      if (file && upload) await post(upload, file);
    }
    return opened;
  };
  return {
    call,
    own,
    post,
    send,
    define: (definition: ElectionDefinition) => call('/definition', CHIEF, definition, 'PUT'),
    openAccount: (changes: Partial<PlatformAccount> = {}) =>
      call(`/platform/${account}`, CHIEF, anApplication({ id: account, ...changes }), 'PUT'),
    remove: (chief: string, body: object) =>
      call(`/platform/${account}/removals`, { role: 'chief_electoral_officer', account: chief }, body),
    submit: async (id: string, items: readonly SubmissionItem[], files: readonly LocalFile[]) => {
      await send(id, items, files);
      return own('/commits', { submission: id });
    },
    read: async () => (await own('')).body,
    /** The register as everybody reads it, through the pointer. */
    register: async () => {
      const read = overHttp(portal.url);
      return JSON.parse(await read(await publishedKey(read, election, 'advertisements.json')));
    },
    outbox: async (): Promise<readonly Message[]> => {
      const folder = join(portal.dataFolder, 'outbox');
      const names = await readdir(folder).catch(() => []);
      const texts = names
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFile(join(folder, name), 'utf8'));
      return (await Promise.all(texts)).map((text) => JSON.parse(text));
    },
  };
};
