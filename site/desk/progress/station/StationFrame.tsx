import type { ComponentChildren } from 'preact';
import { useDesk } from '../../desk-context.ts';
import { screens } from '../../paths.ts';
import { Name } from '../../shell/Name.tsx';
import { Screen } from '../../shell/Screen.tsx';
import { Told } from '../../shell/Told.tsx';
import type { Asked } from '../../shell/use-answer.ts';
import { useUp } from '../../shell/use-up.ts';
import type { ReadStation, StationPlace } from './use-station.ts';

interface StationFrameProps {
  readonly title: string;
  readonly place: StationPlace;
  readonly asked: Asked<ReadStation>;
  readonly problems?: number;
  /** Leads back to the station instead of the constituency. */
  readonly ofStation?: boolean;
  readonly children: (value: ReadStation) => ComponentChildren;
}

/** The frame of the screens about one station's report. */
export const StationFrame = ({
  title,
  place,
  asked,
  problems = 0,
  ofStation,
  children,
}: StationFrameProps) => {
  const { report, progress } = useDesk().words;
  const { value } = asked;
  const { election, constituency, station } = place;
  const up = useUp(
    election,
    constituency,
    value ? <Name of={value.sheet.constituency.name} /> : constituency,
  );
  const back = ofStation
    ? { href: screens.station(election, constituency, station), name: progress.station.title(station) }
    : up;
  const form = value?.view.form;
  return (
    <Screen
      title={title}
      subject={station}
      problems={problems}
      back={back}
      facts={
        value &&
        form && (
          <>
            <Name of={value.view.row.name} /> · {report.count(form.count)}
            {form.revision > 1 && ` · ${report.revision(form.revision)}`}
            {form.attempt > 1 && ` · ${report.attempt(form.attempt)}`}
          </>
        )
      }
    >
      <Told asked={asked}>{children}</Told>
    </Screen>
  );
};
