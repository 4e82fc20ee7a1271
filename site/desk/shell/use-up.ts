import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk-context.ts';
import { screens } from '../paths.ts';
import { progressAsLeft } from '../progress/come-back.ts';

/** Where a station's screens lead back to: the constituency, or for who works at stations only the own places. */
export const useUp = (
  election: string,
  constituency: string,
  name: ComponentChildren,
): { readonly href: string; readonly name: ComponentChildren } => {
  const { session, words } = useDesk();
  return session.role === 'presiding_officer'
    ? { href: screens.home(), name: words.home.title }
    : { href: progressAsLeft(election, constituency), name };
};
