import { noticeIdOf } from '../election/notice.ts';
import type { ActOf } from './act.ts';
import { change, setAside } from './apply-count-entry.ts';
import type { ElectionFold } from './election-fold.ts';
import { noticeTrouble } from './notice-standing.ts';

/** A notice stands beside the count: it touches no figure of its constituency. What could not be posted is set aside. */
export const applyNotice = (fold: ElectionFold, act: ActOf<'notice'> & { entry: number }): void => {
  const trouble = noticeTrouble(fold, act.body);
  if (trouble !== null) return setAside(fold, act.entry, trouble);
  const { version, asOf } = fold;
  const id = noticeIdOf(act.body);
  const known = fold.notices.get(id);
  const notice = known ?? { id, revisions: [], supersededBy: null, version, asOf };
  notice.revisions.push({ act, version, asOf });
  fold.notices.set(id, Object.assign(notice, { version, asOf }));
  const { supersedes, constituency = null, station = null } = act.body;
  const before = supersedes === undefined ? undefined : fold.notices.get(supersedes);
  if (before && before.supersededBy !== id) Object.assign(before, { supersededBy: id, version, asOf });
  const { reason = null } = act.body;
  change(fold, act, { constituency, station, old: supersedes ?? null, new: id, reason });
};
