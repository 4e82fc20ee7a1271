/** What the form parts say, whatever the form. */
export const forms = {
  problems: (count: number): string => (count === 1 ? 'There is 1 problem' : `There are ${count} problems`),
  error: 'Error:',
  check: 'Check:',
  notUnderstood: (typed: string): string =>
    `“${typed}” is not a figure. Type digits only; commas and spaces are understood.`,
  tooGreat: (limit: string): string => `Type a figure of at most ${limit}.`,
  filled: (count: number): string =>
    count === 1
      ? '1 field was filled from what you pasted.'
      : `${count} fields were filled from what you pasted.`,
  filledMore: (count: number, left: number): string =>
    `${count} fields were filled from what you pasted; ${left} more ${left === 1 ? 'line had' : 'lines had'} no field.`,
  headingLeft: (heading: string): string => `The heading “${heading}” was left out.`,
  pastedUnclear: (texts: readonly string[], count: number): string =>
    `${count === 1 ? '1 of them holds' : `${count} of them hold`} no figure: ${texts.map((text) => `“${text}”`).join(', ')}${count > texts.length ? ' …' : '.'}`,
  undo: 'Undo',
  undone: 'Pasting was undone.',
  change: 'Change',
  changeOf: (what: string): string => `Change ${what}`,
  characters: (left: number): string => (left === 1 ? '1 character left' : `${left} characters left`),
  sending: 'Sending …',
  notGiven: 'not given',
  choose: 'Choose',
  yes: 'Yes',
  no: 'No',
  searchIn: (count: number): string => `Find among ${count} by name or code`,
  chosen: (count: number): string => (count === 0 ? 'Nothing chosen.' : `${count} chosen.`),
  notShown: (count: number): string => `${count} more are not shown: type part of the name.`,
};
