import { nameProblem, safeName } from '#shared/advertisements/file-names.ts';
import { identityNumbersIn } from '#shared/identity-numbers.ts';

/** Bit 11: the name is UTF-8. Without it, Windows in Hong Kong writes Big5, on the mainland GBK; the standard says code page 437. */
const IS_UTF8 = 0x800;

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

export const zipName = (raw: Uint8Array, flags: number): string => {
  const utf8 = decoded(raw, 'utf-8');
  if ((flags & IS_UTF8) !== 0 || utf8 !== null) return utf8 ?? Buffer.from(raw).toString('latin1');
  const unknown = (): string =>
    Buffer.from(raw)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, '_');
  return decoded(raw, 'big5') ?? decoded(raw, 'gb18030') ?? unknown();
};

/** Absolute, upwards, with a drive, or with the separator of another system: it would be unpacked somewhere else. */
export const isUnsafePath = (path: string): boolean =>
  path.startsWith('/') ||
  path.includes('\\') ||
  /^[A-Za-z]:/.test(path) ||
  path
    .replace(/\/$/, '')
    .split('/')
    .some((step) => step === '..' || step === '');

/** Every step of a path is a name; the name that is shown of it holds nothing unseen and no identity-card number. */
export const hasUnsafeName = (path: string): boolean =>
  path
    .replace(/\/$/, '')
    .split('/')
    .some((step) => step !== '.' && nameProblem(step) !== null);

/** The name of a file inside an archive, as a public report may show it. */
export const shownPath = (path: string): string => {
  const shown = path
    .split('/')
    .slice(-4)
    .map((step) => safeName(step, null))
    .join('/')
    .slice(0, 250)
    .toWellFormed();
  return identityNumbersIn(shown).length === 0 ? shown : 'file';
};
