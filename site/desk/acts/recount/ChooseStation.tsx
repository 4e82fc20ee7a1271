import type { ProgressRow } from '#shared/desk/desk-views.ts';
import { useDesk } from '../../desk-context.ts';
import { apiPaths } from '../../paths.ts';
import type { ScreenProps } from '../../routes.ts';
import { Name } from '../../shell/Name.tsx';
import { Screen } from '../../shell/Screen.tsx';
import { Told } from '../../shell/Told.tsx';
import { useAnswer } from '../../shell/use-answer.ts';
import { type About, useAbout } from '../about.ts';
import { actScreens } from '../act-paths.ts';
import { ActsAnswer } from '../acts-answers.ts';

/** The stations of a constituency, each with the way to a request there. */
const Stations = ({
  about,
  rows,
}: {
  readonly about: About;
  readonly rows: readonly Pick<ProgressRow, 'id' | 'name'>[];
}) => (
  <ul class="places station-list">
    {rows.map(({ id, name }) => (
      <li key={id}>
        <a href={actScreens.stationRecount(about.of, about.constituency, id)}>
          <span class="code">{id}</span> <Name of={name} />
        </a>
      </li>
    ))}
  </ul>
);

const FromConstituency = ({ about }: { readonly about: About }) => {
  const asked = useAnswer(apiPaths.progress(about.of, about.constituency), ActsAnswer);
  return (
    <Told asked={asked}>
      {({ rows }) => <Stations about={about} rows={rows.filter(({ kind }) => kind !== 'central_counting')} />}
    </Told>
  );
};

/** At which station a recount is asked for. A presiding officer finds the own stations only. */
export const ChooseStation = ({ params }: ScreenProps) => {
  const about = useAbout(params);
  const { session, words } = useDesk();
  const { recount } = words.acts;
  return (
    <Screen title={recount.chooseStation} subject={about.constituency} back={about.up}>
      <p class="lead">{recount.chooseStationHint}</p>
      {session.stations.length > 0 ? (
        <Stations about={about} rows={session.stations.map((id) => ({ id, name: {} }))} />
      ) : (
        <FromConstituency about={about} />
      )}
    </Screen>
  );
};
