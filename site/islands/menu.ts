/** Escape closes the menu and gives the focus back to it, wherever inside it was. */
addEventListener('keydown', ({ key }) => {
  const menu = key === 'Escape' ? document.querySelector<HTMLDetailsElement>('.menu[open]') : null;
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
