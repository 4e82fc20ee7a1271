/** Filters a register in place; the query stands in the address, so that a filtered list can be sent to others. */

type Field = HTMLInputElement | HTMLSelectElement;

/** What was asked for, by the names of the form's fields. */
type Query = ReadonlyMap<string, string>;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

const addressOf = (query: Query): string => {
  const used = new URLSearchParams([...query].filter(([, value]) => value !== ''));
  return used.size === 0 ? location.pathname : `${location.pathname}?${used}`;
};

const asksFor = (query: Query): boolean => [...query.values()].some((value) => value !== '');

/** Days are compared as text, `2016-09-04`; words are looked for in what the row shows and in its hidden words; all else must be equal. */
const fits = ({ dataset, textContent }: HTMLElement, [name, value]: readonly [string, string]): boolean => {
  if (value === '') return true;
  if (name === 'from') return (dataset['day'] ?? '') >= value;
  if (name === 'until') return (dataset['day'] ?? '') <= value;
  if (name === 'text') return plain(`${textContent} ${dataset['words'] ?? ''}`).includes(plain(value));
  return dataset[name] === value;
};

/** A filter looks through all pages of the register, and shows what it found on one. */
const joinPages = (isFiltered: boolean): void => {
  for (const pages of document.querySelectorAll('.register')) {
    pages.toggleAttribute('data-filtered', isFiltered);
    for (const table of pages.querySelectorAll('table'))
      table.hidden = table.querySelector('tr[data-words]:not([hidden])') === null;
  }
};

const register = (form: HTMLFormElement) => {
  const rows = [...document.querySelectorAll<HTMLElement>('.register tr[data-words]')];
  const groups = [...document.querySelectorAll<HTMLElement>('.register tbody')];
  const status = document.querySelector('[data-register-status]');
  const all = document.querySelector<HTMLElement>('.found');
  const fields = [...form.elements].filter(
    (element): element is Field => 'name' in element && element.name !== '',
  );

  const tell = (shown: number, isFiltered: boolean) => {
    const words = shown === 0 ? (form.dataset['nothing'] ?? '') : (form.dataset['found'] ?? '');
    const filled = words.replace('{shown}', String(shown)).replace('{all}', String(rows.length));
    if (all) all.hidden = isFiltered;
    if (status) status.textContent = isFiltered ? filled : '';
  };

  const show = (query: Query) => {
    const asked = [...query];
    let shown = 0;
    for (const row of rows) {
      row.hidden = !asked.every((one) => fits(row, one));
      if (!row.hidden) shown += 1;
    }
    for (const group of groups) {
      const own = group.querySelectorAll('tr[data-words]:not([hidden])').length;
      group.hidden = own === 0;
      const told = group.querySelector('.day small');
      if (told) told.textContent = (form.dataset['group'] ?? '').replace('{shown}', String(own));
    }
    joinPages(asksFor(query));
    tell(shown, asksFor(query));
  };

  const fromAddress = () => {
    const given = new URLSearchParams(location.search);
    for (const field of fields) field.value = given.get(field.name) ?? '';
    show(new Map(fields.map(({ name }) => [name, given.get(name) ?? ''])));
  };

  const fromForm = () => {
    const query: Query = new Map(fields.map(({ name, value }) => [name, value]));
    history.pushState(null, '', addressOf(query));
    show(query);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    fromForm();
  });
  // Words are looked for when they are sent: a list that changes with every letter is no help to those who hear it.
  for (const field of fields) if (field.name !== 'text') field.addEventListener('change', fromForm);
  addEventListener('popstate', fromAddress);
  if (location.search !== '') fromAddress();
};

const form = document.querySelector<HTMLFormElement>('form[data-register]');
if (form) register(form);
