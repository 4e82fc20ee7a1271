import type { Phrase } from '../../words/phrase.ts';

/** A sentence with names in their own languages, each kept apart from what stands around it. */
export const Phrased = ({ of }: { readonly of: Phrase }) => (
  <>
    {of.map((part, index) => {
      if (typeof part === 'string') return part;
      if ('strong' in part) return <strong key={index}>{part.strong}</strong>;
      return (
        <bdi key={index} lang={part.lang}>
          {part.name}
        </bdi>
      );
    })}
  </>
);
