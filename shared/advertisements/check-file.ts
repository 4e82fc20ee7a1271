import { type NameProblem, nameProblem } from './file-names.ts';
import {
  type Advice,
  adviceForName,
  extensionOf,
  type Format,
  formatOfName,
  MAX_FILE_BYTES,
} from './file-rules.ts';

/** Why a file is refused before a byte of it is sent. */
export type FileProblem =
  | { readonly code: NameProblem }
  | { readonly code: 'empty-file' }
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'not-on-the-list'; readonly ending: string; readonly advice: Advice };

export interface OfferedFile {
  readonly name: string;
  readonly bytes: number;
}

/** The format of a file by its name and size, or every reason to refuse it: what the browser says at once, and the API again. */
export const checkFile = ({
  name,
  bytes,
}: OfferedFile): { readonly format: Format | null; readonly problems: readonly FileProblem[] } => {
  const named = nameProblem(name);
  const format = formatOfName(name);
  const problems: FileProblem[] = [];
  if (named !== null) problems.push({ code: named });
  if (bytes <= 0) problems.push({ code: 'empty-file' });
  if (bytes > MAX_FILE_BYTES) problems.push({ code: 'too-large', bytes, limit: MAX_FILE_BYTES });
  if (format === null) {
    problems.push({
      code: 'not-on-the-list',
      ending: extensionOf(name).slice(0, 12),
      advice: adviceForName(name),
    });
  }
  return { format, problems };
};
