import { useState } from 'preact/hooks';
import { REMOVERS, type Removal } from '#shared/advertisements/removal.ts';
import { ActFlow } from '../../acts/form/ActFlow.tsx';
import type { ActForm, Values } from '../../acts/form/act-form.ts';
import { useActState } from '../../acts/form/act-state.ts';
import { cleaned } from '../../acts/form/check-fields.ts';
import { OutcomeAnswer } from '../../answers.ts';
import type { Failure } from '../../api.ts';
import { useDesk } from '../../desk-context.ts';
import { SendButton } from '../../forms/SendButton.tsx';
import { goTo } from '../../router.ts';
import type { ScreenProps } from '../../routes.ts';
import { Name } from '../../shell/Name.tsx';
import { FailureWords, Told } from '../../shell/Told.tsx';
import type { Platform } from '../platform-answers.ts';
import { platformApi, platformScreens } from '../platform-paths.ts';
import { type OfPlatform, ofParams, usePlatform } from '../use-platform.ts';
import { usePlatformWords, withWords } from '../words/with-words.tsx';

interface RemoveProps {
  readonly of: OfPlatform;
  readonly platform: Platform;
  readonly advertisement: string;
}

/** What a colleague has asked for: who sends the same agrees to it, and the advertisement goes from public view. */
const Asked = ({ of, platform, advertisement }: RemoveProps) => {
  const { api } = useDesk();
  const { remove } = usePlatformWords().officers;
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = (platform.proposals ?? []).filter((one) => one.of === advertisement);
  const agree = async (removal: Removal): Promise<void> => {
    const answer = await api.post(platformApi.removals(of.election, of.platform), removal, OutcomeAnswer);
    if (answer.ok) goTo(platformScreens.advertisement(of.election, of.platform, advertisement));
    else setFailure(answer.problem);
  };
  return (
    <>
      {asked.map(({ by, reason, own }) => (
        <div class="warn" key={`${by} ${reason}`}>
          <p>
            <b>{own ? remove.askedByYou : remove.asked}</b> {remove.by[by]}
          </p>
          <p>
            <bdi>{reason}</bdi>
          </p>
          {own ? (
            <p>{remove.waits}</p>
          ) : (
            <p class="buttons">
              <SendButton onSend={() => agree({ of: advertisement, by, reason })}>{remove.agree}</SendButton>
            </p>
          )}
        </div>
      ))}
      {failure && <FailureWords failure={failure} />}
    </>
  );
};

const Form = ({
  page,
  again,
  ...props
}: RemoveProps & { readonly page: string | undefined; readonly again: () => void }) => {
  const { of, platform, advertisement } = props;
  const { remove } = usePlatformWords().officers;
  const kept = useActState(`${of.election}/platform-removals/${advertisement}`);
  const about = platform.register?.advertisements.find(({ id }) => id === advertisement);
  const build = (values: Values): ActForm => ({
    title: remove.title,
    subject: '',
    base: platformScreens.remove(of.election, of.platform, advertisement),
    up: {
      href: platformScreens.advertisement(of.election, of.platform, advertisement),
      name: advertisement,
    },
    pages: [
      {
        id: 'why',
        title: remove.title,
        lead: (
          <>
            <p>
              {about && <Name of={about.adType} />} {advertisement}
            </p>
            <Asked {...props} />
          </>
        ),
        fields: [
          {
            id: 'by',
            kind: 'choice',
            label: remove.direction,
            missing: remove.directionMissing,
            options: REMOVERS.map((value) => ({ value, label: remove.by[value] })),
            paths: ['$.by'],
          },
          {
            id: 'reason',
            kind: 'area',
            label: remove.reason,
            hint: remove.reasonHint,
            missing: remove.reasonMissing,
            maxLength: 1000,
            paths: ['$.reason'],
          },
        ],
      },
    ],
    texts: true,
    consequences: remove.follows.map((line) => <p key={line}>{line}</p>),
    button: remove.button,
    path: platformApi.removals(of.election, of.platform),
    number: 1,
    body: () => ({ of: advertisement, by: values['by'], reason: cleaned(values['reason']) }),
    sent: { title: remove.sent, words: <p>{remove.waits}</p> },
  });
  return <ActFlow build={build} kept={kept} page={page} again={again} />;
};

/** Two officers remove an advertisement from public view [2016 App.5 ¶14, ¶18, D-4]. */
export const Remove = withWords(({ params }: ScreenProps) => {
  const of = ofParams(params);
  const asked = usePlatform(of);
  return (
    <Told asked={asked}>
      {(platform) => (
        <Form
          of={of}
          platform={platform}
          advertisement={params['advertisement'] ?? ''}
          page={params['page']}
          again={asked.ask}
        />
      )}
    </Told>
  );
});
