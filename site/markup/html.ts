/** Markup that is already safe: only `html` makes it, and it escapes whatever is put in. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Value = Markup | string | number | false | null | undefined | readonly (Markup | false | null)[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one) : text;

const written = (value: Value): string => {
  if (value === false || value === null || value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? escaped(value) : value.map((part) => (part ? part.text : '')).join('');
};

/**
 * The small parts that stand hundreds of times on a page, written as text: a component each would cost
 * several times as much. Every value is escaped; there is no way around it.
 */
export const html = (texts: TemplateStringsArray, ...values: readonly Value[]): Markup => {
  let text = texts[0] ?? '';
  for (let index = 0; index < values.length; index += 1)
    text += written(values[index]) + (texts[index + 1] ?? '');
  return new Markup(text);
};

/** ` name="value"`, or nothing. */
export const attribute = (name: 'lang' | 'class', value: string | undefined): Markup | false =>
  value === undefined || value === '' ? false : new Markup(` ${name}="${escaped(value)}"`);
