import { useEffect } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { useObserved } from '../../observable.ts';
import type { ScreenProps } from '../../routes.ts';
import { Screen } from '../../shell/Screen.tsx';
import { Told } from '../../shell/Told.tsx';
import type { Platform } from '../platform-answers.ts';
import { platformScreens, STEPS } from '../platform-paths.ts';
import { useWork } from '../upload/use-work.ts';
import type { Work, WorkState } from '../upload/work.ts';
import { type OfPlatform, ofParams, usePlatform } from '../use-platform.ts';
import { usePlatformWords, withWords } from '../words/with-words.tsx';
import { Check } from './Check.tsx';
import { Files } from './Files.tsx';
import { Particulars } from './Particulars.tsx';

/** What each step of a submission is given. */
export interface StepProps {
  readonly of: OfPlatform;
  readonly platform: Platform;
  readonly work: Work;
  readonly state: WorkState;
}

const Step = ({
  step,
  work,
  ...props
}: Omit<StepProps, 'state'> & { readonly step: (typeof STEPS)[number] }) => {
  const state = useObserved(work.state);
  useEffect(() => {
    if (step !== 'particulars') work.goOn();
  }, [work, step]);
  const given = { ...props, work, state };
  if (step === 'files') return <Files {...given} />;
  return step === 'check' ? <Check {...given} /> : <Particulars {...given} />;
};

/** One submission, step by step: particulars, files, answers to check. */
export const Submit = withWords(({ params }: ScreenProps) => {
  const { words } = useDesk();
  const { submit, own } = usePlatformWords();
  const of = ofParams(params);
  const asked = usePlatform(of);
  const work = useWork(of, params['draft'] ?? '');
  const step = STEPS.find((one) => one === params['step']) ?? 'particulars';
  const home = platformScreens.own(of.election, of.platform);
  if (work === 'loading') return <p class="loading">{words.common.loading}</p>;
  if (work === 'none') {
    return (
      <Screen title={submit.noDraft.title} back={{ href: home, name: own.title }}>
        <p class="lead">{submit.noDraft.words}</p>
        <p class="buttons">
          <a class="button" href={platformScreens.begin(of.election, of.platform)}>
            {own.begin}
          </a>
        </p>
      </Screen>
    );
  }
  return (
    <Told asked={asked}>{(platform) => <Step of={of} platform={platform} work={work} step={step} />}</Told>
  );
});
