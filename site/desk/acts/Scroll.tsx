import type { ComponentChildren } from 'preact';

/** A table that may be wider than the screen: it scrolls by itself, by the keyboard too. */
export const Scroll = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  <section class="scroll" aria-label={name} tabIndex={0}>
    {children}
  </section>
);
