import { useState } from 'preact/hooks';
import type { DecisionsView, PlaceDecisions } from '#shared/desk/decisions-view.ts';
import { DecisionsAnswer } from '../answers.ts';
import { useDesk } from '../desk-context.ts';
import { fieldId } from '../forms/field-id.ts';
import { apiPaths, screens } from '../paths.ts';
import type { ScreenProps } from '../routes.ts';
import { Name } from '../shell/Name.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { Screen } from '../shell/Screen.tsx';
import { Told } from '../shell/Told.tsx';
import { useAnswer } from '../shell/use-answer.ts';
import { AccountLines } from './AccountLines.tsx';
import { draftOfRow, emptyDraft } from './draft.ts';
import { EntryForm } from './EntryForm.tsx';
import { Rows } from './Rows.tsx';
import { Sums } from './Sums.tsx';

interface RecordProps {
  readonly view: DecisionsView;
  readonly place: PlaceDecisions;
  readonly onChanged: () => void;
}

/** Roles that count, and so may type rows; everybody else reads. */
const TYPISTS: ReadonlySet<string> = new Set([
  'presiding_officer',
  'assistant_returning_officer',
  'returning_officer',
]);

const Record = ({ view, place, onChanged }: RecordProps) => {
  const { session } = useDesk();
  const [decider] = place.deciders;
  const only = place.deciders.length === 1 ? (decider ?? null) : null;
  const [draft, setDraft] = useState(emptyDraft(only));
  return (
    <>
      {TYPISTS.has(session.role) && (
        <EntryForm view={view} place={place} draft={draft} onDraft={setDraft} onChanged={onChanged} />
      )}
      <Rows
        view={view}
        place={place}
        onMend={(row) => {
          setDraft(draftOfRow(row, view.sheet.constituency.contestants));
          document.getElementById(fieldId('$.ground'))?.focus();
        }}
      />
      <Sums place={place} />
      <AccountLines account={place.account} />
    </>
  );
};

/** The decision record of one counting place [2016 ¶5.75, ¶5.93]. */
export const Decisions = ({ params }: ScreenProps) => {
  const { decisions } = useDesk().words;
  const { election = '', constituency = '', station = '' } = params;
  const asked = useAnswer(apiPaths.decisions(election, constituency), DecisionsAnswer);
  const place = asked.value?.places.find((one) => one.station.id === station);
  if (asked.value && !place) return <NotFound />;
  return (
    <Screen
      title={decisions.title}
      subject={station}
      back={{ href: screens.decisions(election, constituency), name: decisions.placesTitle }}
      facts={
        place && (
          <>
            <b>{station}</b> <Name of={place.station.name} />
          </>
        )
      }
    >
      <p class="lead">{decisions.lead}</p>
      <p class="hint">
        {asked.value?.sheet.election.publishes.accounts ? decisions.publicSums : decisions.private}
      </p>
      <Told asked={asked}>
        {(view) => place && <Record view={view} place={place} onChanged={asked.ask} />}
      </Told>
    </Screen>
  );
};
