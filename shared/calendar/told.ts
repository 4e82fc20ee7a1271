/** Words written in each of the portal's languages, by their BCP 47 codes; never converted from one another. */
export interface Told {
  readonly en: string;
  readonly 'zh-Hant': string;
  readonly 'zh-Hans': string;
}

export type ToldLanguage = keyof Told;

export const told = (en: string, hant: string, hans: string): Told => ({
  en,
  'zh-Hant': hant,
  'zh-Hans': hans,
});
