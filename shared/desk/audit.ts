import type { Role } from '../election/acts.ts';
import type { Act } from '../recount/act.ts';
import type { AuditChange } from './audit-changes.ts';

/** What the trail calls the things that are done. */
export const AUDIT_KINDS = [
  'definition',
  'report',
  'correction',
  'recount',
  'lots',
  'declaration',
  'event',
  'relocation',
  'adjournment',
  'notice',
  'statement',
  'entry',
  'resolution',
  'sent-back',
  'step',
  'proposal',
  'seconding',
  'decision',
  'account',
  'sign-out',
  'platform-account',
  'submission',
  'confirmation',
  'removal-proposal',
  'removal',
  'platform-address',
  'storm-day',
  'outage',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** An act with the account that did it. */
export type SignedAct<T extends Act = Act> = T & { readonly by: string };

/** Somebody by their account. */
export interface Person {
  readonly account: string;
  readonly role: Role | null;
}

/** One thing that was done, before it is put into words; its changes are worked out only where somebody looks. */
export interface Deed {
  /** Its place among the records: no other deed of the election has it. */
  readonly id: string;
  readonly at: string;
  readonly kind: AuditKind;
  readonly constituency: string | null;
  readonly station: string | null;
  readonly who: Person;
  /** The second officer behind it, where there is one. */
  readonly second: Person | null;
  /** Deeds of one story have the same name here: a form from its entry to the report, a proposal and what it brought about. */
  readonly story: string | null;
  readonly reason: string | null;
  /** What was written, to be searched. */
  readonly body: unknown;
  readonly changes: () => readonly (AuditChange & { readonly constituency?: string | null })[];
}

/** A person as a line names them; null where no account of this id is known. */
export interface NamedPerson extends Person {
  readonly name: string | null;
}

/** One line of the trail. Private: no page and no file that is published shows it. */
export interface AuditLine extends Omit<Deed, 'who' | 'second' | 'body' | 'changes'> {
  readonly who: NamedPerson;
  readonly second: NamedPerson | null;
  readonly changes: readonly AuditChange[];
  /** Changes that are left out here. */
  readonly moreChanges: number;
}

/** `GET /api/elections/{election}/audit`: a page of the trail, newest first. */
export interface AuditPage {
  readonly now: string;
  /** Lines that were found, on all pages. */
  readonly total: number;
  readonly lines: readonly AuditLine[];
  /** The cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** Lines on a page, where nobody asks for another number. */
export const PAGE_LINES = 50;

/** Of a report with thousands of rankings the first ones are enough: the report itself is kept whole. */
export const MOST_CHANGES = 200;

/** What narrows the trail to what somebody may see. */
export interface AuditScope {
  /** Undefined asks for the election as a whole, and for accounts. */
  readonly sees: (constituency?: string) => boolean;
}

const seenChanges = (deed: Deed, { sees }: AuditScope): ReturnType<Deed['changes']> =>
  deed.changes().filter(({ constituency }) => constituency == null || sees(constituency));

/**
 * Whether somebody may see a deed. Deeds of the whole election are seen by who sees all of it; others see a definition where it changed
 * the election or their own constituency, and no accounts.
 */
export const isSeen = (deed: Deed, scope: AuditScope): boolean => {
  if (deed.constituency !== null) return scope.sees(deed.constituency);
  if (scope.sees()) return true;
  return deed.kind === 'definition' && seenChanges(deed, scope).length > 0;
};

/** Puts a deed into its line. */
export const lineOf = (deed: Deed, names: ReadonlyMap<string, string>, scope: AuditScope): AuditLine => {
  const { who, second, body: _body, changes: _changes, ...rest } = deed;
  const named = (person: Person): NamedPerson => ({ ...person, name: names.get(person.account) ?? null });
  const changes = seenChanges(deed, scope).map(({ path, before, after }) => ({ path, before, after }));
  return {
    ...rest,
    who: named(who),
    second: second && named(second),
    changes: changes.slice(0, MOST_CHANGES),
    moreChanges: Math.max(0, changes.length - MOST_CHANGES),
  };
};
