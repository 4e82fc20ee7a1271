import * as z from 'zod/mini';
import { isDay } from '../calendar/day.ts';
import { AddressId } from '../election/identifiers.ts';
import { Reason } from '../election/text.ts';
import { Advertisement, CorrectedParticulars, UploadedFile } from './particulars.ts';
import { AdvertisementId, ConsentId } from './reference.ts';

/** A new advertisement, or one whose content changed: then it is another one [2016 ¶8.52]. */
const Filed = z.strictObject({ kind: z.literal('advertisement'), advertisement: Advertisement });

/**
 * Sets particulars right, beside the original. A new copy may come with it for one reason only: the number or letter that
 * was allotted meanwhile was added [2016 ¶8.52, App.5 ¶5].
 */
const Correction = z.strictObject({
  kind: z.literal('correction'),
  of: AdvertisementId,
  particulars: CorrectedParticulars,
  numberAdded: z.optional(z.array(UploadedFile).check(z.minLength(1), z.maxLength(50))),
  /** Permissions and consents that belong to it and were not filed with it. */
  permissions: z.optional(z.array(UploadedFile).check(z.minLength(1), z.maxLength(50))),
  reason: z.optional(Reason),
});

/** Somebody takes a consent back: the notice of it is filed, and the support no longer shown [2016 ¶17.14, ¶18.6]. */
const Revocation = z.strictObject({
  kind: z.literal('revocation'),
  consent: ConsentId,
  revokedOn: z.string().check(z.refine(isDay, { error: 'not-a-day' })),
  notice: UploadedFile,
});

/** The printing details that an advertisement lacks by oversight, declared within 7 days [2016 ¶8.60]. */
const PrintingDeclaration = z.strictObject({
  kind: z.literal('printing-declaration'),
  of: AdvertisementId,
  declaration: UploadedFile,
});

/** Another copy in the place of a file that was refused or held: the same advertisement, whole at last. */
const Replacement = z.strictObject({
  kind: z.literal('replacement'),
  of: AdvertisementId,
  /** The file it takes the place of. */
  refused: UploadedFile.shape.sha256,
  file: UploadedFile,
});

export const SubmissionItem = z.discriminatedUnion('kind', [
  Filed,
  Correction,
  Revocation,
  PrintingDeclaration,
  Replacement,
]);
export type SubmissionItem = z.infer<typeof SubmissionItem>;

/** Any number of advertisements and documents, taken as one or not at all [2016 App.5 ¶5]. */
export const Submission = z.strictObject({
  /** Made by whoever sends it, so that sending it twice is one. */
  id: AddressId,
  items: z.array(SubmissionItem).check(z.minLength(1), z.maxLength(50)),
});
export type Submission = z.infer<typeof Submission>;

const filesOfItem = (item: SubmissionItem): readonly UploadedFile[] => {
  switch (item.kind) {
    case 'advertisement': {
      const { files, permissions = [], consents = [] } = item.advertisement;
      return [...files, ...permissions, ...consents.map(({ file }) => file)];
    }
    case 'correction':
      return [...(item.numberAdded ?? []), ...(item.permissions ?? [])];
    case 'revocation':
      return [item.notice];
    case 'printing-declaration':
      return [item.declaration];
    case 'replacement':
      return [item.file];
  }
};

/** Which items of a submission are advertisements, from 1. */
export const advertisementsIn = ({ items }: Pick<Submission, 'items'>): readonly number[] =>
  items.flatMap(({ kind }, index) => (kind === 'advertisement' ? [index + 1] : []));

/** Every file of a submission, in its order; the same bytes under two names are two files. */
export const filesOf = ({ items }: Pick<Submission, 'items'>): readonly UploadedFile[] =>
  items.flatMap(filesOfItem);
