import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '#shared/desk/entry.ts';
import { useDesk } from '../desk-context.ts';
import { type Draft, earlierDraft, isEmpty } from '../offline/drafts.ts';
import { formKey } from '../offline/form-key.ts';
import { fromEntry } from './from-entry.ts';
import { writeForms } from './open-forms.ts';
import type { OpenReport } from './open-report.ts';

interface Before {
  readonly typed: Partial<Draft>;
  /** Where the device keeps it, if it was never sent. */
  readonly key: string | null;
}

/** What this officer typed for an earlier form of the station: sent and come back, or overtaken before it was sent. */
const useBefore = (entry: Entry | null, { kept, sheet }: OpenReport): Before | null => {
  const { device } = useDesk();
  const [found, setFound] = useState<Before | null>(null);
  useEffect(() => {
    // A form overtaken right after its last key: that key is written first.
    const reading = writeForms().then(() => earlierDraft(device.store, kept));
    reading.then(
      (earlier) => setFound(earlier && { typed: earlier.draft, key: earlier.key }),
      () => setFound(null),
    );
  }, [formKey('draft', kept)]);
  return found ?? (entry && { typed: fromEntry(entry, sheet.constituency), key: null });
};

/** Offers what this officer typed before the form came back, as long as nothing is typed anew. */
export const Earlier = ({ entry, report }: { readonly entry: Entry | null; readonly report: OpenReport }) => {
  const { words, announce, device } = useDesk();
  const before = useBefore(entry, report);
  if (!before || !isEmpty(report.draft)) return null;
  const take = (): void => {
    report.change(before.typed);
    if (before.key !== null) void device.store.delete(before.key);
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
