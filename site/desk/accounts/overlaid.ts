import type { Values } from '../acts/form/act-form.ts';
import type { ActKeeper } from '../acts/form/act-state.ts';

/**
 * What is typed lies over what stands: only fields that somebody touched are theirs, all others follow the account. So a colleague's change
 * of another field is kept, and one of the same field is seen before it is written over.
 */
export const overlaid = (
  kept: ActKeeper,
  beneath: (typed: Values) => Values,
  also: Values = {},
): ActKeeper => {
  const over = (state: ActKeeper['state']): ActKeeper['state'] => ({
    ...state,
    values: { ...beneath(state.values), ...state.values },
  });
  return {
    ...kept,
    state: over(kept.state),
    current: () => over(kept.current()),
    type: (changes) =>
      kept.type(Object.keys(kept.current().values).length === 0 ? { ...also, ...changes } : changes),
  };
};
