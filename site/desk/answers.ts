import * as z from 'zod/mini';
import type { AuditPage } from '#shared/desk/audit.ts';
import type { DecisionsView } from '#shared/desk/decisions-view.ts';
import type { DeskHome, FormSheet, ProgressView, StationView } from '#shared/desk/desk-views.ts';
import { STEPS } from '#shared/desk/entry.ts';
import { shapeOf } from './api.ts';

/** What the desk's screens rely on in the API's answers. Fields that a newer server adds are left alone. */

const Text = z.looseObject({ en: z.optional(z.string()) });
const Instant = z.string();
const Place = z.looseObject({ id: z.string(), name: Text });
const Constituency = z.looseObject({
  id: z.string(),
  name: Text,
  kind: z.string(),
  system: z.string(),
  seats: z.number(),
});

const Election = z.looseObject({
  id: z.string(),
  title: Text,
  test: z.boolean(),
  pollClosesAt: Instant,
  entry: z.enum(['single', 'double']),
});

/** `GET /api/desk` */
export const HomeAnswer = shapeOf<DeskHome>(
  z.looseObject({
    now: Instant,
    elections: z.array(
      z.extend(Election, {
        constituencies: z.array(z.extend(Constituency, { stations: z.array(Place) })),
      }),
    ),
  }),
);

const Row = z.looseObject({
  id: z.string(),
  name: Text,
  state: z.string(),
  missing: z.array(z.looseObject({ step: z.string(), by: z.array(z.string()) })),
  flags: z.array(z.looseObject({ code: z.string() })),
});
/** The election as a form and every screen of a constituency name it. */
const SheetElection = z.extend(Election, {
  publishes: z.looseObject({ rankings: z.boolean(), accounts: z.boolean() }),
});
const SheetHead = { election: SheetElection, constituency: Constituency, ballot: z.string() };

/** `GET …/desk/{constituency}` */
export const ProgressAnswer = shapeOf<ProgressView>(
  z.looseObject({
    now: Instant,
    pollAfterMs: z.number(),
    silentAfterMinutes: z.number(),
    sheet: z.looseObject(SheetHead),
    rows: z.array(Row),
    public: z.looseObject({ status: z.string(), reports: z.number(), expected: z.number() }),
    missing: z.array(z.looseObject({ step: z.string(), by: z.array(z.string()) })),
  }),
);

/** `GET …/desk/{constituency}/form` */
export const SheetAnswer = shapeOf<FormSheet>(
  z.looseObject({
    now: Instant,
    election: SheetElection,
    constituency: z.extend(Constituency, {
      contestants: z.array(z.looseObject({ id: z.string(), number: z.string(), name: Text })),
    }),
    ballot: z.string(),
    stations: z.array(z.extend(Place, { feeders: z.array(Place) })),
  }),
);

const Leaf = z.nullable(z.union([z.string(), z.number(), z.boolean()]));
const Person = z.looseObject({ account: z.string(), name: z.nullable(z.string()) });

/** `GET …/audit` */
export const AuditAnswer = shapeOf<AuditPage>(
  z.looseObject({
    total: z.number(),
    next: z.nullable(z.string()),
    lines: z.array(
      z.looseObject({
        id: z.string(),
        at: Instant,
        kind: z.string(),
        who: Person,
        second: z.nullable(Person),
        changes: z.array(z.looseObject({ path: z.string(), before: Leaf, after: Leaf })),
      }),
    ),
  }),
);

/** `GET …/desk/{constituency}/decisions` */
export const DecisionsAnswer = shapeOf<DecisionsView>(
  z.looseObject({
    now: Instant,
    sheet: z.looseObject({ election: SheetElection, constituency: Constituency }),
    places: z.array(
      z.looseObject({
        station: Place,
        deciders: z.array(z.string()),
        rows: z.array(z.looseObject({ seq: z.number(), ground: z.string(), final: z.string() })),
        next: z.number(),
      }),
    ),
  }),
);

/** What a record or an act is answered with. */
export const OutcomeAnswer = shapeOf<{ readonly outcome: 'accepted' | 'replayed' }>(
  z.looseObject({ outcome: z.enum(['accepted', 'replayed']) }),
);

const Form = z.looseObject({
  constituency: z.string(),
  station: z.string(),
  count: z.number(),
  revision: z.number(),
  attempt: z.number(),
});

/** `GET …/desk/{constituency}/stations/{station}` */
export const StationAnswer = shapeOf<StationView>(
  z.looseObject({
    now: Instant,
    form: Form,
    row: z.looseObject({
      id: z.string(),
      name: Text,
      state: z.string(),
      missing: z.array(z.looseObject({})),
    }),
    steps: z.array(z.enum(STEPS)),
    entries: z.array(z.looseObject({ own: z.boolean() })),
    may: z.looseObject({
      enter: z.boolean(),
      resolve: z.boolean(),
      confirm: z.boolean(),
      sendBack: z.boolean(),
    }),
    differences: z.array(z.looseObject({ path: z.string() })),
    warnings: z.array(z.looseObject({ code: z.string() })),
  }),
);
