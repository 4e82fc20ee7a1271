import * as z from 'zod/mini';
import type { DeviceStore } from '../../offline/device-store.ts';
import { keptUnder } from '../../offline/form-key.ts';
import { Draft, type DraftFile } from './draft.ts';

/** Whose drafts they are: a sign-in's own, of one account of one election. */
export interface DraftPlace {
  readonly signIn: string;
  readonly election: string;
  readonly platform: string;
}

const draftsUnder = ({ signIn, election, platform }: DraftPlace): string =>
  `${keptUnder(signIn, 'draft')}platform/${election}/${platform}/`;

const fileKey = ({ signIn }: DraftPlace, draft: string, file: string): string =>
  `${keptUnder(signIn, 'file')}${draft}/${file}`;

/** Drafts and their files as this device keeps them. */
export const keptDrafts = (store: DeviceStore, place: DraftPlace) => {
  const key = (id: string): string => `${draftsUnder(place)}${id}`;
  return {
    all: async (): Promise<readonly Draft[]> => {
      const found = (await store.under(draftsUnder(place))).flatMap(([, value]) => {
        const read = z.safeParse(Draft, value);
        return read.success ? [read.data] : [];
      });
      return found.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    },
    read: async (id: string): Promise<Draft | null> => {
      const read = z.safeParse(Draft, await store.get(key(id)).catch(() => undefined));
      return read.success ? read.data : null;
    },
    write: (draft: Draft): Promise<void> => store.set(key(draft.id), draft),
    /** The file itself; null where this device could not keep it. */
    file: async (draft: string, { key: file, bytes }: DraftFile): Promise<Blob | null> => {
      const kept = await store.get(fileKey(place, draft, file)).catch(() => undefined);
      return kept instanceof Blob && kept.size === bytes ? kept : null;
    },
    keepFile: (draft: string, file: string, blob: Blob): Promise<void> =>
      store.set(fileKey(place, draft, file), blob),
    dropFile: (draft: string, file: string): Promise<void> => store.delete(fileKey(place, draft, file)),
    forget: async (id: string): Promise<void> => {
      await store.delete(key(id));
      await store.deleteUnder(fileKey(place, id, ''));
    },
  };
};
export type KeptDrafts = ReturnType<typeof keptDrafts>;
