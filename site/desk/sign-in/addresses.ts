import * as z from 'zod/mini';

/** Where people sign in, as the portal says in `/sign-in.json`: its own page locally, the user pool's on AWS. */
const SignInAddresses = z.object({
  authorize: z.string(),
  token: z.string(),
  revoke: z.string(),
  logout: z.string(),
  clientId: z.string(),
  scopes: z.array(z.string()),
  local: z.boolean(),
});
export type SignInAddresses = z.infer<typeof SignInAddresses>;

export const readAddresses = async (fetchFile: typeof fetch): Promise<SignInAddresses> => {
  const response = await fetchFile('/sign-in.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`/sign-in.json was answered with ${response.status}`);
  return z.parse(SignInAddresses, await response.json());
};

export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly challenge: string;
  readonly language: string;
  readonly prompt?: 'none' | 'login' | undefined;
}

/** The address of the sign-in page for one sign-in. */
export const authorizeAddress = (
  { authorize, clientId, scopes }: SignInAddresses,
  { redirectUri, state, challenge, language, prompt }: AuthorizeRequest,
): string => {
  const url = new URL(authorize, redirectUri);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state,
    scope: scopes.join(' '),
    ui_locales: language,
    lang: language,
    ...(prompt === undefined ? {} : { prompt }),
  }).toString();
  return url.href;
};
