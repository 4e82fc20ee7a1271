/** The little that this page needs beyond the site's own sheet. */
export const SIGN_IN_SHEET = `
.langs { gap: 12px; }
.choose { max-width: 46em; padding-block: 24px 64px; }
.choose h1, .choose h2, .choose h3, .choose form, .choose p, .choose ul { margin-block: 0 16px; }
.choose h2 { margin-block-start: 32px; }
.choose h3 { margin-block-start: 24px; }
.choose li { margin-block-end: 8px; }
.choose button, .choose .way {
  display: block; width: 100%; min-height: 48px; padding: 10px 14px; text-align: start; cursor: pointer;
  font: inherit; color: var(--ink); background: var(--panel); border: 1px solid var(--rule2); border-radius: 4px;
}
.choose .way { color: var(--link); }
.choose button:hover, .choose .way:hover { border-color: var(--ink); text-decoration: underline; }
.choose button small { display: block; color: var(--muted); }
.choose .search { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
.choose .search label { flex: 1 1 100%; }
.choose .search input {
  flex: 1 1 12em; min-height: 48px; min-width: 0; padding: 8px 12px; font: inherit;
  color: var(--ink); background: var(--paper); border: 1px solid var(--rule2); border-radius: 4px;
}
.choose .search button { flex: 0 0 auto; width: auto; text-align: center; }
.choose .problem { padding: 16px; border: 3px solid var(--ink); }
`;
