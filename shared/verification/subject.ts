/** What a place in a published file is about, by the ids that its readers know. */
export interface Subject {
  readonly constituency?: string;
  readonly station?: string;
  readonly contestant?: string;
}

/** The lists in which things with an id stand, whatever file they are in. */
const LISTS: Readonly<Record<string, keyof Subject>> = {
  constituencies: 'constituency',
  stations: 'station',
  contestants: 'contestant',
};

const isNode = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;

const textAt = (value: unknown, key: string): string | undefined => {
  const found = isNode(value) ? value[key] : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
};

const named = (kind: keyof Subject, id: string | undefined): Subject =>
  id === undefined ? {} : { [kind]: id };

/** What an element says of itself: its own id, and the places that it names, as changes do. */
const saidBy = (node: unknown, list: string | undefined): Subject => {
  const kind = list === undefined ? undefined : LISTS[list];
  return {
    ...named('constituency', textAt(node, 'constituency')),
    ...named('station', textAt(node, 'station')),
    ...(kind === undefined ? {} : named(kind, textAt(node, 'id'))),
  };
};

/** Follows the way to a place in a JSON file, and gathers the ids on it. */
export const subjectInJson = (name: string, whole: unknown, steps: readonly PropertyKey[]): Subject => {
  let subject: Subject = name.includes('/constituencies/') ? saidBy(whole, 'constituencies') : {};
  let node = whole;
  let list: string | undefined;
  for (const step of steps) {
    node = isNode(node) ? node[step] : undefined;
    if (typeof step === 'number') subject = { ...subject, ...saidBy(node, list) };
    else {
      if (list === 'votes') subject = { ...subject, contestant: String(step) };
      list = String(step);
    }
  }
  return subject;
};

/** What a row of a table is about. */
export const subjectInRow = (row: Readonly<Record<string, string>>): Subject => ({
  ...named('constituency', row['constituency']),
  ...named('station', row['station']),
  ...named('contestant', row['contestant']),
});
