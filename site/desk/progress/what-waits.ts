import type { Role } from '#shared/election/acts.ts';
import { clock } from '../../words/format.ts';
import type { DeskWords } from '../words/load.ts';
import type { Watch } from './kinds.ts';
import type { Need } from './needs.ts';

const flagsIn = ({ row }: Need, { progress }: DeskWords): string => {
  const codes = [...new Set(row.flags.map(({ code }) => code))];
  return progress.whats.flags(codes, row.flags.filter(({ explained }) => !explained).length);
};

const silence = ({ row, since }: Need, { progress, report }: DeskWords, watch: Watch): string => {
  const { whats } = progress;
  if (row.lastSign === null || since !== row.lastSign) return whats.neverHeard(clock(watch.pollClosesAt));
  const at = clock(row.lastSign);
  return row.step === null ? whats.heard(at) : whats.heardStep(at, report.steps[row.step]);
};

/** Why a station waits, in a few words. */
export const whatWaits = (need: Need, words: DeskWords, watch: Watch): string => {
  const { row, kind } = need;
  const { kinds, whats } = words.progress;
  if (row.suspended) return whats.suspended;
  if (kind === 'differing') return whats.differ(row.differing);
  if (kind === 'flagged') return flagsIn(need, words);
  if (kind === 'silent') return silence(need, words, watch);
  if (kind === 'confirmed') return whats.public;
  if (row.recounting) return whats.recounting;
  if (row.state === 'sent_back') return whats.sentBack;
  const first = row.missing[0];
  return first ? words.progress.waitsFor[first.step] : kinds[kind].what;
};

const CONFIRMS: ReadonlySet<Role> = new Set(['assistant_returning_officer', 'returning_officer']);

/** Roles as they stand inside a sentence. */
export const rolesIn = (roles: readonly Role[], { progress }: DeskWords): string =>
  progress.oneOf(roles.map((role) => progress.roles[role]));

/** Who holds the next step: the reader, a number to call, or a role. */
export const whoHolds = ({ row, kind }: Need, words: DeskWords, reader: Role): string => {
  const { progress } = words;
  if (kind === 'silent') return row.phone ?? progress.noPhone;
  if (kind === 'differing') return progress.third;
  const next = row.missing[0];
  if (next?.step === 'confirmation' && CONFIRMS.has(reader)) return progress.you;
  // The first of several roles is the one whose task it is; the others may help out.
  return rolesIn(next?.by.slice(0, 1) ?? [], words);
};
