/** What one patch did, for the marks and the "Sort again" button. */
export interface Patch {
  readonly figures: { readonly element: Element; readonly before: string; readonly after: string }[];
  readonly added: Element[];
  /** New order of each parent whose rows would have moved, and the keys that changed places. */
  readonly orders: Map<Element, readonly Node[]>;
  readonly moved: Set<string>;
}

export const newPatch = (): Patch => ({
  figures: [],
  added: [],
  orders: new Map(),
  moved: new Set(),
});

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const isBaked = (node: Node) => isText(node) || (isElement(node) && !node.hasAttribute('data-island'));
const bakedChildren = (parent: Node): Node[] => [...parent.childNodes].filter(isBaked);
const bakedText = (node: Node): string =>
  isText(node) ? node.data : bakedChildren(node).map(bakedText).join('');

/** The number a figure stands for, as text: the attribute's value, else what is written. */
const figureOf = (element: Element): string => element.getAttribute('data-figure') || bakedText(element);

/** What belongs to the reader or may not be set: open details, typed values, inline style and handlers. */
const untouched =
  /^\S+ (style|on.*)$|^(details|dialog) open$|^(input|option|select|textarea) (value|checked|selected)$/;

const patchAttributes = (shown: Element, fresh: Element) => {
  const isChanged = shown.classList.contains('changed');
  for (const name of new Set([...shown.getAttributeNames(), ...fresh.getAttributeNames()])) {
    const value = fresh.getAttribute(name);
    if (untouched.test(`${shown.localName} ${name}`) || shown.getAttribute(name) === value) continue;
    if (value === null) shown.removeAttribute(name);
    else shown.setAttribute(name, value);
  }
  if (isChanged) shown.classList.add('changed');
};

/** Brings one shown node to what the fresh page says; both have the same kind. */
export const patchNode = (shown: Node, fresh: Node, patch: Patch): void => {
  if (isText(shown) && isText(fresh)) {
    if (shown.data !== fresh.data) shown.data = fresh.data;
    return;
  }
  if (!isElement(shown) || !isElement(fresh)) return;
  const before = shown.hasAttribute('data-figure') ? figureOf(shown) : null;
  patchAttributes(shown, fresh);
  patchChildren(shown, fresh, patch);
  if (before === null) return;
  const after = figureOf(shown);
  if (after !== before) patch.figures.push({ element: shown, before, after });
};

const keyOf = (node: Node): string | null => (isElement(node) ? node.getAttribute('data-key') : null);

const kindOf = (node: Node): string =>
  isElement(node)
    ? [node.localName, node.id, node.getAttribute('data-live'), node.getAttribute('data-key')].join(' ')
    : '';

/** Nodes of the same kind stand for each other, in order. */
const partnersAmong = (nodes: readonly Node[]): ((fresh: Node) => Node | undefined) => {
  const left = new Set(nodes);
  return (fresh) => {
    const kind = kindOf(fresh);
    for (const node of left)
      if (kindOf(node) === kind) {
        left.delete(node);
        return node;
      }
    return undefined;
  };
};

/** Brings the children of one shown element to those of a fresh one. Rows of a table keep their places meanwhile. */
export const patchChildren = (shown: Element, fresh: Element, patch: Patch): void => {
  const hasRows = shown.matches('tbody:not([data-chart] *)');
  const childrenOf = (parent: Element) => bakedChildren(parent).filter((node) => !hasRows || isElement(node));
  const old = childrenOf(shown);
  const partnerOf = partnersAmong(old);
  const order = childrenOf(fresh).flatMap((node) => {
    const partner = partnerOf(node);
    if (partner) patchNode(partner, node, patch);
    return partner ?? add(shown, node, patch);
  });
  for (const node of old.filter((one) => !order.includes(one))) (hasRows ? retire : removeFrom)(node, patch);
  (hasRows ? noteOrder : arrange)(shown, order, patch);
};

const add = (parent: Element, fresh: Node, { added }: Patch): Node[] => {
  if (isElement(fresh) && fresh.hasAttribute('data-on-reload')) return [];
  const copy = parent.appendChild(parent.ownerDocument.importNode(fresh, true));
  if (isElement(copy) && keyOf(copy)) added.push(copy);
  late.add(copy);
  return [copy];
};

const removeFrom = (node: Node) => node.parentNode?.removeChild(node);

/** A row that is gone leaves its place blank until the order is applied. */
const retire = (node: Node, patch: Patch) => {
  const key = keyOf(node);
  if (key) patch.moved.add(key);
  if (key && node instanceof HTMLElement) node.style.visibility = 'hidden';
  else removeFrom(node);
};

/** Rows that were appended out of their order; they alone are no reason to sort again. */
const late = new WeakSet<Node>();

const noteOrder = (parent: Element, order: readonly Node[], patch: Patch) => {
  const rows = bakedChildren(parent).filter(keyOf);
  const shown = rows.filter((row) => order.includes(row) && !late.has(row));
  const wanted = order.filter((row) => shown.includes(row));
  for (const [at, row] of wanted.entries()) if (shown[at] !== row) patch.moved.add(keyOf(row) ?? '');
  for (const row of order) if (row instanceof HTMLElement) row.style.visibility = '';
  patch.orders.set(parent, order);
};

const arrange = (parent: Element, order: readonly Node[]) => {
  const ordered = (node: ChildNode | null): ChildNode | null =>
    node && !order.includes(node) ? ordered(node.nextSibling) : node;
  let cursor = ordered(parent.firstChild);
  for (const node of order)
    if (node === cursor) cursor = ordered(cursor.nextSibling);
    else parent.insertBefore(node, cursor);
};

/** Gives every noted parent its new order; rows that are gone leave. */
export const applyOrders = (orders: Patch['orders']): void => {
  for (const [parent, order] of orders) {
    for (const row of bakedChildren(parent).filter(keyOf)) if (!order.includes(row)) removeFrom(row);
    arrange(parent, order);
    for (const row of order) late.delete(row);
  }
};
