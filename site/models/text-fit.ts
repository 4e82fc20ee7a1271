/**
 * How wide text is in the faces of pictures, Noto Sans HK and SC, whose Latin letters are the same. A picture has no browser that would wrap
 * its text, so what is too long is made smaller, and at last cut short.
 */

/** Advance widths from space to tilde, in thousandths of the size. */
const REGULAR = [
  224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555,
  555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293,
  535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555,
  559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468,
  377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
];
const BOLD = [
  227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590,
  590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330,
  568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590,
  567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 437, 495,
  421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
];
/** Han characters and their marks; few others are wider, and most are narrower. */
const OTHER = 1000;

const SPACE = 0x20;

export interface Face {
  readonly size: number;
  readonly bold?: boolean;
}

/** In pixels; never less than what is drawn, but for a handful of letters that no name here has. */
export const widthOf = (text: string, { size, bold = false }: Face): number => {
  const widths = bold ? BOLD : REGULAR;
  let sum = 0;
  for (const one of text) sum += widths[(one.codePointAt(0) ?? 0) - SPACE] ?? OTHER;
  return (sum * size) / 1000;
};

const HAN = /\p{Script=Han}/u;

/** The mark of what is left out: the Chinese one stands in the middle of the line, which is wrong beside Latin letters. */
const leftOut = (text: string): string => (HAN.test(text) ? '…' : '...');

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text, or as much of its beginning as there is room for. */
export const cut = (text: string, width: number, face: Face): string => {
  if (widthOf(text, face) <= width) return text;
  const mark = leftOut(text);
  let kept = '';
  for (const { segment } of segments.segment(text)) {
    if (widthOf(kept + segment + mark, face) > width) break;
    kept += segment;
  }
  return kept.trimEnd() + mark;
};

/** The largest size at which the text fits, from the first to the second; the second where none does. */
export const sizeFor = (
  text: string,
  width: number,
  { largest, smallest, bold = false }: { largest: number; smallest: number; bold?: boolean },
): number => {
  const wide = widthOf(text, { size: largest, bold });
  return wide <= width ? largest : Math.max(smallest, Math.floor((largest * width) / wide));
};

/** Where a line may end: after a space, a Han character, or the mark that follows one. */
const BREAK = /(?<=[\s\p{Script=Han}，。、；：）」』])(?![，。、；：）」』])/u;

/** Lines of at most this width, so many at most; the last one is cut short. */
export const linesOf = (
  text: string,
  width: number,
  face: Face & { readonly most: number },
): readonly string[] => {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < face.most - 1 && widthOf(rest, face) > width) {
    let line = '';
    for (const piece of rest.split(BREAK)) {
      if (line !== '' && widthOf((line + piece).trimEnd(), face) > width) break;
      line += piece;
    }
    lines.push(cut(line.trimEnd(), width, face));
    rest = rest.slice(line.length);
  }
  return rest === '' ? lines : [...lines, cut(rest, width, face)];
};
