/** The little that this page needs beyond the site's own sheet. */
export const SIGN_IN_SHEET = `
.who-to-be { max-width: 46em; padding-block: 24px 64px; }
.who-to-be h1, .who-to-be h2, .who-to-be h3, .who-to-be form, .who-to-be p, .who-to-be ul { margin-block: 0 16px; }
.who-to-be h2 { margin-block-start: 32px; }
.who-to-be h3 { margin-block-start: 24px; }
.who-to-be li { margin-block-end: 8px; }
.who-to-be button, .who-to-be .way {
  display: block; width: 100%; min-height: 48px; padding: 10px 14px; text-align: start; cursor: pointer;
  font: inherit; color: var(--ink); background: var(--panel); border: 1px solid var(--rule2); border-radius: 4px;
}
.who-to-be .way { color: var(--link); }
.who-to-be button:hover, .who-to-be .way:hover { border-color: var(--ink); text-decoration: underline; }
.who-to-be button small { display: block; color: var(--muted); }
.who-to-be .search { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
.who-to-be .search label { flex: 1 1 100%; }
.who-to-be .search input {
  flex: 1 1 12em; min-height: 48px; min-width: 0; padding: 8px 12px; font: inherit;
  color: var(--ink); background: var(--paper); border: 1px solid var(--rule2); border-radius: 4px;
}
.who-to-be .search button { flex: 0 0 auto; width: auto; text-align: center; }
.who-to-be .problem { padding: 16px; border: 3px solid var(--ink); }
`;
