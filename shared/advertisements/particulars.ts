import * as z from 'zod/mini';
import { isDay } from '../calendar/day.ts';
import { AddressId, Papers, Sha256 } from '../election/identifiers.ts';
import { Prose } from '../election/notice.ts';
import { lineOf, Text } from '../election/text.ts';

const Day = z.string().check(z.refine(isDay, { error: 'not-a-day' }));

/** A file as its candidate has it: the name it was given, and which bytes it is. */
export const UploadedFile = z.strictObject({
  name: lineOf(255),
  /** The whole file; one above the limit refuses the whole submission [2016 App.5 ¶7, D-2]. */
  bytes: z.int().check(z.gte(1)),
  sha256: Sha256,
});
export type UploadedFile = z.infer<typeof UploadedFile>;

/** What an advertisement is made of decides which particulars it needs [2016 ¶8.51, ¶8.58, App.5 ¶1]. */
export const MEDIA = ['printed', 'display', 'broadcast', 'online', 'object', 'other'] as const;
export type Medium = (typeof MEDIA)[number];

const ADDRESS = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/;

/** A page that everybody can open without signing in [2016 ¶8.50 n14]; never with a name or password in it. */
export const WebAddress = z.string().check(
  z.maxLength(2000),
  z.refine((text) => ADDRESS.test(text), { error: 'not-a-web-address' }),
);

const Files = z.array(UploadedFile).check(z.maxLength(50));

/** In which capacity somebody supports the candidate [2016 ¶18.4]. */
export const CAPACITIES = ['personal', 'title', 'title_and_organisation', 'organisation'] as const;

/** A paper by which somebody agrees to be named or shown in support [2016 ¶8.51, ¶18.1-18.4]. */
export const Consent = z.strictObject({
  file: UploadedFile,
  capacity: z.optional(z.enum(CAPACITIES)),
});
export type Consent = z.infer<typeof Consent>;

/** Everything but files, as far as it applies to an advertisement [2016 App.5 annex II]. */
const particulars = {
  /** Leaflet, banner, poster …: in the candidate's own words, in one language or two. */
  adType: Text,
  publishedOn: Day,
  producedOn: z.optional(Day),
  producerOrPrinterName: z.optional(Text),
  producerOrPrinterAddress: z.optional(Text),
  size: z.optional(lineOf(100)),
  manner: z.optional(Text),
  copiesProduced: z.optional(Papers),
  copiesPublished: z.optional(Papers),
};

/** One election advertisement as a candidate files it [2016 ¶8.51, App.5 ¶1]. */
export const Advertisement = z.strictObject({
  ...particulars,
  medium: z.enum(MEDIA),
  files: Files,
  /** Addresses on open platforms, instead of files only where a copy is technically impracticable [2016 ¶8.50(c)]. */
  links: z.optional(z.array(WebAddress).check(z.maxLength(20))),
  /** True for an interactive or real-time message of which no copy can be made: channel (c). */
  realTime: z.optional(z.boolean()),
  permissions: z.optional(Files),
  consents: z.optional(z.array(Consent).check(z.maxLength(50))),
  /** Constituencies of others whose candidates advertise together; each files it [2016 ¶8.35, ¶8.56]. */
  jointWith: z.optional(
    z.array(z.strictObject({ constituency: AddressId, name: Text })).check(z.maxLength(20)),
  ),
  /** What a picture shows or a recording says, for those who cannot see or hear it. */
  inWords: z.optional(Prose),
});
export type Advertisement = z.infer<typeof Advertisement>;

/** Corrected particulars only; what is right is not repeated [2016 ¶8.52, App.5 ¶5, annex I]. */
export const CorrectedParticulars = z.strictObject({
  adType: z.optional(Text),
  publishedOn: z.optional(Day),
  producedOn: particulars.producedOn,
  producerOrPrinterName: particulars.producerOrPrinterName,
  producerOrPrinterAddress: particulars.producerOrPrinterAddress,
  size: particulars.size,
  manner: particulars.manner,
  copiesProduced: particulars.copiesProduced,
  copiesPublished: particulars.copiesPublished,
});
export type CorrectedParticulars = z.infer<typeof CorrectedParticulars>;
export const PARTICULARS = [
  'adType',
  'publishedOn',
  'producedOn',
  'producerOrPrinterName',
  'producerOrPrinterAddress',
  'size',
  'manner',
  'copiesProduced',
  'copiesPublished',
] as const satisfies readonly (keyof CorrectedParticulars)[];
