import { pagePaths } from '#shared/publication/page-views.ts';
import { useDesk } from '../../desk-context.ts';
import type { OfPlatform } from '../use-platform.ts';
import { usePlatformWords } from '../words/with-words.tsx';

/** Where the public sees what was submitted. */
export const PublicLinks = ({ of }: { readonly of: OfPlatform }) => {
  const { language } = useDesk();
  const { own } = usePlatformWords();
  return (
    <section>
      <h2>{own.public}</h2>
      <ul class="places">
        <li>
          <a href={pagePaths.advertiser(language, of.election, of.platform)}>{own.ownPage}</a>
        </li>
        <li>
          <a href={pagePaths.advertisements(language, of.election)}>{own.register}</a>
        </li>
        <li>
          <a href={pagePaths.checkFile(language, of.election)}>{own.checkFile}</a>
        </li>
      </ul>
    </section>
  );
};
