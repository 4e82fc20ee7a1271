import type { StationView } from '#shared/desk/desk-views.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { count, dayTime } from '../../../words/format.ts';
import { useDesk } from '../../desk-context.ts';
import { screens } from '../../paths.ts';
import { fieldNames } from '../../report/labels.ts';
import { Missing } from '../../report/Missing.tsx';
import { Steps } from '../../report/Steps.tsx';
import type { ScreenProps } from '../../routes.ts';
import { Name } from '../../shell/Name.tsx';
import { LOOK_EVERY_MS } from '../../shell/use-answer.ts';
import { IfConfirmed } from '../IfConfirmed.tsx';
import { Figures } from './Figures.tsx';
import { StationFrame } from './StationFrame.tsx';
import { placeIn, type ReadStation, type StationPlace, useReadStation } from './use-station.ts';

/** Suspended, moved, recounting, sent back: told in words before anything else. */
const Circumstances = ({ view }: { readonly view: StationView }) => {
  const { words, language } = useDesk();
  const { station } = words.progress;
  const { row, sentBack } = view;
  return (
    <>
      {row.suspended && <p class="warn">{station.suspended}</p>}
      {row.relocatedTo && (
        <p class="warn">
          {station.relocated} <Name of={row.relocatedTo} />
        </p>
      )}
      {row.recounting && <p class="warn">{station.recounting}</p>}
      {sentBack && (
        <div class="warn">
          <p>{words.report.sentBack(words.common.roles[sentBack.role], dayTime(language, sentBack.at))}</p>
          <p>
            <b>{sentBack.reason}</b>
          </p>
        </div>
      )}
    </>
  );
};

const Entries = ({ view }: { readonly view: StationView }) => {
  const { words, language } = useDesk();
  const { station } = words.progress;
  if (view.entries.length === 0) return null;
  return (
    <>
      <h2>{station.entries}</h2>
      <ul class="missing">
        {view.entries.map(({ slot, role, at, own }) => (
          <li key={slot}>{station.entry(words.common.roles[role], dayTime(language, at), own)}</li>
        ))}
      </ul>
    </>
  );
};

/** Field by field, neither as the better one, and by nobody's name. */
const Differences = ({ view, sheet }: ReadStation) => {
  const { words, language } = useDesk();
  const { station } = words.progress;
  if (view.differences.length === 0) return null;
  const names = fieldNames(sheet.constituency, words, language);
  const figure = (value: number | null) => (value === null ? words.report.emptyStays : count(value));
  return (
    <table class="read">
      <caption>{view.settled ? station.differencesWere : station.differences}</caption>
      <thead>
        <tr>
          <th scope="col">{station.figure}</th>
          <th scope="col" class="num">
            {station.one}
          </th>
          <th scope="col" class="num">
            {station.other}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.differences.map(({ path, first, second }) => (
          <tr key={path}>
            <th scope="row">{names.get(path) ?? path}</th>
            <td class="num">{figure(first)}</td>
            <td class="num">{figure(second)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What this officer can do about the report now. */
const Acts = ({ view, place }: { readonly view: StationView; readonly place: StationPlace }) => {
  const { words, language } = useDesk();
  const { progress, report, common } = words;
  const { election, constituency, station } = place;
  const { may } = view;
  return (
    <p class="buttons">
      {may.confirm && (
        <a class="button" href={screens.confirm(election, constituency, station)}>
          {progress.confirm(station)}
        </a>
      )}
      {may.resolve && (
        <a class="button" href={screens.resolve(election, constituency, station)}>
          {report.toResolve}
        </a>
      )}
      {may.sendBack && (
        <a class="button second" href={screens.sendBack(election, constituency, station)}>
          {progress.station.sendBack}
        </a>
      )}
      <a class="button second" href={screens.report(election, constituency, station)}>
        {progress.station.toForm}
      </a>
      <a class="button second" href={pagePaths.station(language, election, station)}>
        {common.opensPublic}
      </a>
    </p>
  );
};

interface ReadProps extends ReadStation {
  readonly place: StationPlace;
  readonly onChanged: () => void;
}

/** Figures of the report that waits, beside those that are public; before both entries are in there are none. */
const Report = ({ view, sheet }: ReadStation) => {
  const { progress } = useDesk().words;
  const report = view.settled ?? (view.row.state === 'differing' ? null : view.standing);
  if (!report) {
    return view.row.state === 'entered' ? <p class="hint">{progress.station.hidden}</p> : null;
  }
  return (
    <>
      <h2>{view.settled ? progress.station.settled : progress.station.standing}</h2>
      <Figures
        report={report}
        before={view.settled && view.standing}
        warnings={view.warnings}
        constituency={sheet.constituency}
      />
    </>
  );
};

const Read = ({ view, sheet, place, onChanged }: ReadProps) => {
  const { words, language, session } = useDesk();
  const { report, progress } = words;
  const { row, standingAt, preview } = view;
  return (
    <div class="reading">
      <div>
        <p class="lead">{report.states[row.state]}</p>
        <p>{standingAt === null ? report.publicNot : report.publicNow(dayTime(language, standingAt))}</p>
        <Circumstances view={view} />
        <h2>{report.missingTitle}</h2>
        <Missing steps={row.missing} />
        <Entries view={view} />
        <Differences view={view} sheet={sheet} />
        <Report view={view} sheet={sheet} />
      </div>
      <div>
        {preview && (
          <section class="next-one">
            <h2>{progress.ifConfirmed(place.station)}</h2>
            <IfConfirmed station={place.station} preview={preview} sheet={sheet} />
          </section>
        )}
        <Acts view={view} place={place} />
        {session.role === 'presiding_officer' && <Steps place={place} view={view} onTold={onChanged} />}
      </div>
    </div>
  );
};

/** One station's report, read by who confirms it: entries, state, figures with their warnings, and what would become public. */
export const Station = ({ params }: ScreenProps) => {
  const place = placeIn(params);
  const { progress } = useDesk().words;
  const asked = useReadStation(place, { everyMs: LOOK_EVERY_MS });
  return (
    <StationFrame title={progress.station.title(place.station)} place={place} asked={asked}>
      {(value) => <Read {...value} place={place} onChanged={asked.ask} />}
    </StationFrame>
  );
};
