import { identityFindings } from './identity.ts';
import { type Reading, reading, unreadable } from './report.ts';
import { decodeText } from './text-encoding.ts';

/** Plain text in one of the encodings that people here use; anything else is no text. */
export const inspectTxt = (bytes: Uint8Array): Reading => {
  const decoded = decodeText(bytes);
  if (!decoded) return unreadable('txt');
  return reading(identityFindings(decoded.text, 'text'), {
    text: decoded.text,
    accessibility: { textLayer: true },
  });
};
