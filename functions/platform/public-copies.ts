import { CONTENT_TYPES, type Format } from '#shared/advertisements/file-rules.ts';
import { filePath } from '#shared/recount/register-results.ts';
import type { PublicUploads, Vault } from '../ports.ts';

/** A file that was received, by the submission that brought it. */
export interface ReceivedFile {
  readonly election: string;
  readonly reference: string;
  readonly sha256: string;
  readonly name: string;
}

/** The key of a public copy is its address without `/files/`. */
export const copyKey = (file: ReceivedFile): string =>
  decodeURIComponent(filePath(file.election, file).slice('/files/'.length));

/** A picture of the file beside it. */
const previewKey = ({ election, reference, sha256 }: ReceivedFile): string =>
  `${election}/${reference}/${sha256}/preview.png`;

const vaultKey = ({ election, reference, sha256 }: ReceivedFile): string =>
  `${election}/${reference}/${sha256}`;

export interface CopyPorts {
  readonly vault: Vault;
  readonly uploads: PublicUploads;
}

/** Keeps the exact bytes that were received. */
export const keepBytes = async (
  { vault }: CopyPorts,
  file: ReceivedFile,
  bytes: Uint8Array,
): Promise<void> => {
  await vault.putIfAbsent(vaultKey(file), {
    bytes,
    contentType: 'application/octet-stream',
    cacheControl: 'no-store',
  });
};

export const keptBytes = async ({ vault }: CopyPorts, file: ReceivedFile): Promise<Uint8Array | null> =>
  (await vault.get(vaultKey(file)))?.bytes ?? null;

/** Lets everybody have a copy of what was found to be fit for it, and a picture of it. */
export const publishCopy = async (
  { uploads }: CopyPorts,
  file: ReceivedFile,
  copy: { readonly bytes: Uint8Array; readonly format: Format | null; readonly preview: Uint8Array | null },
): Promise<void> => {
  const { bytes, format, preview } = copy;
  const contentType = format === null ? 'application/octet-stream' : CONTENT_TYPES[format];
  if (preview) {
    const picture = { bytes: preview, contentType: 'image/png', downloadName: 'preview.png' };
    await uploads.putIfAbsent(previewKey(file), picture);
  }
  await uploads.putIfAbsent(copyKey(file), { bytes, contentType, downloadName: file.name });
};

/** Nobody can have it any more; again is harmless. */
export const withdrawCopy = async ({ uploads }: CopyPorts, file: ReceivedFile): Promise<void> => {
  await uploads.remove(copyKey(file));
  await uploads.remove(previewKey(file));
};
