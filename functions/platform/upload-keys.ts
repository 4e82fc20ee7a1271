import { randomUUID } from 'node:crypto';
import { extensionOf } from '#shared/advertisements/file-rules.ts';
import type { UploadedFile } from '#shared/advertisements/particulars.ts';
import { filesOf, type Submission } from '#shared/advertisements/submission.ts';
import type { KnownAccount } from './known-account.ts';
import { type Kept, ofType } from './platform-records.ts';

/** A random name of our own, which says nothing but the ending that the file claims. */
const newKey = ({ name }: UploadedFile): string => `${randomUUID()}/${extensionOf(name)}`;

const sameness = ({ sha256, bytes, name }: UploadedFile): string => `${sha256} ${bytes} ${extensionOf(name)}`;

const committedKeys = ({ acceptances }: KnownAccount): ReadonlySet<string> =>
  new Set(acceptances.flatMap(({ keys }) => keys ?? []));

/** Whether files of this announcement were received with another submission: it was changed, and that one took its place. */
export const isSuperseded = (
  known: KnownAccount,
  { submission, keys }: Pick<Kept<'opening'>, 'submission' | 'keys'>,
): boolean => {
  const received = committedKeys(known);
  const isOwn = known.acceptances.some((one) => one.submission === submission.id);
  return !isOwn && keys.some((key) => received.has(key));
};

/** Announcements that nothing has come of, the newest last; of those that share a file only the newest. */
export const openOnes = (known: KnownAccount): readonly Kept<'opening'>[] => {
  const committed = new Set(known.acceptances.map(({ submission }) => submission));
  const waiting = ofType(known.records, 'opening')
    .filter((one) => !committed.has(one.submission.id) && !isSuperseded(known, one))
    .toSorted((a, b) => Date.parse(a.acceptedAt) - Date.parse(b.acceptedAt));
  return waiting.filter(
    ({ keys }, index) =>
      !waiting.slice(index + 1).some((later) => later.keys.some((key) => keys.includes(key))),
  );
};

/**
 * Where the files of a submission go. The same bytes of an announcement that was changed before it was received keep their place: what has
 * arrived need not be sent again. Every file has a place of its own, also where two are the same.
 */
export const keysFor = (known: KnownAccount, submission: Pick<Submission, 'items'>): readonly string[] => {
  const places = openOnes(known).flatMap((opening) =>
    filesOf(opening.submission).map((file, index) => ({
      same: sameness(file),
      key: opening.keys[index] ?? '',
    })),
  );
  const taken = new Set<string>();
  return filesOf(submission).map((file) => {
    const place = places.find(({ same, key }) => same === sameness(file) && !taken.has(key));
    const key = place?.key ?? newKey(file);
    taken.add(key);
    return key;
  });
};

/** From when on all particulars of a submission were here: null where it took over no file, so that they came before the first byte. */
export const announcedAgainAt = (
  known: KnownAccount,
  { submission, keys, acceptedAt }: Kept<'opening'>,
): string | null => {
  const tookOver = ofType(known.records, 'opening').some(
    (other) => other.submission.id !== submission.id && other.keys.some((key) => keys.includes(key)),
  );
  return tookOver ? acceptedAt : null;
};
