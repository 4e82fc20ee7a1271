import * as z from 'zod/mini';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { shapeOf } from '../api.ts';

/** `GET …/desk/{constituency}`, as far as the screens of acts rely on it. */
export const ActsAnswer = shapeOf<ProgressView>(
  z.looseObject({
    now: z.string(),
    sheet: z.looseObject({
      election: z.looseObject({ id: z.string(), pollOpensAt: z.string(), pollClosesAt: z.string() }),
      constituency: z.looseObject({ id: z.string(), seats: z.number(), system: z.string() }),
    }),
    rows: z.array(z.looseObject({ id: z.string() })),
    missing: z.array(z.looseObject({ step: z.string(), by: z.array(z.string()) })),
    proposals: z.array(z.looseObject({ number: z.number(), sha256: z.string(), state: z.string() })),
    acts: z.array(z.looseObject({ at: z.string(), said: z.looseObject({ type: z.string() }) })),
    lots: z.looseObject({ needed: z.boolean(), among: z.array(z.string()) }),
    contestants: z.array(z.looseObject({ id: z.string(), number: z.string() })),
    seatOrder: z.array(z.looseObject({ seat: z.number() })),
  }),
);
