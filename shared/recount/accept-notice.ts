import { canonicalJson } from '../canonical-json.ts';
import { isContested, standingNames } from '../election/check-definition.ts';
import { oneProblem, type Problems } from '../election/input-problem.ts';
import { type Notice, noticeIdOf, noticeScope } from '../election/notice.ts';
import { checkNotice } from '../notices/check-notice.ts';
import { noticeType } from '../notices/notice-table.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Acting, Known } from './accept-report.ts';
import type { ActOf } from './act.ts';
import { struckNames } from './candidate-stage.ts';
import { isOfCount, mayFollow } from './notice-standing.ts';
import { constituencyOf } from './tally.ts';

const noticesIn = ({ acts }: Known, notice: Notice): readonly Notice[] =>
  acts
    .flatMap((act) => (act.type === 'notice' ? [act.body] : []))
    .filter((known) => noticeScope(known) === noticeScope(notice))
    .sort((a, b) => a.number - b.number || a.revision - b.revision);

/** What a later revision may add; everything else of a posted notice stands, and is set right by another notice only. */
const ADDED_LATER = ['revision', 'reason', 'gazette', 'attachment', 'title', 'text'] as const;

const withoutAdded = (notice: Notice): string => {
  const kept = new Map<string, unknown>(Object.entries(notice));
  for (const name of ADDED_LATER) kept.delete(name);
  return canonicalJson(Object.fromEntries(kept));
};

/** A text in a further language is an addition; another text in the same language is a change. */
const keepsWords = (before: object | undefined, after: object | undefined): boolean =>
  Object.entries(before ?? {}).every(
    ([language, words]) => new Map(Object.entries(after ?? {})).get(language) === words,
  );

const onlyAdds = (before: Notice, after: Notice): boolean =>
  withoutAdded(before) === withoutAdded(after) &&
  keepsWords(before.title, after.title) &&
  keepsWords(before.text, after.text) &&
  (before.gazette === undefined || canonicalJson(before.gazette) === canonicalJson(after.gazette ?? null)) &&
  (before.attachment === undefined ||
    canonicalJson(before.attachment) === canonicalJson(after.attachment ?? null));

const checkRevision = (known: readonly Notice[], notice: Notice): Problems => {
  const before = known.filter(({ number }) => number === notice.number).at(-1);
  const expected = (before?.revision ?? 0) + 1;
  if (notice.revision !== expected) {
    return oneProblem('revision-missing', '$.revision', notice.revision, { expected: notice.revision - 1 });
  }
  if (!before) return [];
  return onlyAdds(before, notice) ? [] : oneProblem('notice-changed', '$', noticeIdOf(notice));
};

const checkNumber = (known: readonly Notice[], notice: Notice): Problems => {
  if (notice.revision > 1) return checkRevision(known, notice);
  const expected = (known.at(-1)?.number ?? 0) + 1;
  return notice.number === expected
    ? []
    : oneProblem('notice-number', '$.number', notice.number, { expected });
};

const checkSupersedes = (known: readonly Notice[], notice: Notice): Problems => {
  const { supersedes } = notice;
  if (supersedes === undefined) return [];
  const before = known.findLast((one) => noticeIdOf(one) === supersedes);
  if (!before || !mayFollow(before, notice)) return oneProblem('notice-unknown', '$.supersedes', supersedes);
  const taken = known.find((other) => other.supersedes === supersedes && other.number !== notice.number);
  return taken ? oneProblem('notice-superseded', '$.supersedes', supersedes, { by: noticeIdOf(taken) }) : [];
};

const electedIn = ({ contents }: Notice): readonly string[] => {
  const elected = contents?.['elected'];
  return Array.isArray(elected) ? elected.filter((id) => typeof id === 'string') : [];
};

const sameNames = (computed: readonly string[], notice: Notice): Problems => {
  const sent = electedIn(notice);
  return canonicalJson([...computed].sort()) === canonicalJson([...sent].sort())
    ? []
    : oneProblem('elected-differs', '$.contents.elected', sent.join(', '), {
        computed: computed.join(', '),
        sent: sent.join(', '),
      });
};

/** A result is posted once it is declared, with the names that were declared, in whatever order [2016 ¶5.99-5.100]. */
const checkResult = ({ acts }: Known, notice: Notice): Problems => {
  const declared = acts.find((act) => act.type === 'declaration');
  if (!declared) return oneProblem('not-declared', '$.constituency', notice.constituency);
  return sameNames(declared.body.elected, notice);
};

/** Nobody is called elected without a poll where one is held [2016 ¶2.22]. */
const checkUncontested = ({ definition, acts }: Known, notice: Notice): Problems => {
  const constituency = constituencyOf(definition, notice.constituency ?? '');
  if (!constituency) return [];
  const struck = struckNames(
    definition,
    acts.filter((act) => act.type === 'event'),
  );
  if (isContested(constituency, struck)) return oneProblem('contested', '$.constituency', constituency.id);
  const standing = constituency.contestants
    .flatMap((contestant) => standingNames(contestant, constituency))
    .map(({ id }) => id)
    .filter((id) => !struck.has(id));
  return sameNames(standing, notice);
};

const checkState = (known: Known, notice: Notice, now: string): Problems => {
  const { definition, acts } = known;
  const events = acts.filter((act) => act.type === 'event');
  const { pollClosesAt } = definition;
  const early = Date.parse(now) < Date.parse(pollClosesAt);
  if (early && isOfCount(definition, notice, () => struckNames(definition, events))) {
    return oneProblem('before-close', '$', now, { pollClosesAt });
  }
  switch (notice.type) {
    case 'N6':
      return checkUncontested(known, notice);
    case 'N26':
    case 'N27':
      return checkResult(known, notice);
    default:
      return [];
  }
};

/** Clocks of one hall differ by a little. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

const checkPosted = ({ postedAt }: Notice, now: string): Problems =>
  Date.parse(postedAt.at) > Date.parse(now) + CLOCKS_DIFFER_MS
    ? oneProblem('posted-later', '$.postedAt.at', postedAt.at, { now })
    : [];

const checkRole = ({ type }: Notice, { role }: Acting): Problems => {
  const { roles } = noticeType(type);
  return roles.includes(role) ? [] : oneProblem('wrong-role', '$.type', role, { allowed: roles.join(', ') });
};

/**
 * Takes a notice that an officer posted where the law wants it: the act to be written, or why it is refused. Known are the
 * notices of the same sequence of numbers, and what officers did in its constituency.
 */
export const acceptNotice = (
  known: Known,
  body: Notice,
  acting: Acting,
): Result<ActOf<'notice'>, Problems> => {
  const role = checkRole(body, acting);
  if (role.length > 0) return refuse(role);
  const content = [...checkNotice(known.definition, body), ...checkPosted(body, acting.now)];
  if (content.length > 0) return refuse(content);
  const own = noticesIn(known, body);
  const problems = [
    ...checkNumber(own, body),
    ...checkSupersedes(own, body),
    ...checkState(known, body, acting.now),
  ];
  if (problems.length > 0) return refuse(problems);
  const { election } = known;
  return ok({ type: 'notice', election, acceptedAt: acting.now, role: acting.role, body });
};
