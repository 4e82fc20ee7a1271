/** Pieces of bytes one after the other, each behind its length in four bytes. */
export const frameOf = (bytes: Uint8Array): Buffer => {
  const frame = Buffer.alloc(4 + bytes.length);
  frame.writeUInt32BE(bytes.length);
  frame.set(bytes, 4);
  return frame;
};

/** All whole pieces, in order; a piece that has not come to its end is left out. */
export const readFrames = (bytes: Buffer): readonly Buffer[] => {
  const frames: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const end = at + 4 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    frames.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return frames;
};
