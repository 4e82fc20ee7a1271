import type { NoticesView } from '#shared/desk/notices-view.ts';
import type { Role } from '#shared/election/acts.ts';
import { type Notice, noticeScope } from '#shared/election/notice.ts';
import type { Text } from '#shared/election/text.ts';
import type { NoticeType } from '#shared/notices/notice-type.ts';

/** Whoever posts, as far as it decides what may be posted where. */
export interface Poster {
  readonly role: Role;
  readonly constituencies: readonly string[];
  readonly stations: readonly string[];
}

/** What a notice may belong to; `scope` names its sequence of numbers. */
export interface NoticePlace extends Pick<Notice, 'constituency' | 'station'> {
  readonly scope: string;
  readonly name: Text | null;
}

const WHOLE_ELECTION: ReadonlySet<Role> = new Set(['chief_electoral_officer', 'commission']);

export const ofWholeElection = ({ role }: Pick<Poster, 'role'>): boolean => WHOLE_ELECTION.has(role);

const placed = (of: Pick<Notice, 'constituency' | 'station'>, name: Text | null): NoticePlace => ({
  ...of,
  scope: noticeScope(of),
  name,
});

/** Where this officer may post a notice of a kind, the usual kind of place first; the address names a constituency or none. */
export const placesFor = (
  { about, roles }: Pick<NoticeType, 'about' | 'roles'>,
  { definition }: Pick<NoticesView, 'definition'>,
  { role, constituencies: posting, stations: own }: Poster,
  constituency: string | undefined,
): readonly NoticePlace[] => {
  if (!roles.includes(role)) return [];
  const whole = WHOLE_ELECTION.has(role);
  const here = (id: string): boolean =>
    (constituency === undefined ? whole : id === constituency) && (whole || posting.includes(id));
  return about.flatMap((kind): readonly NoticePlace[] => {
    if (kind === 'election') {
      return constituency === undefined && whole ? [placed({}, null)] : [];
    }
    if (kind === 'constituency') {
      return role === 'presiding_officer'
        ? []
        : definition.constituencies
            .filter(({ id }) => here(id))
            .map(({ id, name }) => placed({ constituency: id }, name));
    }
    return definition.stations
      .filter((station) => here(station.constituency) && (own.length === 0 || own.includes(station.id)))
      .map(({ id, name, constituency: of }) => placed({ constituency: of, station: id }, name));
  });
};
