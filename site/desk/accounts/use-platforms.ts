import { useEffect, useState } from 'preact/hooks';
import { plainName } from '../../models/names.ts';
import { useDesk } from '../desk-context.ts';
import { type PlatformAccounts, PlatformAccountsAnswer } from '../platform/platform-answers.ts';
import { platformApi } from '../platform/platform-paths.ts';
import type { Stations } from './use-stations.ts';

/** Accounts of the Central Platform to choose from: those of the one election that is chosen, and none before. */
export const usePlatforms = (elections: readonly string[]): Pick<Stations, 'options'> => {
  const { api, language } = useDesk();
  const [only, ...others] = elections;
  const election = others.length === 0 ? (only ?? '') : '';
  const [known, setKnown] = useState<PlatformAccounts['accounts']>([]);
  useEffect(() => {
    let isHere = true;
    setKnown([]);
    if (election === '') return;
    void api.get(platformApi.all(election), PlatformAccountsAnswer).then((answer) => {
      if (isHere && answer.ok) setKnown(answer.value.accounts);
    });
    return () => {
      isHere = false;
    };
  }, [api, election]);
  return {
    options: known
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ value: id, label: `${id} · ${plainName(name, language)}` })),
  };
};
