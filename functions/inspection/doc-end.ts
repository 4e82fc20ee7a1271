import type { Finding } from '#shared/advertisements/inspection.ts';
import { u16le, u32le } from './bytes.ts';
import { isForeignAt } from './foreign.ts';
import { finding } from './report.ts';

/** The header of an OLE container [MS-CFB]: how large its sectors are, and where the sectors lie that say which ones are used. */
const SHIFT_AT = 30;
const MORE_TABLES_AT = 68;
const TABLES_AT = 76;
const TABLES = 109;
const [FREE, LAST_REGULAR] = [0xffffffff, 0xfffffffa];

/** Where the last used sector ends, or the first one where the tables call all of them used; null in a container so large that its header does not name all tables. */
const endOfContainer = (bytes: Uint8Array, size: number): number | null => {
  if (u32le(bytes, MORE_TABLES_AT) <= LAST_REGULAR) return null;
  let last = 0;
  for (let table = 0; table < TABLES; table += 1) {
    const sector = u32le(bytes, TABLES_AT + 4 * table);
    if (sector > LAST_REGULAR) break;
    for (let entry = 0; entry < size / 4; entry += 1) {
      const at = (sector + 1) * size + 4 * entry;
      if (at + 4 <= bytes.length && u32le(bytes, at) !== FREE) last = (table * size) / 4 + entry;
    }
  }
  const end = (last + 2) * size;
  return end > bytes.length ? size : end;
};

/** Sectors that are looked at. */
const MOST_SECTORS = 14_000;

/** Word leaves unused sectors behind the last one; nothing that another program would open begins there. */
export const behindTheEnd = (bytes: Uint8Array): readonly Finding[] => {
  const size = 2 ** Math.min(12, u16le(bytes, SHIFT_AT));
  const end = endOfContainer(bytes, size);
  if (end === null) return [];
  const most = Math.min(bytes.length, end + MOST_SECTORS * size);
  for (let at = end; at < most; at += size)
    if (isForeignAt(bytes, at)) return [finding('data-after-the-end')];
  return [];
};
