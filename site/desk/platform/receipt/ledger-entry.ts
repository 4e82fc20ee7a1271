import { useEffect, useState } from 'preact/hooks';
import { type Fetch, findFile, readPage } from '../../../islands/published-files.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Where a reference stands in the published register: original, correction, revocation or declaration, each names its own. */
export const entryOf = (published: unknown, reference: string): number | null => {
  if (!isRecord(published)) return null;
  const { reference: own, entry } = published;
  if (own === reference && typeof entry === 'number') return entry;
  for (const value of Object.values(published)) {
    const found = entryOf(value, reference);
    if (found !== null) return found;
  }
  return null;
};

/** The ledger entry of a submission, read from the public files as everybody does; null while it is not published. */
export const readEntry = async (
  fetch: Fetch,
  election: string,
  reference: string,
): Promise<number | null> => {
  const path = await findFile(
    fetch,
    `/data/${encodeURIComponent(election)}/latest.json`,
    'advertisements.json',
  );
  return path === null ? null : entryOf(JSON.parse(await readPage(fetch, path)), reference);
};

const AGAIN_MS = 3000;

/** The ledger entry, looked for until it is there. */
export const useEntry = (election: string, reference: string): number | null => {
  const [entry, setEntry] = useState<number | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isHere = true;
    const look = async (): Promise<void> => {
      const found = await readEntry((address, init) => fetch(address, init), election, reference).catch(
        () => null,
      );
      if (!isHere) return;
      if (found === null) timer = setTimeout(() => void look(), AGAIN_MS);
      else setEntry(found);
    };
    void look();
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [election, reference]);
  return entry;
};
