declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  interface Parameters {
    readonly version: 'aes128gcm';
    /** Of whom it is encrypted for, in base64url. */
    readonly dh?: string;
    readonly privateKey: ECDH;
    readonly authSecret: string;
  }

  /** The whole body (RFC 8188), its header included. */
  export const encrypt: (plain: Buffer, parameters: Parameters) => Buffer;
  export const decrypt: (body: Buffer, parameters: Parameters) => Buffer;
}
