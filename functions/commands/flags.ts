import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Why a command line is not understood, or the command cannot begin: a sentence that is printed without a trace, with exit code 2. */
export class Misunderstood extends Error {
  override readonly name = 'Misunderstood';
}

type Flags = NonNullable<ParseArgsConfig['options']>;

/** Reads the flags of a command line, by name. Throws `Misunderstood` where one is unknown, or lacks its value. */
export const readFlags = <T extends Flags>(args: readonly string[], options: T) => {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new Misunderstood((cause as Error).message);
  }
};
