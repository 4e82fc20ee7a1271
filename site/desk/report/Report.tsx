import { useEffect, useState } from 'preact/hooks';
import { dayTime } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { useObserved } from '../observable.ts';
import { screens } from '../paths.ts';
import { goTo } from '../router.ts';
import type { ScreenProps } from '../routes.ts';
import { Name } from '../shell/Name.tsx';
import { Screen } from '../shell/Screen.tsx';
import { FailureWords } from '../shell/Told.tsx';
import { useUp } from '../shell/use-up.ts';
import { CheckReport, focusWanted } from './CheckReport.tsx';
import { Earlier } from './Earlier.tsx';
import { MovedRows } from './MovedRows.tsx';
import {
  type KnownStation,
  type OpenReport,
  type ReportPlace,
  useOpenReport,
  useStation,
} from './open-report.ts';
import { ReportForm } from './ReportForm.tsx';
import { Sent } from './Sent.tsx';
import { StationState } from './StationState.tsx';

/** `S2602 SKH Tsing Yi Chu Yan Primary School · first count` */
const Facts = ({ known, place }: { readonly known: KnownStation; readonly place: ReportPlace }) => {
  const { report } = useDesk().words;
  const { station } = known;
  if (!station) return null;
  const { count, revision, attempt } = station.form;
  return (
    <>
      <b>{place.station}</b> <Name of={station.name} /> · {report.count(count)}
      {revision > 1 && ` · ${report.revision(revision)}`}
      {attempt > 1 && ` · ${report.attempt(attempt)}`}
    </>
  );
};

const Before = ({ known }: { readonly known: KnownStation }) => {
  const { words, language } = useDesk();
  const { report, common } = words;
  const sentBack = known.station?.sentBack;
  const second = known.view?.row.state === 'entered';
  return (
    <>
      {sentBack && (
        <div class="warn">
          <p>{report.sentBack(common.roles[sentBack.role], dayTime(language, sentBack.at))}</p>
          <p>
            <b>{sentBack.reason}</b>
          </p>
        </div>
      )}
      {second && <p class="hint">{report.secondEntry}</p>}
    </>
  );
};

interface FillProps {
  readonly place: ReportPlace;
  readonly known: KnownStation;
  readonly report: OpenReport;
}

const Fill = ({ place, known, report }: FillProps) => {
  const [problems, setProblems] = useState(0);
  const { words } = useDesk();
  const { election, constituency, station } = place;
  const up = useUp(election, constituency, <Name of={report.sheet.constituency.name} />);
  useEffect(focusWanted, []);
  return (
    <Screen
      title={words.report.title}
      subject={station}
      problems={problems}
      back={up}
      facts={<Facts known={known} place={place} />}
    >
      <Before known={known} />
      <Earlier entry={known.view?.earlier ?? null} report={report} />
      <MovedRows report={report} />
      <ReportForm
        report={report}
        onProblems={setProblems}
        onChecked={() => goTo(screens.checkReport(election, constituency, station))}
      />
    </Screen>
  );
};

const Check = ({ place, known, report }: FillProps) => {
  const { words } = useDesk();
  return (
    <Screen
      title={words.report.checkTitle}
      subject={place.station}
      back={{
        href: screens.typeReport(place.election, place.constituency, place.station),
        name: words.report.title,
      }}
      facts={<Facts known={known} place={place} />}
    >
      <CheckReport report={report} />
    </Screen>
  );
};

/** The form opens by itself where it is this officer's turn; everywhere else the state of the report comes first. */
const opensForm = ({ view, station }: KnownStation): boolean =>
  view ? view.may.enter && view.row.state !== 'public' : (station?.mayEnter ?? false);

/** The station report: the form, its check page, and what became of it. */
export const Report = ({ params }: ScreenProps) => {
  const { words, device, session } = useDesk();
  const { election = '', constituency = '', station = '', step = '' } = params;
  const place: ReportPlace = { election, constituency, station };
  const known = useStation(place);
  const report = useOpenReport(place, known);
  const changes = useObserved(device.outbox.changes);
  const up = useUp(election, constituency, constituency);
  const [onItsWay, setOnItsWay] = useState(false);
  useEffect(() => {
    void device.outbox.waiting(session.account).then(
      (all) =>
        setOnItsWay(all.some(({ kept }) => kept.election === election && kept.form.station === station)),
      () => setOnItsWay(false),
    );
  }, [changes, session.account, election, station]);

  if (step === 'sent' || (step === '' && onItsWay)) return <Sent place={place} known={known} />;
  if (step === 'check' && report) return <Check place={place} known={known} report={report} />;
  if ((step === 'type' || (step === '' && opensForm(known))) && report) {
    return <Fill place={place} known={known} report={report} />;
  }
  const { view, failure, asking, ask } = known;
  return (
    <Screen
      title={words.report.stateTitle(station)}
      subject={station}
      back={up}
      facts={<Facts known={known} place={place} />}
    >
      {failure && !asking && <FailureWords failure={failure} again={ask} />}
      {!view && asking && <p class="loading">{words.common.loading}</p>}
      {view && <StationState place={place} view={view} onChanged={ask} />}
    </Screen>
  );
};
