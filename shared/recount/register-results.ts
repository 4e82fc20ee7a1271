import type { FiledAdvertisement, FiledConsent, FiledFile } from '../advertisements/account-register.ts';
import { stateOfFile } from '../advertisements/account-register.ts';
import { missingPrintingDetails, type PRINTING_DETAILS } from '../advertisements/check-submission.ts';
import type { FilePreview } from '../advertisements/filing.ts';
import type { FileInspection } from '../advertisements/inspection.ts';
import type { Advertisement, CorrectedParticulars } from '../advertisements/particulars.ts';
import { calendarOf } from '../advertisements/platform-calendar.ts';
import type { Outage, PlatformDays, StormDay } from '../advertisements/platform-days.ts';
import { advertisementId, referenceOf } from '../advertisements/reference.ts';
import type { Removal } from '../advertisements/removal.ts';
import type { Day } from '../calendar/day.ts';
import {
  type Deadline,
  deadlineOf,
  firstDayAfter,
  type InspectionPeriod,
  lastDayInTime,
} from '../calendar/deadlines.ts';
import type { HolidayCalendar, WeatherDay } from '../calendar/holidays.ts';
import { hongKongDayOf, isInTime, startOfDay } from '../calendar/hong-kong-time.ts';
import { type ElectionDefinition, placesOf } from '../election/definition.ts';
import type { Text } from '../election/text.ts';
import type { AccountFold, ElectionFold } from './election-fold.ts';
import { inspectionOf, tellsLastEvent } from './last-events.ts';
import type { NamedPlace } from './notice-results.ts';
import { latestOf, type Stamp } from './stamp.ts';

/** What the public can do with a file: fetch it, or learn why it cannot. */
export type FileState = ReturnType<typeof stateOfFile> | 'removed';

/** A file of an advertisement or a document that belongs to it. */
export interface FileResult {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly reference: string;
  readonly state: FileState;
  /** Where it can be fetched, on the portal's own origin; null where it cannot. */
  readonly path: string | null;
  /** What inspection found; null as long as it waits. */
  readonly inspection: FileInspection | null;
  /** When it was inspected, and by which entry of the ledger that is told. */
  readonly inspectedAt: string | null;
  readonly inspectionEntry: number | null;
  /** What can be seen of it without opening it; null where it is not public or nothing could be made of it. */
  readonly preview: FilePreview | null;
  /** SHA-256 of the file that was sent instead. */
  readonly replacedBy: string | null;
}

export interface ReceivedResult {
  readonly reference: string;
  readonly receivedAt: string;
  /** The ledger entry of its submission. */
  readonly entry: number | null;
}

export interface ConsentResult extends ReceivedResult {
  readonly id: string;
  readonly of: string;
  readonly file: FileResult;
  readonly capacity: FiledConsent['capacity'];
  readonly revoked: (ReceivedResult & { readonly revokedOn: string; readonly notice: FileResult }) | null;
}

export interface CorrectionResult extends ReceivedResult {
  readonly particulars: CorrectedParticulars;
  readonly numberAdded: readonly FileResult[];
  readonly permissions: readonly FileResult[];
  readonly reason: string | null;
}

/** A date with what it is computed from. */
export interface Due extends Pick<Deadline, 'due' | 'skipped' | 'holidaysKnown'> {
  /** Storms among the days passed over, with where they can be read. */
  readonly weather: readonly WeatherDay[];
}

