import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Role } from '#shared/election/acts.ts';
import { useDesk } from '../desk-context.ts';
import { screens } from '../paths.ts';
import { Name } from '../shell/Name.tsx';
import { keepPages, pagesOf } from './come-back.ts';
import type { Watch } from './kinds.ts';
import { heldInPlace, type Need, waited } from './needs.ts';
import { Shape } from './Shape.tsx';
import { whatWaits, whoHolds } from './what-waits.ts';

export interface NeedsOf {
  readonly election: string;
  readonly constituency: string;
  readonly watch: Watch;
  /** Whether this officer may open a station; who may not reads only. */
  readonly opens: boolean;
}

/** What to do about a station: settle it, read it, phone it. */
const Act = ({ need, of }: { readonly need: Need; readonly of: NeedsOf }) => {
  const { progress } = useDesk().words;
  const { row, kind } = need;
  const station = screens.station(of.election, of.constituency, row.id);
  const acts = {
    differing: { word: progress.acts.resolve, href: screens.resolve(of.election, of.constituency, row.id) },
    flagged: { word: progress.acts.read, href: station },
    silent:
      row.phone === null
        ? { word: progress.acts.open, href: station }
        : { word: progress.acts.phone, href: `tel:${row.phone.replaceAll(/[^+\d]/g, '')}` },
  } as const;
  const { word, href } =
    kind === 'differing' || kind === 'flagged' || kind === 'silent'
      ? acts[kind]
      : { word: progress.acts.open, href: station };
  return (
    <a class="act" href={href}>
      <span aria-hidden="true">{word}</span>
      <span class="vh">{progress.actOn(word, row.id)}</span>
    </a>
  );
};

const Row = ({ need, of, reader }: { readonly need: Need; readonly of: NeedsOf; readonly reader: Role }) => {
  const { words } = useDesk();
  const { progress } = words;
  const { row, kind, since } = need;
  const what = whatWaits(need, words, of.watch);
  const time = kind === 'confirmed' ? null : (waited(since, of.watch.nowMs) ?? progress.longAgo);
  const who = whoHolds(need, words, reader);
  return (
    <tr>
      <th scope="row">
        <Shape kind={kind} /> <b>{row.id}</b> <Name of={row.name} />
        <span class="vh"> {progress.kinds[kind].name}</span>
        <span class="narrow">
          {what}
          {time !== null && ` · ${progress.waitingSince(time)}`}
          {of.opens && ` · ${who}`}
        </span>
      </th>
      <td class="wide">{what}</td>
      <td class="wide num">{time}</td>
      {of.opens && <td class="wide holder">{who}</td>}
      {of.opens && (
        <td class="do">
          <Act need={need} of={of} />
        </td>
      )}
    </tr>
  );
};

/** While a hand is on the list nothing in it moves; what changed meanwhile is sorted in when it leaves. */
const useHeld = (needs: readonly Need[], latest: (id: string) => Need | undefined) => {
  const [held, setHeld] = useState(false);
  const shown = useRef<readonly Need[]>(needs);
  shown.current = held ? heldInPlace(shown.current, needs, ({ row }) => row.id, latest) : needs;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = box.current;
    if (!list) return;
    const look = (): void => setHeld(list.matches(':hover') || list.contains(document.activeElement));
    const leave = (): void => void setTimeout(look);
    for (const name of ['pointerenter', 'focusin'] as const) list.addEventListener(name, look);
    for (const name of ['pointerleave', 'focusout'] as const) list.addEventListener(name, leave);
    return () => {
      for (const name of ['pointerenter', 'focusin'] as const) list.removeEventListener(name, look);
      for (const name of ['pointerleave', 'focusout'] as const) list.removeEventListener(name, leave);
    };
  }, []);
  return { shown: shown.current, box };
};

/** A page of rows is enough for a look, and drawn in a moment. */
const PAGE = 50;

interface NeedsProps {
  readonly needs: readonly Need[];
  readonly latest: (id: string) => Need | undefined;
  readonly of: NeedsOf;
  readonly caption: string;
  readonly empty: string;
  /** Changes where another list is shown: then it begins with its first page again. */
  readonly listKey: string;
}

/** Stations with why they wait, how long, and on whom. */
export const Needs = ({ needs, latest, of, caption, empty, listKey }: NeedsProps) => {
  const { words, session } = useDesk();
  const { progress } = words;
  const { shown, box } = useHeld(needs, latest);
  const name = `${of.election} ${of.constituency} ${listKey}`;
  const [pages, setPages] = useState(() => pagesOf(name));
  useEffect(() => setPages(pagesOf(name)), [name]);
  useEffect(() => keepPages(name, pages), [pages]);
  const rows = useMemo(() => shown.slice(0, pages * PAGE), [shown, pages]);
  const left = shown.length - rows.length;
  const { columns } = progress;
  return (
    <div ref={box} class="needs">
      {shown.length === 0 ? (
        <p class="hint">{empty}</p>
      ) : (
        <table>
          <caption class="vh">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.station}</th>
              <th scope="col" class="wide">
                {columns.what}
              </th>
              <th scope="col" class="wide num">
                {columns.waiting}
              </th>
              {of.opens && (
                <th scope="col" class="wide holder">
                  {columns.who}
                </th>
              )}
              {of.opens && (
                <th scope="col" class="do">
                  <span class="vh">{columns.act}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((need) => (
              <Row key={need.row.id} need={need} of={of} reader={session.role} />
            ))}
          </tbody>
        </table>
      )}
      {left > 0 && (
        <button type="button" class="second" onClick={() => setPages(pages + 1)}>
          {progress.showMore(Math.min(left, PAGE))}
        </button>
      )}
    </div>
  );
};
