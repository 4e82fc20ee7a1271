import type { Text } from '#shared/election/text.ts';
import { useName } from '../desk-context.ts';

/** A name with the language it is really in, kept apart from what stands around it. */
export const Name = ({ of }: { readonly of: Text }) => {
  const { text, lang } = useName()(of);
  return <bdi lang={lang}>{text}</bdi>;
};
