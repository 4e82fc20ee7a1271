import { useEffect, useState } from 'preact/hooks';
import { type Source, source, useObserved } from '../observable.ts';
import type { Device } from '../offline/device.ts';
import {
  type Draft,
  type DraftWriter,
  draftWriter,
  emptyDraft,
  isEmpty,
  readDraft,
} from '../offline/drafts.ts';
import { formKey, type KeptForm } from '../offline/form-key.ts';
import { tellKeeping } from '../shell/keeping.ts';
import type { Row } from './moved-rows.ts';

/** A form that is open on this page: what stands in it, and what writes it to the device. */
export interface OpenForm {
  readonly draft: Source<Draft>;
  readonly writer: DraftWriter;
  readonly change: (changes: Partial<Draft>) => void;
  /** Text typed into fields, beside what else was typed since the screen was drawn. */
  readonly type: (typed: Readonly<Record<string, string>>) => void;
}

/** Forms stay open from screen to screen: the check page, Back and the form show the same one. */
const open = new Map<string, Promise<OpenForm>>();

/** Every key typed into any open form is on the device once this resolves. */
export const writeForms = async (): Promise<void> => {
  const forms = await Promise.all(open.values());
  await Promise.all(forms.map(({ writer }) => writer.flush()));
};
addEventListener('pagehide', () => void writeForms());
addEventListener('visibilitychange', () => void writeForms());

interface Ballot {
  readonly ballot: string;
  readonly rows: readonly Row[];
}

const openNow = async (device: Device, kept: KeptForm, { ballot, rows }: Ballot): Promise<OpenForm> => {
  const before = await readDraft(device.store, kept).catch(() => null);
  if (before) tellKeeping({ savedAt: before.savedAt });
  const draft = source<Draft>(
    before ??
      emptyDraft(
        ballot,
        rows.map(({ id, number }) => ({ id, number })),
      ),
  );
  const writer = draftWriter(
    { store: device.store, kept },
    {
      saved: (savedAt) => tellKeeping({ savedAt, possible: true }),
      failed: () => tellKeeping({ possible: false }),
    },
  );
  const change: OpenForm['change'] = (changes) => {
    const next = { ...draft.get(), ...changes };
    draft.set(next);
    if (isEmpty(next)) void writer.discard();
    else writer.keep(next);
  };
  return { draft, writer, change, type: (typed) => change({ typed: { ...draft.get().typed, ...typed } }) };
};

/** A form leaves this page with its last key written: nothing is written for it afterwards. */
export const closeForm = async (kept: KeptForm): Promise<void> => {
  const key = formKey('draft', kept);
  const form = await open.get(key);
  open.delete(key);
  await form?.writer.flush();
};

/** Its officer signs out: no form stays open, and nothing more is written for one. */
export const discardForms = async (): Promise<void> => {
  const forms = await Promise.all(open.values());
  open.clear();
  await Promise.all(forms.map(({ writer }) => writer.discard()));
};

/** The open form, once what the device kept of it was read; null for none. */
export const useOpenForm = (device: Device, kept: KeptForm | null, ballot: Ballot): OpenForm | null => {
  const key = kept && formKey('draft', kept);
  const [form, setForm] = useState<{ readonly key: string; readonly opened: OpenForm } | null>(null);
  useEffect(() => {
    if (kept === null || key === null) return;
    let current = true;
    const opening = open.get(key) ?? openNow(device, kept, ballot);
    open.set(key, opening);
    void opening.then((opened) => {
      if (current) setForm({ key, opened });
    });
    return () => {
      current = false;
    };
  }, [key]);
  return form?.key === key ? form.opened : null;
};

const nothing = source<Draft | null>(null);

export const useDraft = (form: OpenForm | null): Draft | null =>
  useObserved<Draft | null>(form?.draft ?? nothing);
