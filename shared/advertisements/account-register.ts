import type { FilePreview, Filing, FilingOf } from './filing.ts';
import type { FileInspection } from './inspection.ts';
import type { Advertisement, Consent, CorrectedParticulars, UploadedFile } from './particulars.ts';
import { advertisementId, consentId } from './reference.ts';
import { filesOf, type SubmissionItem } from './submission.ts';

/** A filing, with its place in the ledger where it is read from there. */
export type Placed<K extends Filing['kind'] = Filing['kind']> = FilingOf<K> & {
  readonly acceptedAt: string;
  readonly entry: number | null;
};

/** Where an item of a submission came from. */
interface Source {
  /** The submission's number among those of its account. */
  readonly number: number;
  readonly receivedAt: string;
  readonly entry: number | null;
}

/** A file of a submission and what inspection found; no inspection yet is `null`. */
export interface FiledFile extends UploadedFile {
  readonly number: number;
  inspection: FileInspection | null;
  /** When that was, and where it stands in the ledger. */
  inspected: Pick<Placed, 'acceptedAt' | 'entry'> | null;
  preview: FilePreview | null;
  /** The candidate has said that what looked like an identity-card number may be seen. */
  confirmed: boolean;
  /** The file that was sent in the place of this one. */
  replacedBy: string | null;
}

export interface FiledCorrection extends Source {
  readonly particulars: CorrectedParticulars;
  readonly numberAdded: FiledFile[];
  readonly permissions: FiledFile[];
  readonly reason: string | null;
}

export interface FiledConsent extends Source {
  readonly id: string;
  readonly of: string;
  /** The paper as it stands: another copy takes the place of one that was refused or held. */
  file: FiledFile;
  readonly capacity: Consent['capacity'] | null;
  revocation: (Source & { readonly revokedOn: string; notice: FiledFile }) | null;
}

export interface FiledAdvertisement extends Source {
  readonly id: string;
  readonly advertisement: Advertisement;
  readonly files: FiledFile[];
  readonly permissions: FiledFile[];
  readonly consents: readonly FiledConsent[];
  readonly corrections: FiledCorrection[];
  readonly declarations: (Source & { declaration: FiledFile })[];
  removal: Placed<'removal'> | null;
}

/** Everything that one account has filed, in the order it was received. */
export interface AccountRegister {
  readonly account: string;
  /** Null until the ledger names whose it is. */
  facts: Placed<'account'> | null;
  readonly submissions: Map<
    number,
    { readonly filing: Placed<'submission'>; readonly files: readonly FiledFile[] }
  >;
  readonly advertisements: Map<string, FiledAdvertisement>;
  readonly consents: Map<string, FiledConsent>;
  readonly addresses: Placed<'platform-address'>[];
}

export const startRegister = (account: string): AccountRegister => ({
  account,
  facts: null,
  submissions: new Map(),
  advertisements: new Map(),
  consents: new Map(),
  addresses: [],
});

/** The newest file of a name's place: what was sent instead of a refused one, else the file itself. */
export const isShown = ({ inspection, confirmed }: FiledFile): boolean =>
  inspection?.verdict === 'clean' || (inspection?.verdict === 'held' && confirmed);

/** Where a file stands: held back for its candidate, refused, or public; `waiting` until it was inspected. */
export const stateOfFile = (file: FiledFile): 'waiting' | 'public' | 'held' | 'refused' | 'replaced' => {
  if (file.inspection === null) return 'waiting';
  if (isShown(file)) return 'public';
  if (file.replacedBy !== null) return 'replaced';
  return file.inspection.verdict === 'held' ? 'held' : 'refused';
};

type Take = (file: UploadedFile) => FiledFile;

const addAdvertisement = (
  register: AccountRegister,
  { advertisement }: Extract<SubmissionItem, { kind: 'advertisement' }>,
  { source, id, take }: { readonly source: Source; readonly id: string; readonly take: Take },
): void => {
  const files = advertisement.files.map(take);
  const permissions = (advertisement.permissions ?? []).map(take);
  const consents = (advertisement.consents ?? []).map(
    ({ file, capacity }, index): FiledConsent => ({
      ...source,
      id: consentId(id, index + 1),
      of: id,
      file: take(file),
      capacity: capacity ?? null,
      revocation: null,
    }),
  );
  for (const consent of consents) register.consents.set(consent.id, consent);
  register.advertisements.set(id, {
    ...source,
    id,
    advertisement,
    files,
    permissions,
    consents,
    corrections: [],
    declarations: [],
    removal: null,
  });
};

/** Where a file of an advertisement stands, and how another one takes its place: beside it, or instead of it where there is one only. */
interface FilePlace {
  readonly file: FiledFile;
  readonly put: (other: FiledFile) => void;
}

const inList = (list: FiledFile[]): readonly FilePlace[] =>
  list.map((file) => ({ file, put: (other) => void list.splice(list.indexOf(file) + 1, 0, other) }));

