import { useDesk } from '../../desk-context.ts';
import type { ScreenProps } from '../../routes.ts';
import { Screen } from '../../shell/Screen.tsx';
import { Told } from '../../shell/Told.tsx';
import { platformScreens } from '../platform-paths.ts';
import { ofParams, useOwner, usePlaceName, usePlatform } from '../use-platform.ts';
import { usePlatformWords, withWords } from '../words/with-words.tsx';
import { Addresses } from './Addresses.tsx';
import { Advertisements } from './Advertisements.tsx';
import { Attention } from './Attention.tsx';
import { Deadlines } from './Deadlines.tsx';
import { PublicLinks } from './PublicLinks.tsx';
import { Submissions } from './Submissions.tsx';
import { Unfinished } from './Unfinished.tsx';

const EVERY_MS = 10_000;

/** The first screen of a candidate: what was submitted, what became of it, and what waits. Officers see the same and change nothing. */
export const OwnPlatform = withWords(({ params }: ScreenProps) => {
  const { session } = useDesk();
  const { own, officers } = usePlatformWords();
  const of = ofParams(params);
  const asked = usePlatform(of, EVERY_MS);
  const ownerOf = useOwner();
  const placeOf = usePlaceName();
  const isCandidate = session.role === 'candidate';
  return (
    <Told asked={asked}>
      {(platform) => (
        <Screen
          title={isCandidate ? own.title : ownerOf(platform)}
          subject={placeOf(platform)}
          facts={own.facts(placeOf(platform), ownerOf(platform), of.platform)}
          {...(isCandidate ? {} : { back: { href: platformScreens.all(of.election), name: officers.title } })}
        >
          {isCandidate && (
            <p class="buttons">
              <a class="button" href={platformScreens.begin(of.election, of.platform)}>
                {own.begin}
              </a>
            </p>
          )}
          {session.role === 'chief_electoral_officer' && (
            <p class="places">
              <a href={platformScreens.revise(of.election, of.platform)}>{officers.revise.title}</a>
            </p>
          )}
          <Attention of={of} platform={platform} again={asked.ask} />
          {isCandidate && <Unfinished of={of} platform={platform} />}
          <Submissions of={of} platform={platform} />
          <Advertisements of={of} platform={platform} />
          <Deadlines platform={platform} />
          <Addresses of={of} platform={platform} />
          <PublicLinks of={of} />
        </Screen>
      )}
    </Told>
  );
});
