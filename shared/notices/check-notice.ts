import { type ElectionDefinition, placesOf } from '../election/definition.ts';
import { oneProblem, type Problems } from '../election/input-problem.ts';
import { type Notice, noticeIdOf } from '../election/notice.ts';
import { identityNumberIn } from '../identity-numbers.ts';
import { checkContents } from './check-contents.ts';
import { NOTICE_RULES, type NoticeAbout, type NoticeRule } from './notice-rules.ts';

/** What a notice belongs to. */
export const aboutOf = ({ constituency, station }: Pick<Notice, 'constituency' | 'station'>): NoticeAbout => {
  if (station !== undefined) return 'station';
  return constituency === undefined ? 'election' : 'constituency';
};

const checkAbout = (definition: ElectionDefinition, rule: NoticeRule, notice: Notice): Problems => {
  const { constituency, station } = notice;
  const { constituencies, stations } = placesOf(definition);
  const about = aboutOf(notice);
  if (!rule.about.includes(about)) {
    const usual = rule.about[0] ?? 'election';
    return oneProblem('notice-about', usual === 'election' ? '$' : `$.${usual}`, about, {
      type: notice.type,
      allowed: rule.about.join(', '),
    });
  }
  if (constituency !== undefined && !constituencies.has(constituency)) {
    return oneProblem('unknown-constituency', '$.constituency', constituency);
  }
  if (station === undefined) return [];
  const found = stations.get(station);
  if (!found) return oneProblem('unknown-station', '$.station', station);
  if (constituency === undefined) return oneProblem('missing-field', '$.constituency', null);
  return found.constituency === constituency
    ? []
    : oneProblem('station-of-another-constituency', '$.station', station, {
        constituency: found.constituency,
      });
};

/** A notice to those concerned only is published as a fact: no word of it may come near the ledger [F-5]. */
const checkDisclosure = (rule: NoticeRule, { type, title, text, contents, attachment }: Notice): Problems => {
  if (rule.disclosure === 'fact') {
    return Object.entries({ title, text, contents, attachment })
      .filter(([, value]) => value !== undefined)
      .flatMap(([name]) => oneProblem('notice-fact-only', `$.${name}`, null, { type }));
  }
  return text === undefined ? oneProblem('missing-field', '$.text', null) : [];
};

const checkReason = ({ revision, supersedes, reason }: Notice): Problems =>
  (revision > 1 || supersedes !== undefined) && reason === undefined
    ? oneProblem('reason-required', '$.reason', null)
    : [];

/** Every text in a notice, with where it stands. */
const textsIn = (value: unknown, path: string): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(
      inner,
      Array.isArray(value) ? `${path}[${key}]` : /^\w+$/.test(key) ? `${path}.${key}` : `${path}["${key}"]`,
    ),
  );
};

const checkIdentityNumbers = ({ title, text, contents, postedAt, reason, attachment }: Notice): Problems =>
  textsIn({ title, text, contents, place: postedAt.place, reason, file: attachment?.name }, '$').flatMap(
    ([path, words]) => (identityNumberIn(words) === null ? [] : oneProblem('identity-number', path, null)),
  );

/** What is wrong with a notice whatever else is known: its place, its contents, what it discloses. */
export const checkNotice = (definition: ElectionDefinition, notice: Notice): Problems => {
  const rule = NOTICE_RULES[notice.type];
  const about = checkAbout(definition, rule, notice);
  if (about.length > 0) return about;
  const place = { definition, constituency: notice.constituency };
  const fields = rule.disclosure === 'fact' ? [] : checkContents(rule, notice.contents ?? {}, place);
  return [
    ...checkDisclosure(rule, notice),
    ...fields,
    ...(rule.attachment === 'required' && notice.attachment === undefined
      ? oneProblem('missing-field', '$.attachment', null)
      : []),
    ...(notice.supersedes === noticeIdOf(notice)
      ? oneProblem('notice-unknown', '$.supersedes', notice.supersedes)
      : []),
    ...checkReason(notice),
    ...checkIdentityNumbers(notice),
  ];
};
