/** Parts of a page that lie in it as templates: scripts copy them and fill them in, and write no markup of their own. */
export const find = <T extends Element>(selector: string, within: ParentNode = document): T => {
  const found = within.querySelector<T>(selector);
  if (!found) throw new TypeError(selector);
  return found;
};

export const copyOf = (name: string): DocumentFragment =>
  document.importNode(find<HTMLTemplateElement>(`template[data-part="${name}"]`).content, true);

export const fill = (part: ParentNode, values: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(values)) {
    for (const element of part.querySelectorAll(`[data-fill="${name}"]`)) element.textContent = value;
  }
};