/** One element of `advertisements.json`: the original as it was filed, and everything that was filed about it later. */
export interface AdvertisementResult
  extends ReceivedResult,
    Omit<Advertisement, 'files' | 'permissions' | 'consents' | 'links' | 'realTime' | 'jointWith'> {
  readonly id: string;
  readonly links: readonly string[];
  readonly realTime: boolean;
  readonly jointWith: NonNullable<Advertisement['jointWith']>;
  /** Copies were due by the end of this day [2016 ¶8.50]. */
  readonly due: Due;
  readonly inTime: boolean;
  /** Outages of the platform that may explain why it came late. */
  readonly outages: readonly Outage[];
  readonly files: readonly FileResult[];
  readonly permissions: readonly FileResult[];
  readonly consents: readonly ConsentResult[];
  readonly corrections: readonly CorrectionResult[];
  /** Printing details that it lacks [2016 ¶8.58]; declared by a declaration, if at all. */
  readonly missingDetails: readonly (typeof PRINTING_DETAILS)[number][];
  readonly declarations: readonly (ReceivedResult & {
    readonly declaration: FileResult;
    readonly inTime: boolean;
  })[];
  readonly removal: {
    readonly removedOn: string;
    readonly by: Removal['by'];
    readonly reason: string;
    readonly entry: number | null;
  } | null;
}

/** One account: whose it is, and its advertisements, the one published last first [D-5]. */
export interface AccountResult {
  readonly account: string;
  readonly name: Text;
  readonly constituency: NamedPlace | null;
  readonly contestant: { readonly id: string; readonly number: string } | null;
  /** The names on the list, in its order. */
  readonly candidates: readonly Text[];
  readonly advertisements: readonly AdvertisementResult[];
  readonly addresses: readonly {
    readonly address: string;
    readonly receivedAt: string;
    /** The first day on which an advertisement may be published there: three full working days lie before it [2016 ¶8.50(b), D-6]. */
    readonly usableFrom: Day;
    readonly entry: number | null;
  }[];
  readonly version: number;
  readonly asOf: string;
}

/** `advertisements.json`: every account, or, once inspection has ended, the hashes that stay [2016 ¶8.57]. */
export interface RegisterResult {
  readonly accounts: readonly AccountResult[];
  readonly endedOn: string | null;
  /** Until when the public may inspect it, and what that is computed from; null as long as a constituency is not settled. */
  readonly inspection: InspectionPeriod | null;
  /** When a notice last told the end of a constituency's election: pages that show the day follow it. */
  readonly settled: Stamp;
  readonly outages: readonly Outage[];
  readonly storms: readonly StormDay[];
  readonly hashes: readonly {
    readonly account: string;
    readonly reference: string;
    readonly receivedAt: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly entry: number;
  }[];
  /** Every account and advertisement that has, or had, a page. */
  readonly known: { readonly accounts: readonly string[]; readonly advertisements: readonly string[] };
  /** The version that opened the first account, and the register with it; null where there is none. */
  readonly since: number | null;
  readonly version: number;
  readonly asOf: string;
}

interface Telling {
  readonly definition: ElectionDefinition;
  readonly pollingDay: string;
  readonly account: string;
  readonly calendar: HolidayCalendar;
  readonly outages: readonly Outage[];
}

const reference = ({ pollingDay, account }: Telling, number: number): string =>
  referenceOf(pollingDay, { account, number });

const received = (
  telling: Telling,
  { number, receivedAt, entry }: { number: number; receivedAt: string; entry: number | null },
): ReceivedResult => ({ reference: reference(telling, number), receivedAt, entry });

/** A file's address says what it is: the submission that brought it, its bytes, its name. */
export const filePath = (
  election: string,
  file: { readonly reference: string; readonly sha256: string; readonly name: string },
): string => `/files/${election}/${file.reference}/${file.sha256}/${encodeURIComponent(file.name)}`;

const fileOf =
  (telling: Telling, isRemoved = false) =>
  (file: FiledFile): FileResult => {
    const { name, bytes, sha256, inspection, inspected, replacedBy } = file;
    const state = isRemoved ? 'removed' : stateOfFile(file);
    const named = { name, sha256, reference: reference(telling, file.number) };
    return {
      ...named,
      bytes,
      state,
      path: state === 'public' ? filePath(telling.definition.id, named) : null,
      inspection,
      inspectedAt: inspected?.acceptedAt ?? null,
      inspectionEntry: inspected?.entry ?? null,
      preview: state === 'public' ? file.preview : null,
      replacedBy,
    };
  };

