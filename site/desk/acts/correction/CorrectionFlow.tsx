import { useDesk } from '../../desk-context.ts';
import { Screen } from '../../shell/Screen.tsx';
import { FailureWords } from '../../shell/Told.tsx';
import type { FlowParts } from '../ConstituencyAct.tsx';
import { ActFlow } from '../form/ActFlow.tsx';
import { SENT } from '../form/act-form.ts';
import { stationIn } from '../moves/station-field.ts';
import { correctionForm } from './correction-form.tsx';
import { useStanding } from './use-standing.ts';

const FIRST = 'station';

/** A correction reads the report that stands as soon as its station is chosen. */
export const CorrectionFlow = ({ about, view, kept, page, again }: FlowParts) => {
  const { words } = useDesk();
  const station = stationIn(view, kept.state.values['station']);
  const { report, failure } = useStanding(about.of, about.constituency, station);
  const waits = station !== null && report === null && page !== undefined && page !== FIRST && page !== SENT;
  if (waits) {
    return (
      <Screen title={words.acts.correction.title} subject={about.constituency} back={about.up}>
        {failure ? <FailureWords failure={failure} /> : <p class="loading">{words.common.loading}</p>}
      </Screen>
    );
  }
  return <ActFlow build={correctionForm(about, view, report)} kept={kept} page={page} again={again} />;
};
