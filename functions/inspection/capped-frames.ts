/** Before each piece of bytes stands its length in four bytes. */
export const lengthOf = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
};

export const frameOf = (bytes: Uint8Array): Buffer => Buffer.concat([lengthOf(bytes), bytes]);

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
