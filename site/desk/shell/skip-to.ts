/** Moves the focus to a part of this screen, as a link inside a page does; the address names a screen and stays. */
export const skipTo =
  (id: string) =>
  (event: Event): void => {
    event.preventDefault();
    const target = document.getElementById(id);
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  };
