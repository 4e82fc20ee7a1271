import { useEffect, useState } from 'preact/hooks';
import type { FormSheet, StationView } from '#shared/desk/desk-views.ts';
import type { FormName } from '#shared/desk/entry.ts';
import { SheetAnswer, StationAnswer } from '../answers.ts';
import type { Failure } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import type { Draft } from '../offline/drafts.ts';
import type { KeptForm } from '../offline/form-key.ts';
import type { KeptStation } from '../offline/kept-here.ts';
import { apiPaths } from '../paths.ts';
import { type Asked, useAnswer } from '../shell/use-answer.ts';
import { type OpenForm, useDraft, useOpenForm } from './open-forms.ts';

export interface ReportPlace {
  readonly election: string;
  readonly constituency: string;
  readonly station: string;
}

/** A report that can be typed: the sheet it is typed on, which form it is, and what stands in it. */
export interface OpenReport {
  readonly place: ReportPlace;
  readonly sheet: FormSheet;
  readonly station: FormSheet['stations'][number];
  readonly form: FormName;
  readonly kept: KeptForm;
  readonly draft: Draft;
  readonly change: OpenForm['change'];
  readonly type: OpenForm['type'];
}

/** What is known of a station, from the server or from its last visit. */
export interface KnownStation {
  readonly view: StationView | null;
  readonly station: KeptStation | null;
  readonly sheet: FormSheet | null;
  readonly failure: Failure | null;
  readonly asking: boolean;
  readonly ask: () => void;
}

/** The answer, or what the device kept of the last one. The newest answer is kept for the time without a network. */
const useKept = <T>(
  asked: Asked<T>,
  load: () => Promise<T | null>,
  keep: (value: T) => Promise<unknown>,
): T | null => {
  const [kept, setKept] = useState<T | null>(null);
  const { value, failure } = asked;
  useEffect(() => {
    if (value !== null) void keep(value).catch(() => undefined);
  }, [value]);
  useEffect(() => {
    if (failure === null || value !== null) return;
    void load().then(setKept, () => setKept(null));
  }, [failure]);
  return value ?? kept;
};

export const useStation = ({ election, constituency, station }: ReportPlace): KnownStation => {
  const { device, session } = useDesk();
  const { account } = session;
  // What was known before may be another form: nobody types into it while the newest is on its way.
  const view = useAnswer(apiPaths.station(election, constituency, station), StationAnswer, { fresh: true });
  const form = useAnswer(apiPaths.form(election, constituency), SheetAnswer);
  const sheet = useKept(
    form,
    () => device.here.sheet(account, election, constituency),
    (value) => device.here.keepSheet(account, value),
  );
  const [kept, setKept] = useState<KeptStation | null>(null);
  useEffect(() => {
    if (view.value) void device.here.keepStation(account, election, view.value).catch(() => undefined);
  }, [view.value]);
  useEffect(() => {
    if (view.failure === null || view.value !== null) return;
    void device.here.station(account, election, { constituency, station }).then(setKept, () => setKept(null));
  }, [view.failure]);
  const { value } = view;
  const known: KeptStation | null = value
    ? { form: value.form, name: value.row.name, mayEnter: value.may.enter, sentBack: value.sentBack }
    : kept;
  return {
    view: value,
    station: known,
    sheet,
    failure: view.failure ?? form.failure,
    asking: view.asking || form.asking,
    ask: () => {
      view.ask();
      form.ask();
    },
  };
};

const NO_BALLOT = { ballot: '', rows: [] };

/** Opens the form of a station on this page; null while it is read, or where there is nothing to read. */
export const useOpenReport = (
  place: ReportPlace,
  { sheet, station: known }: KnownStation,
): OpenReport | null => {
  const { device, session } = useDesk();
  const form = known?.form ?? { ...place, count: 0, revision: 0, attempt: 0 };
  const { constituency, station: id, count, revision, attempt } = form;
  const kept: KeptForm = {
    account: session.account,
    election: place.election,
    form: { constituency, station: id, count, revision, attempt },
  };
  const ballot = sheet ? { ballot: sheet.ballot, rows: sheet.constituency.contestants } : NO_BALLOT;
  const opened = useOpenForm(device, sheet && known ? kept : null, ballot);
  const draft = useDraft(opened);
  const station = sheet?.stations.find((one) => one.id === place.station);
  if (!sheet || !known || !station || !opened || !draft) return null;
  return { place, sheet, station, form: kept.form, kept, draft, change: opened.change, type: opened.type };
};
