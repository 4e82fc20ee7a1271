import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a ZIP that a test makes, with everything about it that can be a lie. */
export interface MadeEntry {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly mode?: number;
  /** Name in the header before the bytes, when it is to differ from the list. */
  readonly headerName?: string;
  /** What the list says of the unpacked size. */
  readonly saysBytes?: number;
  readonly saysCrc?: number;
  /** Packed bytes as they are. */
  readonly packed?: Uint8Array;
  /** Lies over the entry of this index instead of having bytes of its own. */
  readonly over?: number;
}

export const asBytes = (bytes: Uint8Array | string): Buffer => Buffer.from(bytes as Uint8Array);

interface Placed {
  readonly entry: MadeEntry;
  readonly packed: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly at: number;
}

const header = (
  signature: number,
  { entry, packed, method, crc, size }: Placed,
  name: Buffer,
  listed: boolean,
): Buffer => {
  const made = Buffer.alloc(listed ? 46 : 30);
  made.writeUInt32LE(signature);
  const at = listed ? 6 : 4;
  if (listed) made.writeUInt16LE((entry.mode === undefined ? 0 : 3) * 256 + 20, 4);
  made.writeUInt16LE(20, at);
  made.writeUInt16LE(entry.flags ?? 0x800, at + 2);
  made.writeUInt16LE(method, at + 4);
  made.writeUInt32LE(crc, at + 10);
  made.writeUInt32LE(packed.length, at + 14);
  made.writeUInt32LE(size, at + 18);
  made.writeUInt16LE(name.length, at + 22);
  return made;
};

const place = (entry: MadeEntry, at: number): Placed => {
  const plain = asBytes(entry.bytes);
  const method = entry.method ?? (entry.stored ? 0 : 8);
  const packed = asBytes(entry.packed ?? (method === 0 ? plain : deflateRawSync(plain)));
  return {
    entry,
    packed,
    method,
    crc: entry.saysCrc ?? crc32(plain),
    size: entry.saysBytes ?? plain.length,
    at,
  };
};

interface Around {
  readonly before?: Uint8Array;
  readonly beforeList?: Uint8Array;
  readonly after?: Uint8Array;
  readonly saysEntries?: number;
}

/** A ZIP of these files. */
export const madeZip = (entries: readonly MadeEntry[], around: Around = {}): Buffer => {
  const pieces: Buffer[] = [asBytes(around.before ?? new Uint8Array())];
  const length = (): number => pieces.reduce((sum, piece) => sum + piece.length, 0);
  const placed: Placed[] = [];
  for (const entry of entries) {
    const over = entry.over === undefined ? undefined : placed[entry.over];
    if (over) {
      placed.push({ ...over, entry });
      continue;
    }
    const one = place(entry, length());
    const name = Buffer.from(entry.headerName ?? entry.name);
    pieces.push(header(0x04034b50, one, name, false), name, one.packed);
    placed.push(one);
  }
  pieces.push(asBytes(around.beforeList ?? new Uint8Array()));
  const listAt = length();
  for (const one of placed) {
    const name = Buffer.from(one.entry.name);
    const listed = header(0x02014b50, one, name, true);
    listed.writeUInt32LE(((one.entry.mode ?? 0) << 16) >>> 0, 38);
    listed.writeUInt32LE(one.at, 42);
    pieces.push(listed, name);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(around.saysEntries ?? entries.length, 8);
  end.writeUInt16LE(around.saysEntries ?? entries.length, 10);
  end.writeUInt32LE(length() - listAt, 12);
  end.writeUInt32LE(listAt, 16);
  return Buffer.concat([...pieces, end, asBytes(around.after ?? new Uint8Array())]);
};
