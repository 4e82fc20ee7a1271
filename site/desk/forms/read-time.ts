/** A time of day as people type it: `22:30`, `2230`, `22.30`, `22時30分`, full-width too; null where it is none. */
export const readTime = (typed: string): string | null => {
  const text = typed
    .replace(/[\uff10-\uff19\uff1a]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .trim();
  const found = /^(\d{1,2})\s*[:.時时]\s*(\d{2})\s*分?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};
