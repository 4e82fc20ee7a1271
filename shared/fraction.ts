/** Exact fractions of whole votes. Nothing that decides a seat ever passes through floating point. */
export interface Fraction {
  readonly numerator: bigint;
  /** Always positive; the fraction is kept in lowest terms. */
  readonly denominator: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export const fraction = (numerator: bigint | number, denominator: bigint | number = 1n): Fraction => {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError('A fraction cannot have the denominator 0');
  const sign = d < 0n ? -1n : 1n;
  const divisor = gcd(n, d) || 1n;
  return { numerator: (sign * n) / divisor, denominator: (sign * d) / divisor };
};

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const subtract = (a: Fraction, b: Fraction): Fraction =>
  add(a, { numerator: -b.numerator, denominator: b.denominator });

export const multiply = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

/** Negative, zero or positive, as `Array.prototype.sort` wants it. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The greatest whole number that is not greater. */
export const floor = (a: Fraction): bigint => {
  const quotient = a.numerator / a.denominator;
  return a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient;
};

/** `"47252"` or `"330766/7"`: the exact form that published files carry. */
export const format = (a: Fraction): string =>
  a.denominator === 1n ? `${a.numerator}` : `${a.numerator}/${a.denominator}`;

/** Reads what `format` writes. */
export const parse = (text: string): Fraction => {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`Not an exact fraction: ${text}`);
  return fraction(BigInt(match[1] as string), BigInt(match[2] ?? '1'));
};
