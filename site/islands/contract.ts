/**
 * What a baked page offers to the islands. Everything is optional except the attributes marked *; a page
 * without them simply stays as it was baked.
 *
 * `<html>`, read again from every fetched page:
 *   data-pointer*  address of the pointer, `/data/{election}/latest.json`; the heartbeat is its neighbour `heartbeat`
 *   data-subject   the constituency whose figures these are, in the pointer's `constituencies`; while its version there is the
 *                  same, the page is not fetched again; without it every version may bring another page
 *   data-version*  version the page shows; a lower one is never rendered
 *   data-as-of*    instant of its figures, RFC 3339
 *   data-poll      milliseconds to the first look, 5000 without; afterwards the pointer's `pollAfterMs` rules
 *   data-changed   version that last changed the subject, as baked, where the page changes with it: where the election went on
 *                  elsewhere, the page is not fetched; without it, up to three times
 *   data-bakes     where the page has deltas beside it (`bakes.json`): it is followed by them, and fetched whole only where none leads on
 *   data-state     CountStatus of the page's subject; without it declarations are not announced
 *   data-reports   reports in, whole number; without it "changed" is said instead of "3 reports added"
 *   data-expected  reports expected
 *   data-time-zone Asia/Hong_Kong without
 *
 * Body:
 *   [data-live=KEY]   fragment patched in place; KEY unique per page. One that is missing in the fetched page is hidden;
 *                     one that is missing here is not inserted (the Elected section: only a reload shows it).
 *   [data-on-reload]  element inside a fragment that is never inserted by the patch, only by a reload
 *   [data-key]        row or item inside a fragment, unique among its siblings (a list twice in one table: "7-1", "7-2").
 *                     In a <tbody>, outside charts, rows never move: a new one is appended; one that is gone leaves its place
 *                     blank; "Sort again" gives them the baked order. Anywhere else an item comes and goes where it is baked.
 *   [data-figure]     element around one whole number; value in the attribute ("51086") or read from its text.
 *                     A change appends <small class="since" data-island>, into the next sibling if that is [data-delta],
 *                     and class `changed` goes to its [data-key] row (else to the figure): the 3 px ink line.
 *   [data-status]     empty role=status region, visually hidden
 *   [data-live-row]   empty; its height must be reserved by CSS (`@media (scripting: enabled)`) so that nothing shifts.
 *                     Filled with .live-note, .live-alert (ochre; also .live-stalled or .live-offline), a.live-declared,
 *                     button.live-sort, button.live-announce[aria-pressed]; unused ones are `hidden`.
 *   <details>, form controls: their open state, value and checked state are the reader's and never patched.
 *
 * `<template id="island-words">` with `<span data-word="KEY">`, in the page's language. A word may hold markup (links, <strong>,
 * <time>); {placeholders} are filled in its text. A missing word leaves its part out. With a count of
 * one, "KEY.one" is preferred:
 *   stalled {minutes} {time}, stalled.one   "No update for 12 minutes. These are the figures of 02:40. … Try now" (link to the page)
 *   offline {time}                          "You are offline. These are the figures of 02:40, kept on this device."
 *   restored {time}                         "Updates are arriving again. Figures of 02:52."
 *   quiet {time}                            "Last report 02:31."
 *   updated {count} {time} {reports} {expected}, updated.one    "02:40: 3 reports added. What changed" (link)
 *   changed {time}            "02:40: figures changed. What changed", when no report was added
 *   since {change} {time}                   "+214 since 02:35"
 *   fallen {change} {time}                  a fall in votes, with a link to why; `since` without it
 *   sort {count}                            "Sort again (2 lists changed places)"
 *   sorted                                  what the button says once it was pressed
 *   announce                                "Announce new reports"
 *   declared, corrected, recount, lots, failed, terminated {time}    spoken when the page first reaches that state
 *   show-declared                           "Show the declared result"
 *   chart-failed                            "The chart did not load. The same figures are in the table."
 *
 * Charts:
 *   <figure data-chart="seats|progress" data-finding="what it shows, one sentence" [data-declared] [data-max="164"]>
 *     <div class="chart-box">baked text</div>      box with its aspect ratio and `position: relative`
 *     <details><summary>…</summary><table>…</table></details>
 *   One <tbody> row per value, first cell label, second cell number ("–" = unknown, stays a gap).
 *   seats:    rows in list-number order, also lists without a seat; the label is its first word, or `data-label` of the cell.
 *             `data-declared` fills the squares.
 *   progress: the first cell holds <time datetime>; `data-max` = reports expected, the top of the scale.
 *   Tokens read: --ink --bar --soft --track --muted --paper. Inside a [data-live] fragment they follow its changes.
 *
 * Elements with `data-island` belong to the islands and are invisible to the patch.
 */

/** Sent to `document` after every patch. */
export type PatchedEvent = 'open-returns:patched';

/** Sent to `document` after every look at the pointer, with the server's time in milliseconds as its detail. */
export type LookedEvent = 'open-returns:looked';

/** Facts a page carries on `<html>`. */
export interface PageFacts {
  readonly pointer: string;
  readonly subject: string | null;
  readonly version: number;
  readonly asOf: string;
  readonly pollMs: number;
  readonly changed: number | null;
  readonly hasDeltas: boolean;
  readonly state: string;
  /** Zero where the page does not tell. */
  readonly reports: number;
  readonly expected: number;
  readonly timeZone: string;
}

const whole = (text: string | undefined): number | null =>
  text && /^\d{1,15}$/.test(text) ? Number(text) : null;

/** Reads the facts of a page; `null` where it cannot be kept fresh. */
export const factsOf = (page: Document): PageFacts | null => {
  const data = page.documentElement.dataset;
  const version = whole(data['version']);
  if (!data['pointer'] || version === null) return null;
  return {
    pointer: data['pointer'],
    subject: data['subject'] || null,
    version,
    asOf: data['asOf'] ?? '',
    pollMs: whole(data['poll']) ?? 5000,
    changed: whole(data['changed']),
    hasDeltas: data['bakes'] !== undefined,
    state: data['state'] ?? '',
    reports: whole(data['reports']) ?? 0,
    expected: whole(data['expected']) ?? 0,
    timeZone: data['timeZone'] ?? 'Asia/Hong_Kong',
  };
};

/** The hour and minute of an instant where the election is held: `02:40`. */
export const clockTime = (instant: string | number, timeZone: string): string => {
  const date = new Date(instant);
  return Number.isNaN(date.getTime())
    ? ''
    : date.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
};
