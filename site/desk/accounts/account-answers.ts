import * as z from 'zod/mini';
import { ACCOUNT_ROLES } from '#shared/desk/account.ts';
import type { AccountList, AccountView } from '#shared/desk/account-view.ts';
import { shapeOf } from '../api.ts';

const Ids = z.array(z.string());
const Told = z.looseObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(ACCOUNT_ROLES),
  elections: z.optional(Ids),
  constituencies: Ids,
  stations: Ids,
  platforms: z.optional(Ids),
  email: z.string(),
  active: z.boolean(),
  revision: z.number(),
  changedAt: z.string(),
});
const Leaf = z.nullable(z.union([z.string(), z.number(), z.boolean()]));

/** `GET /api/accounts` */
export const AccountsAnswer = shapeOf<AccountList>(
  z.looseObject({
    accounts: z.array(Told),
    total: z.number(),
    all: z.number(),
    next: z.nullable(z.string()),
  }),
);

/** `GET /api/accounts/{account}` */
export const AccountAnswer = shapeOf<AccountView>(
  z.looseObject({
    account: Told,
    history: z.nullable(
      z.array(
        z.looseObject({
          kind: z.enum(['account', 'sign-out']),
          at: z.string(),
          by: z.looseObject({ account: z.string(), name: z.nullable(z.string()) }),
          changes: z.array(z.looseObject({ path: z.string(), before: Leaf, after: Leaf })),
        }),
      ),
    ),
  }),
);
