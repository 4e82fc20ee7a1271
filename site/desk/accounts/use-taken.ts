import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { AccountAnswer } from './account-answers.ts';
import { accountApi } from './account-paths.ts';

/** How long nobody types before it is asked. */
const QUIET_MS = 300;

/** Whether an account of this id is there already; asked again after a refusal. */
export const useTaken = (id: string): { readonly taken: boolean; readonly again: () => void } => {
  const { api } = useDesk();
  const [known, setKnown] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (id === '') return;
    let current = true;
    const timer = setTimeout(() => {
      void api.get(accountApi.one(id), AccountAnswer).then((answer) => {
        if (current && answer.ok) setKnown(id);
      });
    }, QUIET_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, id, turn]);
  return { taken: id !== '' && known === id, again: () => setTurn(turn + 1) };
};
