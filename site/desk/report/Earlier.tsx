import type { Entry } from '#shared/desk/entry.ts';
import { useDesk } from '../desk-context.ts';
import { isEmpty } from '../offline/drafts.ts';
import { fromEntry } from './from-entry.ts';
import type { OpenReport } from './open-report.ts';

/** Offers what this officer typed before the form came back, as long as nothing is typed anew. */
export const Earlier = ({ entry, report }: { readonly entry: Entry | null; readonly report: OpenReport }) => {
  const { words, announce } = useDesk();
  if (!entry || !isEmpty(report.draft)) return null;
  const take = (): void => {
    report.change(fromEntry(entry, report.sheet.constituency));
    announce(words.report.earlierTaken);
    document.querySelector('h1')?.focus();
  };
  return (
    <p class="buttons">
      <button type="button" class="second" onClick={take}>
        {words.report.takeEarlier}
      </button>
    </p>
  );
};
