const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** 43 characters that nobody can guess: a verifier, or a state. */
export const secretText = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** What is sent ahead of a verifier, so that whoever catches the code can do nothing with it (RFC 7636, S256). */
export const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
