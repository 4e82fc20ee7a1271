const LANGUAGES = ['en', 'zh-hant', 'zh-hans'];
const THEMES = ['light', 'dark'];
const SHOWN = ['constituency', 'seats', 'progress'];
const ID = /^[A-Za-z0-9._-]+$/;

/** The attributes of an element, by name; null where one is absent. */
export type Attributes = (name: string) => string | null;

const oneOf = (name: string, value: string, allowed: readonly string[]): string => {
  if (allowed.includes(value)) return value;
  throw new TypeError(`${name}="${value}" is not known: use ${allowed.join(', ')}`);
};

const idOf = (name: string, value: string | null): string => {
  if (value !== null && ID.test(value)) return value;
  throw new TypeError(`${name}="${value ?? ''}" is no id: copy it from the address of a results page`);
};

/**
 * The path of the page that an element asks for, with its theme.
 * @throws TypeError with the attribute, its value and what is allowed
 */
export const framePath = (attribute: Attributes): string => {
  const language = oneOf('language', (attribute('language') ?? 'en').toLowerCase(), LANGUAGES);
  const election = idOf('election', attribute('election'));
  const show = oneOf('show', attribute('show') ?? 'constituency', SHOWN);
  const theme = attribute('theme');
  const query = theme ? `?theme=${oneOf('theme', theme, THEMES)}` : '';
  const what =
    show === 'constituency' ? `constituencies/${idOf('constituency', attribute('constituency'))}` : show;
  return `/${language}/${election}/embed/${what}/${query}`;
};
