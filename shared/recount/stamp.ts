/** Version and time at which something last changed. */
export interface Stamp {
  readonly version: number;
  readonly asOf: string;
}

export const latestOf = (stamps: readonly Stamp[]): Stamp =>
  stamps.reduce<Stamp>((last, { version, asOf }) => (version > last.version ? { version, asOf } : last), {
    version: 0,
    asOf: '',
  });
