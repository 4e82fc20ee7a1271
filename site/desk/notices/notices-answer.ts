import * as z from 'zod/mini';
import type { NoticesView } from '#shared/desk/notices-view.ts';
import { shapeOf } from '../api.ts';

const Kind = z.looseObject({ en: z.string(), 'zh-Hant': z.string(), 'zh-Hans': z.string() });

/** `GET …/notices/drafts`, as far as the screens of notices rely on it. */
export const NoticesAnswer = shapeOf<NoticesView>(
  z.looseObject({
    now: z.string(),
    drafts: z.array(
      z.looseObject({ for: z.string(), name: Kind, notice: z.looseObject({ type: z.string() }) }),
    ),
    owed: z.array(z.looseObject({ type: z.string(), name: Kind, isLate: z.boolean() })),
    posted: z.array(z.looseObject({ id: z.string(), name: Kind, acceptedAt: z.string() })),
    definition: z.looseObject({
      id: z.string(),
      constituencies: z.array(z.looseObject({ id: z.string() })),
      stations: z.array(z.looseObject({ id: z.string() })),
    }),
    days: z.record(z.string(), z.looseObject({ pollingDay: z.string() })),
    numbers: z.record(z.string(), z.number()),
    bodies: z.record(z.string(), z.looseObject({ type: z.string(), number: z.number() })),
  }),
);
