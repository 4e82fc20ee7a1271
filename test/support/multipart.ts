import { randomUUID } from 'node:crypto';

/** A field of a form, or its file. */
export type FormPart = readonly [name: string, value: string | Uint8Array];

/**
 * A form as its bytes go over the wire (RFC 7578). Written out, because the platform's own forms read their files in a way that can stop for
 * ever in a process whose earlier request was answered before it was all sent.
 */
export const multipart = (
  parts: readonly FormPart[],
): { readonly body: Buffer<ArrayBuffer>; readonly contentType: string } => {
  const boundary = `----form-${randomUUID()}`;
  const chunks = parts.flatMap(([name, value]) => {
    const file = typeof value === 'string' ? '' : '; filename="a file.pdf"\r\nContent-Type: application/pdf';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
    return [Buffer.from(head), Buffer.from(value), Buffer.from('\r\n')];
  });
  const body = Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
};
