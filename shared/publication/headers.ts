import { LANGUAGES, languagePath } from '../election/text.ts';

/**
 * Headers of everything public, from CloudFront and from the local default alike. Nothing inline, nothing foreign;
 * data may be read by any page anywhere.
 */
export interface OtherOrigins {
  /** Where files of candidates are served from: pages show pictures that were made of them. */
  readonly files?: string;
  /** What scripts of this page may also reach. */
  readonly reached?: readonly string[];
  /** Whether any website may show this page in a frame: nobody signs in or sends anything there. */
  readonly framed?: boolean;
}

export const contentSecurityPolicy = ({ files, reached = [], framed = false }: OtherOrigins = {}): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ['img-src', "'self'", 'data:', ...(files === undefined ? [] : [files])].join(' '),
    ['connect-src', "'self'", ...reached].join(' '),
    "font-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framed ? '*' : "'self'"}`,
  ].join('; ');

export const CONTENT_SECURITY_POLICY = contentSecurityPolicy();

/** Below each language: pages whose scripts reach the sign-in, and where files are brought to. */
export const APP_FOLDERS: readonly string[] = ['desk'];

/** Below each election: pages made for frames of other websites. */
const FRAMED_FOLDER = 'embed';

/**
 * Addresses that any website may show in a frame, a star for whatever stands there: `/en/{election}/embed/…`. Nobody signs in or sends
 * anything below them. The edge matches them as patterns, where a star may hold slashes too.
 */
export const FRAMED_PATHS: readonly string[] = LANGUAGES.map(
  (language) => `/${languagePath(language)}/*/${FRAMED_FOLDER}/*`,
);

const FRAMED = FRAMED_PATHS.map((path) => new RegExp(`^${path.replace('*', '[^/]+').replace('*', '')}`));

/** Whether any website may show what stands at this address in a frame. */
export const isFramed = (path: string): boolean => FRAMED.some((framed) => framed.test(path));

export const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'access-control-allow-origin': '*',
} as const;

/** Addresses whose files scripts of other sites read. */
export const isOpenData = (path: string): boolean => /^\/(data\/|schemas\/|openapi\.json$)/.test(path);

/** What a script of another site may read besides the body: the ETag, to ask for what has changed only. */
export const OPEN_DATA_HEADERS = { 'access-control-expose-headers': 'ETag, Last-Modified' } as const;

/** The answer to a browser that asks whether a script of another site may send `If-None-Match`. */
export const PREFLIGHT_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
} as const;

/** A minute: how long an edge may still show what was removed. */
export const UPLOAD_CACHE = 'public, max-age=60';

/**
 * Headers of candidates' files, on an origin of their own: whatever they hold, a browser saves them and runs nothing. Pictures made of them
 * are shown by pages of the portal, which is another origin.
 */
export const UPLOAD_HEADERS = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
} as const;

/** Controls, what turns the reading direction, and what parts a path: a name shall look like what it is. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu;

/** RFC 6266: the name in full, and what is left of it in ASCII for programs that know no better. */
export const attachment = (name: string): string => {
  const fit = name.toWellFormed().replace(UNFIT, '_');
  const plain = fit.replace(/[^ -~]|["%]/gu, '_');
  const full = encodeURIComponent(fit).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
};
