/** Files that are dropped on an area are taken as if they had been chosen. */
export const dropFiles = (area: HTMLElement, take: (files: readonly File[]) => void): void => {
  const over = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    area.toggleAttribute('data-over', isOver);
  };
  area.addEventListener('dragover', over(true));
  area.addEventListener('dragleave', over(false));
  area.addEventListener('drop', (event) => {
    over(false)(event);
    take([...(event.dataTransfer?.files ?? [])]);
  });
};
