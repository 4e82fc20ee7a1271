/** HTML that is made, never text that came from somewhere. */
export interface Markup {
  readonly markup: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

type Part = string | number | Markup | readonly Markup[];

const partOf = (part: Part): string => {
  if (typeof part === 'object')
    return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
  return escaped(String(part));
};

/** A template whose holes are escaped unless they are markup themselves. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: texts
    .map((text, index) => `${text}${index < parts.length ? partOf(parts[index] ?? '') : ''}`)
    .join(''),
});

export const NOTHING: Markup = { markup: '' };
