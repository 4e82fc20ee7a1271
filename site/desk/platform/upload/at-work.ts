/** Submissions whose files are on their way, by sign-in and draft: they go on while other screens are shown. */
export const atWork = new Map<string, { readonly discard: () => Promise<void> }>();

/** Nothing goes on, and nothing stays, for whoever signed out. */
export const endAllWork = async (): Promise<void> => {
  const all = [...atWork.values()];
  atWork.clear();
  await Promise.all(all.map((work) => work.discard()));
};
