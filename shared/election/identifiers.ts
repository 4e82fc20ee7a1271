import * as z from 'zod/mini';
import { hasControlCharacter } from './text.ts';

/** Identifiers that become part of addresses: letters, digits, `.`, `_`, `-`; at most 64. */
const ADDRESS_IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export const AddressId = z
  .string()
  .check(z.refine((id) => ADDRESS_IDENTIFIER.test(id) && !id.includes('..'), { error: 'not-an-identifier' }));

/** Names that every object inherits would answer although nobody gave them. */
const RESERVED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

const SHORTEST_RESERVED = Math.min(...[...RESERVED].map((name) => name.length));

const isShortLine = (id: string): boolean =>
  id.length > 0 && id.length <= 100 && !hasControlCharacter(id) && id.isWellFormed();
const isUnreserved = (id: string): boolean => !RESERVED.has(id);

/** Identifiers of contestants and candidates stand only inside data: any short line of text. */
export const ContestantId = z
  .string()
  .check(
    z.refine(isShortLine, { error: 'not-an-identifier' }),
    z.refine(isUnreserved, { error: 'reserved-name' }),
  );

/** Printable ASCII too short for a reserved name, as almost every ballot has it. */
const isBrief = (id: string): boolean => {
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return id.length > 0 && id.length < SHORTEST_RESERVED;
};

/** What `ContestantId` takes, told quickly: a million papers ask ten million times. */
export const isContestantId = (id: unknown): boolean =>
  typeof id === 'string' && (isBrief(id) || (isShortLine(id) && isUnreserved(id)));

/** Greatest number of papers one field may carry; Hong Kong has fewer than five million electors. */
export const MAX_PAPERS = 99_999_999;

export const Papers = z.int().check(z.gte(0), z.lte(MAX_PAPERS));

/** What `Papers` takes, told quickly. */
export const isPapers = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_PAPERS;

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant with its offset, as RFC 3339 writes it. */
export const Instant = z
  .string()
  .check(z.refine((text) => RFC3339.test(text) && !Number.isNaN(Date.parse(text)), { error: 'not-a-time' }));

/** A SHA-256 in hexadecimal. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
