import { request } from 'node:http';
import { sha256Hex, signatureOf } from '#functions/local/stores/signature-v4.ts';
import type { RunningStores } from '#functions/local/stores/start-stores.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** S3's code in the error document. */
  readonly code: string | undefined;
}

export interface RawRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signedAt?: Date;
  readonly secret?: string;
  readonly service?: string;
  /** Changes the request after it was signed. */
  readonly tamper?: (sent: { path: string; headers: Record<string, string>; body: Uint8Array }) => void;
}

const send = (
  endpoint: string,
  method: string,
  sent: { path: string; headers: Record<string, string>; body: Uint8Array },
) =>
  new Promise<RawAnswer>((resolve, reject) => {
    const { hostname, port } = new URL(endpoint);
    const options = { hostname, port, method, path: sent.path, headers: sent.headers, agent: false };
    request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        const code = /<Code>(\w+)<\/Code>/.exec(body)?.[1];
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, code });
      });
    })
      .on('error', reject)
      .end(sent.body);
  });

/** One request by hand, signed unless told otherwise; the path goes over the wire as it is written. */
export const rawS3 = (stores: RunningStores, wanted: RawRequest): Promise<RawAnswer> => {
  const { method = 'GET', path, signedAt = new Date(), service = 's3' } = wanted;
  const body = Buffer.from(wanted.body ?? '');
  const headers: Record<string, string> = {
    host: new URL(stores.s3Endpoint).host,
    'x-amz-content-sha256': sha256Hex(body),
    'x-amz-date': signedAt.toISOString().replace(/[-:]|\.\d+/g, ''),
    ...wanted.headers,
  };
  const signedHeaders = Object.keys(headers).sort();
  const request = { method, url: path, headers, payloadHash: headers['x-amz-content-sha256'] ?? '' };
  const secret = wanted.secret ?? stores.credentials.secretAccessKey;
  const signature = signatureOf(request, secret, { region: 'ap-east-1', service, signedHeaders });
  const credential = `${stores.credentials.accessKeyId}/${headers['x-amz-date']?.slice(0, 8)}/ap-east-1/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
  const sent = { path, headers: { ...headers, 'content-length': String(body.length), authorization }, body };
  wanted.tamper?.(sent);
  return send(stores.s3Endpoint, method, sent);
};
