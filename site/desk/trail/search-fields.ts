import { AUDIT_KINDS } from '#shared/desk/audit.ts';
import type { SearchField } from '../forms/SearchForm.tsx';
import type { DeskWords } from '../words/load.ts';

/** What the trail can be searched by. */
export const searchFields = ({ trail: { fields, kinds } }: DeskWords): readonly SearchField[] => [
  { kind: 'words', name: 'text', label: fields.text, hint: fields.textHint, maxLength: 200 },
  { kind: 'words', name: 'station', label: fields.station, maxLength: 64 },
  { kind: 'words', name: 'account', label: fields.account, maxLength: 128 },
  {
    kind: 'choice',
    name: 'kind',
    label: fields.kind,
    any: fields.any,
    options: AUDIT_KINDS.map((kind) => [kind, kinds[kind]] as const),
  },
  { kind: 'moment', name: 'from', label: fields.from },
  { kind: 'moment', name: 'to', label: fields.to },
];
