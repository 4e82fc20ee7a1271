/** A figure of the form, by its path. */
export interface HintFigure {
  readonly path: string;
  readonly value: number;
}

/** What would account for a sum that differs: at most one, and only where the arithmetic fits exactly. */
export type SumHint =
  /** Two neighbouring digits were exchanged in one field. */
  | { readonly kind: 'swapped'; readonly path: string; readonly typed: number; readonly meant: number }
  /** One digit was left out. */
  | { readonly kind: 'missing'; readonly path: string; readonly typed: number; readonly meant: number }
  /** One digit was typed twice. */
  | { readonly kind: 'doubled'; readonly path: string; readonly typed: number; readonly meant: number }
  /** From this field on every figure stands one row too low. */
  | { readonly kind: 'slipped'; readonly path: string }
  /** The sum itself stands in the last row of the lists. */
  | { readonly kind: 'sum-in-list'; readonly path: string };

export interface SumQuestion {
  /** What should add up, in the order of the form. */
  readonly fields: readonly HintFigure[];
  /** What the form gives as their sum. */
  readonly total: HintFigure;
  /** The figure that the form has after the sum; null where it is empty. */
  readonly next: number | null;
}

type Digit = Extract<SumHint, { typed: number }>;

/** Every figure that one slip of a kind turns into the one typed. */
const MEANT: Readonly<Record<Digit['kind'], (typed: string) => readonly string[]>> = {
  swapped: (typed) =>
    [...typed].slice(1).map((_, at) => {
      const [a = '', b = ''] = [typed[at], typed[at + 1]];
      return `${typed.slice(0, at)}${b}${a}${typed.slice(at + 2)}`;
    }),
  missing: (typed) =>
    [...typed, ''].flatMap((_, at) =>
      [...'0123456789'].map((digit) => `${typed.slice(0, at)}${digit}${typed.slice(at)}`),
    ),
  doubled: (typed) =>
    [...typed].flatMap((digit, at) =>
      digit === typed[at + 1] ? [`${typed.slice(0, at)}${typed.slice(at + 1)}`] : [],
    ),
};

/** No paper form writes a figure with a zero in front. */
const isWritten = (text: string): boolean => text === '0' || /^[1-9]/.test(text);

/** The one figure in which a slip of this kind makes the sum fit; none where two could. */
const inOneFigure = (
  kind: Digit['kind'],
  figures: readonly (HintFigure & { readonly meant: number })[],
): Digit | null => {
  const found = figures.filter(({ value, meant }) =>
    MEANT[kind](String(value)).some((text) => text === String(meant) && isWritten(text)),
  );
  const [only] = found;
  return only && found.length === 1 ? { kind, path: only.path, typed: only.value, meant: only.meant } : null;
};

/** A row typed twice, or left empty: all that follows stands one row too low, the last list as the sum, the sum as what comes after it. */
const slipped = ({ fields, total, next }: SumQuestion, sum: number): SumHint | null => {
  if (next === null || next === 0) return null;
  const from = fields.find(({ value }, at) => {
    const twice = value !== 0 && fields[at + 1]?.value === value;
    return (twice && sum - value + total.value === next) || (value === 0 && sum + total.value === next);
  });
  return from ? { kind: 'slipped', path: from.path } : null;
};

/** A row left out: what should be the sum stands in the last list. */
const sumInList = ({ fields }: SumQuestion, sum: number): SumHint | null => {
  const last = fields.at(-1);
  if (!last || fields.length < 3 || last.value === 0 || sum !== 2 * last.value) return null;
  return { kind: 'sum-in-list', path: last.path };
};

/** Looks for the one slip of the hand that would make the sum fit. It never says that there was one: the paper form does. */
export const sumHint = (question: SumQuestion): SumHint | null => {
  const { fields, total } = question;
  const sum = fields.reduce((all, { value }) => all + value, 0);
  const difference = total.value - sum;
  if (difference === 0) return null;
  const whole = slipped(question, sum) ?? sumInList(question, sum);
  if (whole) return whole;
  const figures = [
    ...fields.map((field) => ({ ...field, meant: field.value + difference })),
    { ...total, meant: sum },
  ];
  for (const kind of ['swapped', 'doubled', 'missing'] as const) {
    const hint = inOneFigure(kind, figures);
    if (hint) return hint;
  }
  return null;
};
