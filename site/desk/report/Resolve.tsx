import { useState } from 'preact/hooks';
import { applyFigures } from '#shared/desk/apply-figures.ts';
import type { StationView } from '#shared/desk/desk-views.ts';
import type { Difference } from '#shared/desk/differences.ts';
import type { Entry } from '#shared/desk/entry.ts';
import { count } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { ChoiceField } from '../forms/ChoiceField.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { FigureField } from '../forms/FigureField.tsx';
import { type FieldNote, FigureForm } from '../forms/FigureForm.tsx';
import { figureIn } from '../forms/read-figure.ts';
import { apiPaths, screens } from '../paths.ts';
import { goTo } from '../router.ts';
import type { ScreenProps } from '../routes.ts';
import { Screen } from '../shell/Screen.tsx';
import { FailureWords } from '../shell/Told.tsx';
import { useUp } from '../shell/use-up.ts';
import { differenceName } from './difference-names.ts';
import { closeForm } from './open-forms.ts';
import { type OpenReport, type ReportPlace, useOpenReport, useStation } from './open-report.ts';
import { StationState } from './StationState.tsx';

type Chosen = 'low' | 'high' | 'other';

/** Kept beside what is typed, so that nothing chosen is lost either. */
const choicePath = (path: string): string => `choice ${path}`;

/** Both figures, the smaller first: nothing says who typed which. */
const inOrder = ({ first, second }: Difference): readonly [number | null, number | null] =>
  (first ?? -1) <= (second ?? -1) ? [first, second] : [second, first];

const chosenOf = (typed: Readonly<Record<string, string>>, { path }: Difference): Chosen | null => {
  const text = typed[choicePath(path)];
  return text === 'low' || text === 'high' || text === 'other' ? text : null;
};

/** The decided figure; undefined while nothing is decided. */
const decided = (
  typed: Readonly<Record<string, string>>,
  difference: Difference,
): number | null | undefined => {
  const [low, high] = inOrder(difference);
  switch (chosenOf(typed, difference)) {
    case 'low':
      return low;
    case 'high':
      return high;
    case 'other':
      return figureIn(typed[difference.path]) ?? undefined;
    case null:
      return undefined;
  }
};

interface OneProps {
  readonly difference: Difference;
  readonly name: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly note: FieldNote | null;
  readonly onChoose: (chosen: Chosen) => void;
}

const One = ({ difference, name, typed, note, onChoose }: OneProps) => {
  const { report } = useDesk().words;
  const [low, high] = inOrder(difference);
  const shown = (figure: number | null): string => (figure === null ? report.emptyStays : count(figure));
  const chosen = chosenOf(typed, difference);
  return (
    <>
      <ChoiceField<Chosen>
        path={choicePath(difference.path)}
        legend={report.resolveChoice(name)}
        value={chosen}
        note={note}
        onChange={onChoose}
        choices={[
          { value: 'low', label: <b>{shown(low)}</b> },
          { value: 'high', label: <b>{shown(high)}</b> },
          { value: 'other', label: report.another },
        ]}
      />
      {chosen === 'other' && <FigureField path={difference.path} label={report.anotherFigure} />}
    </>
  );
};

interface SettleProps {
  readonly place: ReportPlace;
  readonly view: StationView;
  readonly agreed: Entry['report'];
  readonly report: OpenReport;
  readonly onProblems: (count: number) => void;
}

/** Only what differs, and only from the paper. */
const Settle = ({ place, view, agreed, report, onProblems }: SettleProps) => {
  const { words, language, device, session, api } = useDesk();
  const { draft, type, kept, sheet } = report;
  const [turn, setTurn] = useState(0);
  const nameOf = differenceName(sheet.constituency, words, language);
  const open = view.differences.filter((difference) => decided(draft.typed, difference) === undefined);
  const told = turn === 0 ? [] : open;
  const sentence = ({ path }: Difference): string => words.report.resolveMissing(nameOf(path));
  const send = async (): Promise<void> => {
    setTurn(turn + 1);
    onProblems(open.length);
    if (open.length > 0) return;
    const figures = view.differences.map((difference) => ({
      path: difference.path,
      value: decided(draft.typed, difference) ?? null,
    }));
    const body: Entry = { attempt: view.form.attempt, report: applyFigures(agreed, figures) };
    await closeForm(kept);
    await device.outbox.put({ kept, path: apiPaths.act(place.election, 'resolutions'), body });
    await device.outbox.send(session.account, api);
    goTo(screens.sentReport(place.election, place.constituency, place.station), 'replace');
  };
  return (
    <FigureForm
      typed={draft.typed}
      change={type}
      notes={new Map()}
      order={view.differences.map(({ path }) => path)}
      onSubmit={() => void send()}
    >
      <ErrorSummary
        turn={turn}
        problems={told.map((difference) => ({
          path: choicePath(difference.path),
          sentence: sentence(difference),
        }))}
      />
      {view.differences.map((difference) => (
        <One
          key={difference.path}
          difference={difference}
          name={nameOf(difference.path)}
          typed={draft.typed}
          note={told.includes(difference) ? { kind: 'error', sentence: sentence(difference) } : null}
          onChoose={(chosen) => type({ [choicePath(difference.path)]: chosen })}
        />
      ))}
      <p class="buttons">
        <button type="submit">{words.report.resolveSend}</button>
      </p>
    </FigureForm>
  );
};

/** Two forms that differ, settled from the paper by somebody who typed neither. */
export const Resolve = ({ params }: ScreenProps) => {
  const { words } = useDesk();
  const { election = '', constituency = '', station = '' } = params;
  const place: ReportPlace = { election, constituency, station };
  const known = useStation(place);
  const report = useOpenReport(place, known);
  const [problems, setProblems] = useState(0);
  const up = useUp(election, constituency, constituency);
  const { view, failure, asking, ask } = known;
  const open = view?.may.resolve && view.agreed !== null && report !== null;
  return (
    <Screen title={words.report.resolveTitle} subject={station} problems={problems} back={up}>
      {failure && !asking && <FailureWords failure={failure} again={ask} />}
      {!view && asking && <p class="loading">{words.common.loading}</p>}
      {open && view.agreed && (
        <>
          <p class="lead">{words.report.resolveLead}</p>
          <Settle place={place} view={view} agreed={view.agreed} report={report} onProblems={setProblems} />
        </>
      )}
      {view && !view.may.resolve && <StationState place={place} view={view} onChanged={ask} />}
    </Screen>
  );
};
