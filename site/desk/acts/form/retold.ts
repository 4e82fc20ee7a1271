import type { Language } from '#shared/election/text.ts';
import type { Failure } from '../../api.ts';

/** A refusal in another language than it came in. Its words are loaded only where somebody changes the language after one. */
export const retold = async (failure: Failure, language: Language): Promise<Failure> => {
  if (failure.kind !== 'refused') return failure;
  const { describeDeskProblem } = await import('#shared/desk/problem-words.ts');
  const problems = failure.problems.map((told) => ({ ...told, ...describeDeskProblem(told, language) }));
  return { ...failure, problems };
};
