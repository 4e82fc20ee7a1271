import { ActFlow } from '../../acts/form/ActFlow.tsx';
import type { ActForm, Values } from '../../acts/form/act-form.ts';
import { useActState } from '../../acts/form/act-state.ts';
import { cleaned } from '../../acts/form/check-fields.ts';
import type { ScreenProps } from '../../routes.ts';
import { Told } from '../../shell/Told.tsx';
import type { Platform } from '../platform-answers.ts';
import { platformApi, platformScreens } from '../platform-paths.ts';
import { type OfPlatform, ofParams, usePlaceName, usePlatform } from '../use-platform.ts';
import { usePlatformWords, withWords } from '../words/with-words.tsx';

const ADDRESS = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/;

const Form = ({
  of,
  platform,
  page,
  again,
}: {
  readonly of: OfPlatform;
  readonly platform: Platform;
  readonly page: string | undefined;
  readonly again: () => void;
}) => {
  const { own, address: words } = usePlatformWords();
  const placeOf = usePlaceName();
  const kept = useActState(`${of.election}/${of.platform}/address`);
  const build = (values: Values): ActForm => ({
    title: words.title,
    subject: placeOf(platform),
    base: platformScreens.address(of.election, of.platform),
    up: { href: platformScreens.own(of.election, of.platform), name: own.title },
    pages: [
      {
        id: 'address',
        title: words.title,
        lead: words.lead.map((line) => (
          <p class="hint" key={line}>
            {line}
          </p>
        )),
        fields: [
          {
            id: 'address',
            label: words.field,
            hint: words.hint,
            kind: 'line',
            maxLength: 2000,
            missing: words.missing,
            wrong: (typed) => (ADDRESS.test(typed.trim()) ? null : words.wrong),
            paths: ['$.address'],
          },
        ],
      },
    ],
    texts: true,
    consequences: <p>{words.follows}</p>,
    button: words.button,
    path: platformApi.addresses(of.election, of.platform),
    number: (platform.register?.addresses.length ?? 0) + 1,
    body: (number) => ({ number, address: cleaned(values['address']) }),
    sent: { title: words.sent, words: <p>{words.sentWords}</p> },
  });
  return <ActFlow build={build} kept={kept} page={page} again={again} />;
};

/** Gives the address of the candidate's own platform [2016 ¶8.50(b)]. */
export const Address = withWords(({ params }: ScreenProps) => {
  const of = ofParams(params);
  const asked = usePlatform(of);
  return (
    <Told asked={asked}>
      {(platform) => <Form of={of} platform={platform} page={params['page']} again={asked.ask} />}
    </Told>
  );
});