const placesOf = (advertisement: FiledAdvertisement): readonly FilePlace[] => {
  const { files, permissions, consents, corrections, declarations } = advertisement;
  const lists = [files, permissions, ...corrections.flatMap((one) => [one.numberAdded, one.permissions])];
  return [
    ...lists.flatMap(inList),
    ...consents.flatMap((consent): readonly FilePlace[] => {
      const { file, revocation } = consent;
      const paper: FilePlace = {
        file,
        put: (other) => {
          consent.file = other;
        },
      };
      if (!revocation) return [paper];
      const notice: FilePlace = {
        file: revocation.notice,
        put: (other) => {
          revocation.notice = other;
        },
      };
      return [paper, notice];
    }),
    ...declarations.map(
      (one): FilePlace => ({
        file: one.declaration,
        put: (other) => {
          one.declaration = other;
        },
      }),
    ),
  ];
};

/** Every file of an advertisement and of what was filed about it later. */
export const filesAbout = (advertisement: FiledAdvertisement): readonly FiledFile[] =>
  placesOf(advertisement).map(({ file }) => file);

/** The file of an advertisement, or of what belongs to it, that another one can take the place of. */
export const replaceable = (advertisement: FiledAdvertisement, refused: string): FilePlace | undefined =>
  placesOf(advertisement).find(
    ({ file: { sha256, replacedBy } }) => sha256 === refused && replacedBy === null,
  );

const replaceFile = (
  register: AccountRegister,
  { of, refused, file }: Extract<SubmissionItem, { kind: 'replacement' }>,
  take: Take,
): void => {
  const advertisement = register.advertisements.get(of);
  const place = advertisement && replaceable(advertisement, refused);
  const other = take(file);
  if (!place) return;
  place.file.replacedBy = file.sha256;
  place.put(other);
};

const addItem = (
  register: AccountRegister,
  item: SubmissionItem,
  how: { readonly source: Source; readonly id: string; readonly take: Take },
): void => {
  const { source, take } = how;
  switch (item.kind) {
    case 'advertisement':
      return addAdvertisement(register, item, how);
    case 'correction':
      register.advertisements.get(item.of)?.corrections.push({
        ...source,
        particulars: item.particulars,
        numberAdded: (item.numberAdded ?? []).map(take),
        permissions: (item.permissions ?? []).map(take),
        reason: item.reason ?? null,
      });
      return;
    case 'revocation': {
      const consent = register.consents.get(item.consent);
      if (consent) consent.revocation ??= { ...source, revokedOn: item.revokedOn, notice: take(item.notice) };
      return;
    }
    case 'printing-declaration':
      register.advertisements
        .get(item.of)
        ?.declarations.push({ ...source, declaration: take(item.declaration) });
      return;
    case 'replacement':
      return replaceFile(register, item, take);
  }
};

const NOT_INSPECTED = {
  inspection: null,
  inspected: null,
  preview: null,
  confirmed: false,
  replacedBy: null,
} as const;

const addSubmission = (register: AccountRegister, filing: Placed<'submission'>): void => {
  const { number, receivedAt, entry } = filing;
  if (register.submissions.has(number)) return;
  const files = filesOf(filing.content).map(
    (file): FiledFile => ({
      ...file,
      number,
      ...NOT_INSPECTED,
    }),
  );
  register.submissions.set(number, { filing, files });
  let next = 0;
  // Items name their files in the order in which `filesOf` lists them.
  const take: Take = (file) => files[next++] ?? { ...file, number, ...NOT_INSPECTED };
  for (const [index, item] of filing.content.items.entries()) {
    const id = advertisementId({ account: register.account, number }, index + 1);
    addItem(register, item, { source: { number, receivedAt, entry }, id, take });
  }
};

const addInspection = (
  register: AccountRegister,
  { number, content, acceptedAt, entry }: Placed<'inspection'>,
): void => {
  const found = new Map(content.files.map((file, index) => [file.sha256, index]));
  for (const file of register.submissions.get(number)?.files ?? []) {
    const index = found.get(file.sha256);
    if (file.inspection !== null || index === undefined) continue;
    file.inspection = content.files[index] ?? null;
    file.inspected = { acceptedAt, entry };
    file.preview = content.previews[index] ?? null;
  }
};

/** Adds the next filing of an account; whatever it says, nothing that was filed before is lost. */
export const addFiling = (register: AccountRegister, filing: Placed): void => {
  switch (filing.kind) {
    case 'account':
      if (filing.revision > (register.facts?.revision ?? 0)) register.facts = filing;
      return;
    case 'submission':
      return addSubmission(register, filing);
    case 'inspection':
      return addInspection(register, filing);
    case 'confirmation':
      for (const file of register.submissions.get(filing.number)?.files ?? []) {
        if (file.sha256 === filing.sha256) file.confirmed = true;
      }
      return;
    case 'removal': {
      const advertisement = register.advertisements.get(filing.of);
      if (advertisement) advertisement.removal ??= filing;
      return;
    }
    case 'platform-address':
      register.addresses.push(filing);
      return;
    case 'inspection-ended':
    case 'storm-day':
    case 'outage':
      // Of the whole platform, and of no account.
      return;
  }
};
