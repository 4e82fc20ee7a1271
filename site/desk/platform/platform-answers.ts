import * as z from 'zod/mini';
import type { PlatformAccount } from '#shared/advertisements/platform-account.ts';
import type { Receipt } from '#shared/advertisements/receipt.ts';
import type { Removal } from '#shared/advertisements/removal.ts';
import type { Submission } from '#shared/advertisements/submission.ts';
import { WAITING_KINDS, type Waiting } from '#shared/advertisements/waiting.ts';
import type { WeatherDay } from '#shared/calendar/holidays.ts';
import type { Text } from '#shared/election/text.ts';
import type { AccountResult, Due } from '#shared/recount/register-results.ts';
import { shapeOf } from '../api.ts';

/** A receipt as the API gives it: as things stand, and the signed note that never changes. */
export interface ReceiptGiven {
  readonly receipt: Receipt;
  readonly note: string;
  readonly verifierKey: string;
}

/** A submission that was announced and is not received yet. */
export interface Opening {
  readonly submission: Submission;
  readonly openedAt: string;
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly arrivedAt: string | null;
  }[];
}

/** `GET …/platform/{platform}`: everything of one account. */
export interface Platform {
  readonly election: string;
  readonly title: Text;
  readonly test: boolean;
  readonly pollingDay: string;
  readonly constituencies: readonly { readonly id: string; readonly name: Text; readonly system: string }[];
  readonly now: string;
  readonly account: {
    readonly id: string;
    readonly name: Text;
    readonly constituency: string;
    readonly contestant: string | null;
    readonly revision: number;
    readonly email: string;
    readonly mobile: string;
  };
  readonly register: AccountResult | null;
  readonly receipts: readonly ReceiptGiven[];
  readonly openings: readonly Opening[];
  readonly corrections: Due;
  readonly weather: readonly WeatherDay[];
  /** For officers: removals that one of two has asked for. */
  readonly proposals?: readonly (Removal & { readonly proposedAt: string; readonly own: boolean })[];
}

const TextShape = z.looseObject({ en: z.optional(z.string()) });
const ReceiptShape = {
  receipt: z.looseObject({
    reference: z.string(),
    receivedAt: z.string(),
    items: z.array(z.looseObject({ id: z.string() })),
    files: z.array(z.looseObject({ name: z.string(), state: z.string() })),
  }),
  note: z.string(),
  verifierKey: z.string(),
};

/** Days that storms took. */
const Weather = z.looseObject({ day: z.string(), kind: z.string() });

export const PlatformAnswer = shapeOf<Platform>(
  z.looseObject({
    election: z.string(),
    title: TextShape,
    test: z.boolean(),
    pollingDay: z.string(),
    constituencies: z.array(z.looseObject({ id: z.string(), name: TextShape })),
    account: z.looseObject({ id: z.string(), name: TextShape, constituency: z.string() }),
    register: z.nullable(z.looseObject({ advertisements: z.array(z.looseObject({ id: z.string() })) })),
    receipts: z.array(z.looseObject(ReceiptShape)),
    openings: z.array(z.looseObject({ submission: z.looseObject({ id: z.string() }) })),
    corrections: z.looseObject({ due: z.string() }),
    weather: z.array(Weather),
  }),
);

/** How one file is to be sent; null where it is here already. */
export interface Offer {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: string;
}

/** `POST …/submissions`: the files in the order of `filesOf`. */
export interface Opened {
  readonly submission: string;
  readonly files: readonly { readonly sha256: string; readonly upload: Offer | null }[];
}

export const OpenedAnswer = shapeOf<Opened>(
  z.looseObject({
    submission: z.string(),
    files: z.array(
      z.looseObject({
        sha256: z.string(),
        upload: z.nullable(
          z.looseObject({
            url: z.string(),
            fields: z.record(z.string(), z.string()),
            expiresAt: z.string(),
          }),
        ),
      }),
    ),
  }),
);

/** `POST …/commits` */
export const CommittedAnswer = shapeOf<ReceiptGiven>(z.looseObject(ReceiptShape));

/** When an account was to be open, and when it was. */
export interface AccountOpened extends Due {
  readonly openedAt: string | null;
  readonly inTime: boolean | null;
}

export interface PlatformAccounts {
  readonly accounts: readonly (PlatformAccount & {
    readonly opened: AccountOpened | null;
    readonly submissions: number;
    /** The most pressing first. */
    readonly waiting: readonly Waiting[];
  })[];
  readonly weather: readonly WeatherDay[];
}

/** `GET …/platform`: every account of an election, for officers. */
export const PlatformAccountsAnswer = shapeOf<PlatformAccounts>(
  z.looseObject({
    weather: z.array(Weather),
    accounts: z.array(
      z.looseObject({
        id: z.string(),
        constituency: z.string(),
        name: TextShape,
        waiting: z.array(z.looseObject({ kind: z.enum(WAITING_KINDS), files: z.array(z.string()) })),
      }),
    ),
  }),
);