const consentOf =
  (telling: Telling, isRemoved: boolean) =>
  (consent: FiledConsent): ConsentResult => ({
    ...received(telling, consent),
    id: consent.id,
    of: consent.of,
    file: fileOf(telling, isRemoved)(consent.file),
    capacity: consent.capacity,
    revoked: consent.revocation && {
      ...received(telling, consent.revocation),
      revokedOn: consent.revocation.revokedOn,
      notice: fileOf(telling)(consent.revocation.notice),
    },
  });

const due = (
  { calendar }: Telling,
  name: 'advertisement_copies' | 'printing_declaration',
  publishedOn: string,
): Due & { readonly lastDay: string } => {
  const deadline = deadlineOf(name, publishedOn, calendar);
  const { due: day, skipped, holidaysKnown } = deadline;
  const weather = skipped.flatMap((one) => calendar.weather.get(one.day) ?? []);
  return { due: day, skipped, holidaysKnown, weather, lastDay: lastDayInTime(deadline) };
};

/** Outages of the day on which copies were due, or of the time until they came: they may explain why those came late. */
const outagesOf = ({ outages }: Telling, dueDay: string, receivedAt: string): readonly Outage[] =>
  outages.filter(
    ({ from, to }) =>
      Date.parse(to) >= Date.parse(startOfDay(dueDay)) && Date.parse(from) <= Date.parse(receivedAt),
  );

/** An advertisement as it stands: corrected where it was, particular by particular. */
export const corrected = ({ advertisement, corrections }: FiledAdvertisement): Advertisement =>
  Object.assign({}, advertisement, ...corrections.map(({ particulars }) => particulars));

const advertisementOf =
  (telling: Telling) =>
  (filed: FiledAdvertisement): AdvertisementResult => {
    const { advertisement, removal } = filed;
    const {
      files: _files,
      permissions: _p,
      consents: _c,
      links,
      realTime,
      jointWith,
      ...particulars
    } = advertisement;
    const isRemoved = removal !== null;
    const files = fileOf(telling, isRemoved);
    const { lastDay, ...copies } = due(telling, 'advertisement_copies', advertisement.publishedOn);
    const declared = due(telling, 'printing_declaration', advertisement.publishedOn);
    const inTime = isInTime(filed.receivedAt, lastDay);
    return {
      ...received(telling, filed),
      ...particulars,
      id: filed.id,
      links: links ?? [],
      realTime: realTime ?? false,
      jointWith: jointWith ?? [],
      due: copies,
      inTime,
      outages: inTime ? [] : outagesOf(telling, copies.due, filed.receivedAt),
      files: filed.files.map(files),
      permissions: filed.permissions.map(files),
      consents: filed.consents.map(consentOf(telling, isRemoved)),
      corrections: filed.corrections.map((correction) => ({
        ...received(telling, correction),
        particulars: correction.particulars,
        numberAdded: correction.numberAdded.map(files),
        permissions: correction.permissions.map(files),
        reason: correction.reason,
      })),
      missingDetails: missingPrintingDetails(corrected(filed)),
      declarations: filed.declarations.map((one) => ({
        ...received(telling, one),
        declaration: files(one.declaration),
        inTime: isInTime(one.receivedAt, declared.lastDay),
      })),
      removal: removal && {
        removedOn: removal.removedOn,
        by: removal.by,
        reason: removal.reason,
        entry: removal.entry,
      },
    };
  };

/** The one published last first; of one day, the one received last [D-5]. */
const byPublication = (a: AdvertisementResult, b: AdvertisementResult): number => {
  if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? 1 : -1;
  return Date.parse(b.receivedAt) - Date.parse(a.receivedAt) || (a.id < b.id ? 1 : -1);
};

