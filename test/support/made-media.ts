import sharp from 'sharp';

/** A picture of so many pixels, coloured all over. */
export const madeImage = (
  format: 'png' | 'jpeg' | 'gif' | 'tiff',
  width = 64,
  height = 48,
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: 180, g: 40, b: 30 } } })
    .toFormat(format)
    .toBuffer();

const chunk = (id: string, bytes: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(id, 'latin1');
  head.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
};

const list = (type: string, ...chunks: readonly Buffer[]): Buffer =>
  chunk('LIST', Buffer.concat([Buffer.from(type), ...chunks]));

/** A quarter of a second of silence, with a title as sound editors write it. */
export const madeWav = (samples = 2_000): Buffer => {
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(8_000, 4);
  format.writeUInt32LE(16_000, 8);
  format.writeUInt16LE(2, 12);
  format.writeUInt16LE(16, 14);
  const title = list('INFO', chunk('INAM', Buffer.from('Speech\0')));
  return chunk(
    'RIFF',
    Buffer.concat([
      Buffer.from('WAVE'),
      chunk('fmt ', format),
      title,
      chunk('data', Buffer.alloc(2 * samples)),
    ]),
  );
};

/** Frames of 128 kbit/s at 44.1 kHz, with titles before and after. */
export const madeMp3 = (frames = 20): Buffer => {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9064);
  const title = Buffer.concat([Buffer.from('TIT2\0\0\0\x07\0\0\x03Speech', 'latin1')]);
  const tag = Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, title.length]), title]);
  const old = Buffer.alloc(128);
  old.write('TAGSpeech', 'latin1');
  return Buffer.concat([tag, ...Array.from({ length: frames }, () => frame), old]);
};

/** A header, one stream, and frames of nothing. */
export const madeAvi = (): Buffer => {
  const header = chunk('avih', Buffer.alloc(56));
  const stream = list(
    'strl',
    chunk('strh', Buffer.from('vidsMJPG'.padEnd(56, '\0'))),
    chunk('strf', Buffer.alloc(40)),
  );
  const movie = list('movi', chunk('00dc', Buffer.alloc(100)), chunk('00dc', Buffer.alloc(101)));
  return chunk(
    'RIFF',
    Buffer.concat([
      Buffer.from('AVI '),
      list('hdrl', header, stream),
      chunk('JUNK', Buffer.alloc(30)),
      movie,
      chunk('idx1', Buffer.alloc(32)),
    ]),
  );
};

const packet = (code: number, bytes: number): Buffer => {
  const made = Buffer.alloc(6 + bytes);
  made.writeUInt32BE(code);
  made.writeUInt16BE(bytes, 4);
  return made;
};

/** Packs of MPEG-2 with a system header, film and sound. */
export const madeMpeg = (): Buffer => {
  const pack = Buffer.alloc(14);
  pack.writeUInt32BE(0x1ba);
  pack.writeUInt8(0x44, 4);
  pack.writeUInt8(0xf8, 13);
  const end = Buffer.alloc(4);
  end.writeUInt32BE(0x1b9);
  const one = [pack, packet(0x1bb, 12), packet(0x1e0, 400), pack, packet(0x1c0, 200), packet(0x1be, 50)];
  return Buffer.concat([...one, ...one, end]);
};
