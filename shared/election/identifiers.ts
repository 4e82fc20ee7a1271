import * as z from 'zod/mini';
import { hasControlCharacter } from './text.ts';

/** Identifiers that become part of addresses: letters, digits, `.`, `_`, `-`; at most 64. */
const ADDRESS_IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export const AddressId = z
  .string()
  .check(z.refine((id) => ADDRESS_IDENTIFIER.test(id) && !id.includes('..'), { error: 'not-an-identifier' }));

/** Names that every object inherits would answer although nobody gave them. */
const RESERVED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Identifiers of contestants and candidates stand only inside data: any short line of text. */
export const ContestantId = z.string().check(
  z.refine((id) => id.length > 0 && id.length <= 100 && !hasControlCharacter(id) && id.isWellFormed(), {
    error: 'not-an-identifier',
  }),
  z.refine((id) => !RESERVED.has(id), { error: 'reserved-name' }),
);

/** Greatest number of papers one field may carry; Hong Kong has fewer than five million electors. */
export const MAX_PAPERS = 99_999_999;

export const Papers = z.int().check(z.gte(0), z.lte(MAX_PAPERS));

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant with its offset, as RFC 3339 writes it. */
export const Instant = z
  .string()
  .check(z.refine((text) => RFC3339.test(text) && !Number.isNaN(Date.parse(text)), { error: 'not-a-time' }));
