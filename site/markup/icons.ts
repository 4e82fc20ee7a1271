import { html } from './html.ts';

/** The icons of rows that are written as text; `components/Icon.astro` draws the same ones. */
export const PENCIL = html`<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="m2.4 13.6.8-3.2 7.6-7.6 2.4 2.4-7.6 7.6zM9.2 4.4l2.4 2.4"/></svg>`;
export const CROSS = html`<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M2.2 2.2h11.6v11.6H2.2zM5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"/></svg>`;
export const CLOCK = html`<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6.2"/><path d="M8 4.4V8l2.4 1.8"/></svg>`;
export const TICK = html`<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="m2.6 8.6 3.6 3.6 7.2-8"/></svg>`;
