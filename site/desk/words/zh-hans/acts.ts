import type { acts as english } from '../en/acts.ts';
import { correction } from './acts-correction.ts';
import { declaration, ending } from './acts-declaration.ts';
import { event } from './acts-event.ts';
import { actForm } from './acts-form.ts';
import { lots } from './acts-lots.ts';
import { adjournment, relocation } from './acts-moves.ts';
import { overview } from './acts-overview.ts';
import { proposal } from './acts-proposal.ts';
import { recount } from './acts-recount.ts';

export const acts: typeof english = {
  form: actForm,
  overview,
  recount,
  lots,
  declaration,
  ending,
  event,
  adjournment,
  relocation,
  correction,
  proposal,
};
