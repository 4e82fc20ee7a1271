import type { Act } from '../recount/act.ts';
import type { DeskAct } from './desk-views.ts';

/** What an act says, where it is an officer's own and no station's report; a report only as a correction after the declaration. */
const saidIn = (act: Act): DeskAct['said'] | null => {
  switch (act.type) {
    case 'recount':
      return { type: 'recount', body: act.body };
    case 'lots':
      return { type: 'lots', body: act.body };
    case 'declaration':
      return { type: 'declaration', body: act.body };
    case 'event':
      return { type: 'event', candidate: act.candidate, body: act.body };
    case 'relocation':
      return { type: 'relocation', body: act.body };
    case 'adjournment':
      return { type: 'adjournment', body: act.body };
    case 'report':
      return act.correction ? { type: 'correction', body: act.body } : null;
    default:
      return null;
  }
};

/** Every officer's act of a constituency, the newest first. */
export const deskActs = (acts: readonly Act[]): readonly DeskAct[] =>
  acts
    .flatMap((act): readonly DeskAct[] => {
      const said = saidIn(act);
      const { acceptedAt: at, role, confirmedBy = null } = act;
      return said ? [{ at, role, confirmedBy, said }] : [];
    })
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
