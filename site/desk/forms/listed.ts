/** Ids that were chosen, as a form keeps them: with commas, which no id has. */
export const listed = (value: string | undefined): readonly string[] =>
  (value ?? '').split(',').filter((id) => id !== '');

export const asList = (ids: readonly string[]): string => ids.join(',');
