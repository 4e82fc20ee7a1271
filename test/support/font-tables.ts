import { readFileSync } from 'node:fs';

/** What a TrueType face has, read as the OpenType specification says; enough to ask which characters, and how wide. */
export interface FontTables {
  has(character: string): boolean;
  /** In thousandths of the size. */
  widthOf(character: string): number;
}

export const fontTables = (file: URL): FontTables => {
  const bytes = readFileSync(file);
  const at = new Map<string, number>();
  for (let table = 0; table < bytes.readUInt16BE(4); table += 1) {
    const entry = 12 + 16 * table;
    at.set(bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 8));
  }
  const table = (tag: string): number => at.get(tag) ?? 0;
  const glyphs = new Map<number, number>();
  const cmap = table('cmap');
  for (let index = 0; index < bytes.readUInt16BE(cmap + 2); index += 1) {
    const part = cmap + bytes.readUInt32BE(cmap + 8 + 8 * index);
    // Format 12: ranges of characters.
    if (bytes.readUInt16BE(part) !== 12) continue;
    for (let group = 0; group < bytes.readUInt32BE(part + 12); group += 1) {
      const range = part + 16 + 12 * group;
      const [first, last, glyph] = [0, 4, 8].map((offset) => bytes.readUInt32BE(range + offset)) as [
        number,
        number,
        number,
      ];
      for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + code - first);
    }
  }
  const unitsPerSize = bytes.readUInt16BE(table('head') + 18);
  const widths = bytes.readUInt16BE(table('hhea') + 34);
  const glyphOf = (character: string): number => glyphs.get(character.codePointAt(0) ?? 0) ?? 0;
  return {
    has: (character) => glyphOf(character) !== 0,
    widthOf: (character) =>
      (bytes.readUInt16BE(table('hmtx') + 4 * Math.min(glyphOf(character), widths - 1)) * 1000) /
      unitsPerSize,
  };
};
