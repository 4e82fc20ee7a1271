import { useState } from 'preact/hooks';
import type { Failure } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { SendButton } from '../forms/SendButton.tsx';
import { apiPaths } from '../paths.ts';
import { FailureWords } from '../shell/Told.tsx';

const saveAs = (name: string, bytes: Blob): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** `trail.csv`, and where it takes several files `trail-2.csv`. */
const partName = (name: string, part: number): string =>
  part === 1 ? name : name.replace(/(\.\w+)$/, `-${part}$1`);

interface SaveButtonsProps {
  readonly election: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Saves everything that was found, not only the page that is shown; the token that asks never stands in an address. */
export const SaveButtons = ({ election, query }: SaveButtonsProps) => {
  const { words, api, announce } = useDesk();
  const { trail } = words;
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (format: 'csv' | 'json'): Promise<void> => {
    setFailure(null);
    let path: string | null = apiPaths.audit(election, { ...query, format });
    for (let part = 1; path !== null; part += 1) {
      const answer = await api.download(path);
      if (!answer.ok) return setFailure(answer.problem);
      const { name, bytes, next } = answer.value;
      saveAs(partName(name, part), bytes);
      announce(trail.saved(partName(name, part)));
      path = next;
    }
  };
  return (
    <section>
      <h2>{trail.save}</h2>
      {failure && <FailureWords failure={failure} />}
      <p class="buttons">
        <SendButton second onSend={() => save('csv')}>
          {trail.csv}
        </SendButton>
        <SendButton second onSend={() => save('json')}>
          {trail.json}
        </SendButton>
      </p>
    </section>
  );
};
