import { LANGUAGES, type Language } from '../election/text.ts';
import type { CountedConstituency } from '../recount/count-constituency.ts';
import type { ElectionHead } from '../recount/results.ts';
import { headFor, type PageFacts, type PlannedPage } from './page-plan.ts';
import { pagePaths } from './page-views.ts';

const constituencyImage = (
  electionHead: ElectionHead,
  { result }: CountedConstituency,
  language: Language,
): PlannedPage => {
  const head = headFor(electionHead, result);
  const path = pagePaths.shareConstituency(language, head.election, result.id);
  return {
    kind: 'share-constituency',
    path,
    version: result.version,
    view: () => ({ kind: 'share-constituency', path, language, head, result }),
  };
};

/**
 * Every picture of a version, in every language: what stands in a chat or a feed where a page is shared. Planned as pages are, from the same
 * facts; one that shows nothing new keeps its version.
 */
export const planImages = ({ published }: Pick<PageFacts, 'published'>): readonly PlannedPage[] =>
  LANGUAGES.flatMap((language): readonly PlannedPage[] => {
    const { head, results, constituencies } = published.election;
    const path = pagePaths.shareElection(language, head.election);
    return [
      {
        kind: 'share-election',
        path,
        version: head.version,
        view: () => ({ kind: 'share-election', path, language, head, results }),
      },
      ...constituencies.map((counted) => constituencyImage(head, counted, language)),
    ];
  });
