/** Addresses of the Central Platform at the API, and of its screens. */

const part = encodeURIComponent;

export const platformApi = {
  all: (of: string) => `/api/elections/${part(of)}/platform`,
  one: (of: string, platform: string) => `${platformApi.all(of)}/${part(platform)}`,
  submissions: (of: string, platform: string) => `${platformApi.one(of, platform)}/submissions`,
  commits: (of: string, platform: string) => `${platformApi.one(of, platform)}/commits`,
  confirmations: (of: string, platform: string) => `${platformApi.one(of, platform)}/confirmations`,
  addresses: (of: string, platform: string) => `${platformApi.one(of, platform)}/addresses`,
  removals: (of: string, platform: string) => `${platformApi.one(of, platform)}/removals`,
} as const;

/** Steps of a submission, each with its own place in the browser's history. */
export const STEPS = ['particulars', 'files', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const platformScreens = {
  all: (of: string) => `#/${part(of)}/platform`,
  open: (of: string) => `#/${part(of)}/platform/new`,
  own: (of: string, platform: string) => `${platformScreens.all(of)}/${part(platform)}`,
  revise: (of: string, platform: string) => `${platformScreens.own(of, platform)}/revise`,
  remove: (of: string, platform: string, advertisement: string) =>
    `${platformScreens.own(of, platform)}/remove/${part(advertisement)}`,
  advertisement: (of: string, platform: string, advertisement: string) =>
    `${platformScreens.own(of, platform)}/advertisements/${part(advertisement)}`,
  submit: (of: string, platform: string, draft: string, step: Step = 'particulars') =>
    `${platformScreens.own(of, platform)}/submit/${part(draft)}/${step}`,
  /** Begins a draft: of an advertisement, or of something about one, as the query says. */
  begin: (of: string, platform: string, about: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams(about).toString();
    return `${platformScreens.own(of, platform)}/begin${query === '' ? '' : `?${query}`}`;
  },
  receipt: (of: string, platform: string, reference: string) =>
    `${platformScreens.own(of, platform)}/receipts/${part(reference)}`,
  address: (of: string, platform: string) => `${platformScreens.own(of, platform)}/address`,
} as const;
