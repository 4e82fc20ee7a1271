import type { ScreenProps } from '../routes.ts';
import { ConstituencyAct } from './ConstituencyAct.tsx';
import { CorrectionFlow } from './correction/CorrectionFlow.tsx';
import { correctionForm } from './correction/correction-form.tsx';
import { declarationForm } from './declaration/declaration-form.tsx';
import { endingForm } from './ending/ending-form.tsx';
import { eventForm } from './event/event-form.tsx';
import { lotsForm } from './lots/lots-form.tsx';
import { adjournmentForm } from './moves/adjournment-form.tsx';
import { relocationForm } from './moves/relocation-form.tsx';
import { recountForm } from './recount/recount-form.tsx';

export const Recount = ({ params }: ScreenProps) => (
  <ConstituencyAct params={params} name="recount" form={recountForm} />
);
export const Lots = ({ params }: ScreenProps) => (
  <ConstituencyAct params={params} name="lots" form={lotsForm} />
);
export const Declaration = ({ params }: ScreenProps) => (
  <ConstituencyAct params={params} name="declaration" form={declarationForm} />
);
export const Ending = ({ params }: ScreenProps) => (
  <ConstituencyAct params={params} name="ending" form={endingForm} />
);
export const CandidateEvents = ({ params }: ScreenProps) => (
  <ConstituencyAct params={params} name="event" form={eventForm} />
);
export const Correction = ({ params }: ScreenProps) => (
  <ConstituencyAct
    params={params}
    name="correction"
    form={(about, view) => correctionForm(about, view, null)}
    Flow={CorrectionFlow}
  />
);
export const Adjournment = ({ params }: ScreenProps) => (
  <ConstituencyAct params={params} name="adjournment" form={adjournmentForm} />
);
export const Relocation = ({ params }: ScreenProps) => (
  <ConstituencyAct params={params} name="relocation" form={relocationForm} />
);
