import type { Notice } from '#shared/election/notice.ts';

type Attachment = NonNullable<Notice['attachment']>;

export const ATTACHED_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
/** A file is hashed in memory: larger ones would stop a phone. */
export const MOST_BYTES = 200_000_000;

const isType = (type: unknown): type is Attachment['type'] => ATTACHED_TYPES.some((known) => known === type);

/** What the form keeps of a chosen file, never the file. */
export const keptAttachment = (attachment: Attachment): string => JSON.stringify(attachment);

export const readAttachment = (kept: string | undefined): Attachment | null => {
  if (kept === undefined || kept === '') return null;
  try {
    const read: unknown = JSON.parse(kept);
    if (typeof read !== 'object' || read === null) return null;
    const { name, sha256, bytes, type } = { name: 0, sha256: 0, bytes: '', type: '', ...read };
    return typeof name === 'string' && typeof sha256 === 'string' && typeof bytes === 'number' && isType(type)
      ? { name, sha256, bytes, type }
      : null;
  } catch {
    return null;
  }
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

const named = (name: string): string =>
  name.replace(CONTROL, '').toWellFormed().trim().slice(-200).toWellFormed() || 'file';

/** The name, size, type and hash of a file: all that is ever sent of it. Null for a file that no notice can carry. */
export const attachmentOf = async (
  file: Pick<File, 'name' | 'type' | 'size' | 'arrayBuffer'>,
): Promise<Attachment | null> => {
  const { name, type, size } = file;
  if (!isType(type) || size < 1 || size > MOST_BYTES) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: named(name), sha256, bytes: size, type };
};
