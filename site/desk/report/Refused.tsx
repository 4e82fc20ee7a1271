import { useEffect } from 'preact/hooks';
import { differencesOf } from '#shared/desk/differences.ts';
import type { Entry } from '#shared/desk/entry.ts';
import type { StationReport } from '#shared/election/report.ts';
import { count } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { SendButton } from '../forms/SendButton.tsx';
import type { Posting } from '../offline/outbox.ts';
import { screens } from '../paths.ts';
import { goTo } from '../router.ts';
import { FailureWords } from '../shell/Told.tsx';
import { differenceName } from './difference-names.ts';
import type { SheetConstituency } from './fields.ts';
import type { KnownStation, ReportPlace } from './open-report.ts';

export interface SentProps {
  readonly place: ReportPlace;
  readonly known: KnownStation;
  readonly posting: Posting;
}

interface BesideProps {
  readonly own: StationReport;
  readonly other: StationReport;
  readonly constituency: SheetConstituency;
}

/** Two contents beside each other, where they differ. */
const Beside = ({ own, other, constituency }: BesideProps) => {
  const { words, language } = useDesk();
  const { report } = words;
  const nameOf = differenceName(constituency, words, language);
  const differences = differencesOf(own, other);
  if (differences.length === 0) return <p>{report.nothingDiffers}</p>;
  return (
    <table class="besides">
      <thead>
        <tr>
          <th scope="col">{report.field}</th>
          <th scope="col">{report.yours}</th>
          <th scope="col">{report.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ path, first, second }) => (
          <tr key={path}>
            <th scope="row">{nameOf(path)}</th>
            <td>{first === null ? '–' : count(first)}</td>
            <td>{second === null ? '–' : count(second)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The server's answers may be a second old: the form is opened once the list that it was refused for is here. */
const SHEET_AGAIN_MS = 700;

/** The candidate list changed, and the new one is not here yet. */
const useOldSheet = ({ known, posting }: Omit<SentProps, 'place'>): boolean => {
  const { sheet, failure, ask } = known;
  const differs = posting.problems.some(({ code }) => code === 'ballot-differs');
  const isOld = differs && failure === null && sheet?.ballot === (posting.body as Entry).report.ballot;
  useEffect(() => {
    if (!isOld) return;
    const timer = setInterval(ask, SHEET_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isOld]);
  return isOld;
};

/** A form that the server did not take, beside what stands there: nothing of it is lost. */
export const Refused = ({ place, known, posting }: SentProps) => {
  const { words, device } = useDesk();
  const { report } = words;
  const waits = useOldSheet({ known, posting });
  const own = (posting.body as Entry).report;
  const other = known.view?.settled ?? known.view?.standing ?? null;
  const back = async (): Promise<void> => {
    await device.outbox.takeBack(posting.kept);
    goTo(screens.typeReport(place.election, place.constituency, place.station), 'replace');
  };
  return (
    <>
      <FailureWords failure={{ kind: 'refused', status: 409, problems: posting.problems }} />
      <p>{report.refusedWords}</p>
      {known.sheet && !(known.view === null && known.asking) && (
        <Beside own={own} other={other ?? emptyReport(own)} constituency={known.sheet.constituency} />
      )}
      {waits ? (
        <p class="loading">{words.common.loading}</p>
      ) : (
        <p class="buttons">
          <SendButton onSend={back}>{report.takeBack}</SendButton>
        </p>
      )}
    </>
  );
};

/** Nothing stands there: every own figure is then shown. */
const emptyReport = ({ constituency, station, count: of, revision }: StationReport): StationReport => ({
  constituency,
  station,
  count: of,
  revision,
});