/** What one account has filed, as pages, files and its own candidates see it; null until the ledger names whose it is. */
export const accountResult = (
  definition: ElectionDefinition,
  { register, version, asOf }: AccountFold,
  days: PlatformDays,
): AccountResult | null => {
  const { facts, account } = register;
  if (!facts) return null;
  const pollingDay = hongKongDayOf(definition.pollOpensAt);
  const telling = {
    definition,
    account,
    pollingDay,
    calendar: calendarOf(days),
    outages: [...days.outages.values()],
  };
  const place = placesOf(definition).constituencies.get(facts.constituency);
  const contestant = place?.contestants.find(({ id }) => id === facts.contestant);
  return {
    account,
    name: contestant?.name ?? facts.name,
    constituency: place ? { id: place.id, name: place.name } : null,
    contestant: contestant ? { id: contestant.id, number: contestant.number } : null,
    candidates: (contestant?.candidates ?? []).map(({ name }) => name),
    advertisements: [...register.advertisements.values()].map(advertisementOf(telling)).sort(byPublication),
    addresses: register.addresses.map(({ address, acceptedAt, entry }) => ({
      address,
      receivedAt: acceptedAt,
      usableFrom: firstDayAfter('candidate_platform_address', hongKongDayOf(acceptedAt), telling.calendar),
      entry,
    })),
    version,
    asOf,
  };
};

const hashesOf = (fold: ElectionFold, definition: ElectionDefinition): RegisterResult['hashes'] => {
  const pollingDay = hongKongDayOf(definition.pollOpensAt);
  return [...fold.platform.accounts.values()].flatMap(({ register, filed }) =>
    filed.flatMap(({ number, receivedAt, files, entry }) =>
      files.map(({ sha256, bytes }) => ({
        account: register.account,
        reference: referenceOf(pollingDay, { account: register.account, number }),
        receivedAt,
        sha256,
        bytes,
        entry,
      })),
    ),
  );
};

const knownPages = ({ platform }: ElectionFold): RegisterResult['known'] => ({
  accounts: [...platform.accounts.keys()],
  advertisements: [...platform.accounts.values()].flatMap(({ register: { account }, filed }) =>
    filed.flatMap(({ number, advertisements }) =>
      advertisements.map((item) => advertisementId({ account, number }, item)),
    ),
  ),
});

/** In the order of constituencies and their lists; who is not nominated yet after them. */
const placeOf = (definition: ElectionDefinition, { constituency, contestant }: AccountResult): number => {
  const at = definition.constituencies.findIndex(({ id }) => id === constituency?.id);
  const within =
    definition.constituencies[at]?.contestants.findIndex(({ id }) => id === contestant?.id) ?? -1;
  return (at < 0 ? definition.constituencies.length : at) * 10_000 + (within < 0 ? 9_999 : within);
};

/** Until when the register is open, and when a notice last said something about that. */
const inspectionIn = (
  fold: ElectionFold,
  definition: ElectionDefinition,
): Pick<RegisterResult, 'inspection' | 'settled'> => {
  const told = [...fold.notices.values()].filter(({ revisions }) =>
    revisions.some(({ act }) => tellsLastEvent(act.body)),
  );
  const notices = told.flatMap(({ revisions }) => revisions.map(({ act }) => act.body));
  return {
    inspection: inspectionOf(definition, notices, calendarOf(fold.platform.days)),
    settled: latestOf(told),
  };
};

/** The register of advertisements, as a function of the ledger. */
export const registerResult = (fold: ElectionFold, definition: ElectionDefinition): RegisterResult => {
  const { platform, defined } = fold;
  const period = inspectionIn(fold, definition);
  const { version, asOf } = latestOf([defined, platform, period.settled]);
  const common = {
    ...period,
    outages: [...platform.days.outages.values()],
    storms: [...platform.days.storms.values()],
    hashes: hashesOf(fold, definition),
    known: knownPages(fold),
    since: platform.since,
    version,
    asOf,
  };
  if (platform.endedOn !== null) return { ...common, accounts: [], endedOn: platform.endedOn };
  const accounts = [...platform.accounts.values()]
    .map((account) => accountResult(definition, account, platform.days))
    .filter((account) => account !== null)
    .sort((a, b) => placeOf(definition, a) - placeOf(definition, b) || (a.account < b.account ? -1 : 1));
  return { ...common, accounts, endedOn: null };
};
