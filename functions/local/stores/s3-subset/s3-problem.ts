/** An answer other than success, by S3's own code. */
export class S3Problem extends Error {
  override readonly name = 'S3Problem';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notImplemented = (what: string): S3Problem =>
  new S3Problem(501, 'NotImplemented', `This store does not implement ${what}.`);

export const preconditionFailed = (): S3Problem =>
  new S3Problem(412, 'PreconditionFailed', 'At least one of the preconditions you specified did not hold.');

export const noSuchKey = (): S3Problem =>
  new S3Problem(404, 'NoSuchKey', 'The specified key does not exist.');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export const xmlText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML writes them as references
  text.replace(/[&<>"'\u0000-\u001f]/g, (c) => entities[c] ?? `&#x${c.charCodeAt(0).toString(16)};`);

export const problemXml = (problem: S3Problem, resource: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${problem.code}</Code><Message>${xmlText(problem.message)}</Message><Resource>${xmlText(resource)}</Resource></Error>`;
