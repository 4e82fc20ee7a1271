/** Schemes of addresses that a reader may follow. */
const HARMLESS = new Set([
  'http',
  'https',
  'mailto',
  'tel',
  'sms',
  'ftp',
  'ftps',
  'geo',
  'whatsapp',
  'weixin',
  'line',
  'tg',
  'fax',
  'cid',
  'mid',
  'about',
  'news',
  'onenote',
]);

/** Named in reports; any other one is `other`. */
const NAMED = new Set([
  'javascript',
  'vbscript',
  'data',
  'file',
  'ms-msdt',
  'search-ms',
  'ms-officecmd',
  'mhtml',
  'its',
  'mk',
  'res',
  'shell',
  'jar',
  'blob',
  'smb',
  'ldap',
]);

const DROPPED = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\ufeff]/g;

/** The scheme of a link that runs something or reaches into a computer or its network; `null` when following it is harmless. */
export const dangerousScheme = (target: string): string | null => {
  const plain = target.replace(DROPPED, '');
  if (/^(\\\\|\/\/[^/]*@ssl|\\\/|\/\\)/i.test(plain)) return 'file';
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(plain)?.[1]?.toLowerCase();
  // Some programs climb up to a drive instead of naming it outright.
  if (scheme === undefined) return /[\\/][A-Za-z]:([\\/]|$)/.test(plain) ? 'file' : null;
  if (HARMLESS.has(scheme)) return null;
  // `C:\…` looks like a scheme of one letter.
  if (scheme.length === 1) return 'file';
  if (NAMED.has(scheme)) return scheme;
  // A host with the number of its port.
  return /^[a-z0-9.-]+:\d+(\/|$)/i.test(plain) ? null : 'other';
};

/** Whether an address is fetched from another computer: `http://…`, `//host/…`, `\\host\…`. */
export const isRemote = (target: string): boolean => {
  const plain = target.replace(DROPPED, '');
  return /^(https?|ftps?|wss?|smb|file|gopher|rtsp):/i.test(plain) || /^[\\/]{2}/.test(plain);
};
