import type { Language } from '#shared/election/text.ts';

const BY_TAG: readonly (readonly [RegExp, Language])[] = [
  [/^zh-(hans|cn|sg|my)/, 'zh-Hans'],
  [/^zh/, 'zh-Hant'],
  [/^en/, 'en'],
];

const qualityOf = (parameters: string | undefined): number => {
  const quality = /q=([\d.]+)/.exec(parameters ?? '')?.[1];
  return quality === undefined ? 1 : Number(quality);
};

/** The language a caller asks for: `zh-TW` and `zh-HK` are traditional, `zh-CN` simplified, anything else English. */
export const preferredLanguage = (acceptLanguage: string | undefined): Language => {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag, parameters] = part.trim().toLowerCase().split(';');
      return { tag: tag ?? '', quality: qualityOf(parameters) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const match = BY_TAG.find(([pattern]) => pattern.test(tag));
    if (match) return match[1];
  }
  return 'en';
};
