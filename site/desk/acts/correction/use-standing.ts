import { useEffect, useState } from 'preact/hooks';
import type { StationReport } from '#shared/election/report.ts';
import { StationAnswer } from '../../answers.ts';
import type { Failure } from '../../api.ts';
import { useDesk } from '../../desk-context.ts';
import { apiPaths } from '../../paths.ts';

interface Standing {
  readonly report: StationReport | null;
  readonly failure: Failure | null;
}

const NONE: Standing = { report: null, failure: null };

/** The report that stands for a station, read when one is chosen. */
export const useStanding = (of: string, constituency: string, station: string | null): Standing => {
  const { api } = useDesk();
  const [standing, setStanding] = useState(NONE);
  useEffect(() => {
    setStanding(NONE);
    if (station === null) return;
    let current = true;
    void api.get(apiPaths.station(of, constituency, station), StationAnswer).then((answer) => {
      if (!current) return;
      setStanding(
        answer.ok
          ? { report: answer.value.standing, failure: null }
          : { report: null, failure: answer.problem },
      );
    });
    return () => {
      current = false;
    };
  }, [api, of, constituency, station]);
  return standing;
};
