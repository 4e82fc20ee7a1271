import type { FormSheet, StationView } from '#shared/desk/desk-views.ts';
import { must } from '#shared/result.ts';
import { dayTime } from '../../../words/format.ts';
import { SheetAnswer, StationAnswer } from '../../answers.ts';
import { useDesk } from '../../desk-context.ts';
import { apiPaths } from '../../paths.ts';
import type { ScreenProps } from '../../routes.ts';
import { Screen } from '../../shell/Screen.tsx';
import { Told } from '../../shell/Told.tsx';
import { useAnswer } from '../../shell/use-answer.ts';
import { type About, useAbout } from '../about.ts';
import { actScreens } from '../act-paths.ts';
import { WhyNot } from '../ConstituencyAct.tsx';
import { ActFlow } from '../form/ActFlow.tsx';
import { type ActForm, SENT, type Values } from '../form/act-form.ts';
import { useActState } from '../form/act-state.ts';
import { StillKept } from '../form/StillKept.tsx';
import { BY } from '../may-act.ts';
import { decisionFields, requestBody, requestPage } from './recount-fields.ts';

interface Known {
  readonly sheet: FormSheet;
  readonly station: StationView;
}

/** Requests at this station that were recorded since an instant. */
const recountsSince = ({ words, language }: About, { recounts }: StationView, since: string) =>
  recounts
    .filter(({ at }) => Date.parse(at) > Date.parse(since))
    .map(({ number, station, scope, requestedBy, decision, reason, at }) => {
      const { recount, overview } = words.acts;
      const by = recount.requesters[requestedBy as keyof typeof recount.requesters] ?? requestedBy;
      return (
        <div key={number}>
          <p>
            <b>{overview.log.recount({ where: station ?? recount.scopes[scope], by, decision })}</b>
          </p>
          <p class="hint">{dayTime(language, at)}</p>
          {reason !== null && (
            <p class="hint">
              <bdi class="given">{overview.reason(reason)}</bdi>
            </p>
          )}
        </div>
      );
    });

/** A request at a counting station: it must be granted unless it is unreasonable [2016 ¶5.78]. */
const stationRecountForm =
  (about: About, { sheet, station }: Known) =>
  (values: Values): ActForm => {
    const { recount } = about.words.acts;
    const { id } = station.row;
    const { system, contestants } = sheet.constituency;
    return {
      title: recount.stationTitle(id),
      subject: id,
      base: actScreens.stationRecount(about.of, about.constituency, id),
      up: about.up,
      pages: [
        requestPage(about, { system, contestants }, 'station'),
        {
          id: 'decision',
          title: recount.decide,
          lead: <p>{recount.testStation}</p>,
          fields: decisionFields(about, values),
        },
      ],
      consequences: (
        <p>{values['decision'] === 'allowed' ? recount.followsStation : recount.followsRefused}</p>
      ),
      button: recount.button,
      path: about.post('recounts'),
      meanwhile: (since) => recountsSince(about, station, since),
      number: station.nextRecount,
      body: (number) => ({
        constituency: about.constituency,
        number,
        scope: 'station',
        station: id,
        ...requestBody(values),
      }),
      sent: { title: recount.sentTitle, words: <p>{recount.sentWords}</p> },
    };
  };

/** The request for a recount at one station, for whoever acts there. */
export const StationRecount = ({ params }: ScreenProps) => {
  const about = useAbout(params);
  const { session, words } = useDesk();
  const station = must(params['station'], 'the address names a station');
  const { of, constituency } = about;
  const sheet = useAnswer(apiPaths.form(of, constituency), SheetAnswer);
  const view = useAnswer(apiPaths.station(of, constituency, station), StationAnswer);
  const kept = useActState(`${of}/${constituency}/recount-${station}`);
  const title = words.acts.recount.stationTitle(station);
  const barred = !BY['station-recount'].includes(session.role);
  if (barred || sheet.value === null || view.value === null) {
    return (
      <Screen title={title} subject={station} back={about.up}>
        {barred ? (
          <p class="warn">
            <WhyNot act="station-recount" bar="role" />
          </p>
        ) : (
          <>
            <Told asked={view}>{() => null}</Told>
            {view.value !== null && <Told asked={sheet}>{() => null}</Told>}
          </>
        )}
      </Screen>
    );
  }
  if (view.value.declared && params['page'] !== SENT) {
    return (
      <Screen title={title} subject={station} back={about.up}>
        <p class="warn">
          {kept.state.failure !== null && `${words.acts.form.notSent}${words.common.space}`}
          {words.acts.overview.bars.declared}
        </p>
        <StillKept
          form={stationRecountForm(about, { sheet: sheet.value, station: view.value })}
          kept={kept}
        />
      </Screen>
    );
  }
  return (
    <ActFlow
      build={stationRecountForm(about, { sheet: sheet.value, station: view.value })}
      kept={kept}
      page={params['page']}
      again={view.ask}
    />
  );
};
