/** Filters the register of notices in place; its query stands in the address, so that a filtered list can be sent to others. */

interface Query {
  readonly constituency: string;
  readonly type: string;
  readonly text: string;
}

const FIELDS = ['constituency', 'type', 'text'] as const;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

const readQuery = (search: string): Query => {
  const given = new URLSearchParams(search);
  return {
    constituency: given.get('constituency') ?? '',
    type: given.get('type') ?? '',
    text: given.get('text') ?? '',
  };
};

const addressOf = (query: Query): string => {
  const used = new URLSearchParams(
    FIELDS.flatMap((name) => (query[name] === '' ? [] : [[name, query[name]]])),
  );
  return used.size === 0 ? location.pathname : `${location.pathname}?${used}`;
};

const fits = (row: HTMLElement, { constituency, type, text }: Query): boolean => {
  const { dataset, textContent } = row;
  if (constituency !== '' && dataset['constituency'] !== constituency) return false;
  if (type !== '' && dataset['kind'] !== type) return false;
  return plain(`${textContent} ${dataset['words'] ?? ''}`).includes(plain(text));
};

const asksFor = (query: Query): boolean => FIELDS.some((name) => query[name] !== '');

/** A filter looks through all pages of the register, and shows what it found on one. */
const joinPages = (isFiltered: boolean): void => {
  for (const pages of document.querySelectorAll('.register'))
    pages.toggleAttribute('data-filtered', isFiltered);
  for (const table of document.querySelectorAll<HTMLElement>('table.notices'))
    table.hidden = table.querySelector('tr[data-kind]:not([hidden])') === null;
};

const register = (form: HTMLFormElement) => {
  const rows = [...document.querySelectorAll<HTMLElement>('.notices tr[data-kind]')];
  const groups = [...document.querySelectorAll<HTMLElement>('.notices tbody')];
  const status = document.querySelector('[data-notices-status]');
  const all = document.querySelector<HTMLElement>('.found');
  const field = (name: (typeof FIELDS)[number]) => form.elements.namedItem(name) as HTMLInputElement;

  const tell = (shown: number, query: Query) => {
    const isFiltered = asksFor(query);
    const words = shown === 0 ? (form.dataset['nothing'] ?? '') : (form.dataset['found'] ?? '');
    const filled = words.replace('{shown}', String(shown)).replace('{all}', String(rows.length));
    if (all) all.hidden = isFiltered;
    if (status) status.textContent = isFiltered ? filled : '';
  };

  const show = (query: Query) => {
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(row, query);
      if (!row.hidden) shown += 1;
    }
    for (const group of groups) {
      const own = group.querySelectorAll('tr[data-kind]:not([hidden])').length;
      group.hidden = own === 0;
      const told = group.querySelector('.day small');
      if (told) told.textContent = (form.dataset['group'] ?? '').replace('{shown}', String(own));
    }
    joinPages(asksFor(query));
    tell(shown, query);
  };

  const fromAddress = () => {
    const query = readQuery(location.search);
    for (const name of FIELDS) field(name).value = query[name];
    show(query);
  };

  const fromForm = () => {
    const query = {
      constituency: field('constituency').value,
      type: field('type').value,
      text: field('text').value,
    };
    history.pushState(null, '', addressOf(query));
    show(query);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    fromForm();
  });
  for (const name of ['constituency', 'type'] as const) field(name).addEventListener('change', fromForm);
  addEventListener('popstate', fromAddress);
  if (location.search !== '') fromAddress();
};

const form = document.querySelector<HTMLFormElement>('form[data-notices]');
if (form) register(form);
