/** Turns a drawing into a picture. Pure: the same drawing gives the same bytes, on every machine. */
export interface Pictures {
  /** From SVG in UTF-8, of a page of ours, to PNG of the size that it says. */
  draw(svg: Uint8Array): Promise<Uint8Array>;
}
