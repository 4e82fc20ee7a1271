/**
 * Headers of everything public, from CloudFront and from the local default alike. Nothing inline, nothing foreign;
 * data may be read by any page anywhere.
 */
const contentSecurityPolicy = (connect: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${connect}`,
    "font-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');

export const CONTENT_SECURITY_POLICY = contentSecurityPolicy("'self'");

/** As everywhere, and scripts of the desk reach the officers' sign-in, which on AWS has an origin of its own. */
export const deskContentSecurityPolicy = (signIn: string): string =>
  contentSecurityPolicy(`'self' ${signIn}`);

export const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'access-control-allow-origin': '*',
} as const;
