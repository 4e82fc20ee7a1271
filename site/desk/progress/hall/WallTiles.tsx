import { useMemo } from 'preact/hooks';
import type { ProgressRow } from '#shared/desk/desk-views.ts';
import { useDesk } from '../../desk-context.ts';
import type { KindOf } from '../kinds.ts';
import { Tile, type TilesOf } from '../Tiles.tsx';
import { PAGE_MS, useCycle } from './use-cycle.ts';
import { useWallSize } from './use-wall-size.ts';
import { type WallPart, wallPages } from './wall-pages.ts';

interface PartProps {
  readonly part: WallPart;
  readonly kinds: KindOf;
  readonly of: TilesOf;
}

const Part = ({ part: { code, all, rows }, kinds, of }: PartProps) => {
  const { progress } = useDesk().words;
  const confirmed = all.filter(({ id }) => kinds.get(id) === 'confirmed').length;
  return (
    <section class={code === null ? 'district central' : 'district'}>
      <h3>
        {code !== '' && <b>{code ?? progress.central}</b>}{' '}
        <span aria-hidden="true">{progress.figures.reportsOf(confirmed, all.length)}</span>
        <span class="vh">{progress.district(confirmed, all.length)}</span>
      </h3>
      <ul class="tiles">
        {rows.map((row) => (
          <Tile key={row.id} row={row} kind={kinds.get(row.id) ?? 'waiting'} quiet={false} of={of} />
        ))}
      </ul>
    </section>
  );
};

interface WallTilesProps {
  readonly rows: readonly ProgressRow[];
  readonly kinds: KindOf;
  readonly of: TilesOf;
}

/** All stations in the room that is left on the wall: page after page where they are more than fit. */
export const WallTiles = ({ rows, kinds, of }: WallTilesProps) => {
  const { progress } = useDesk().words;
  const letters = useMemo(() => Math.max(0, ...rows.map(({ id }) => id.length)), [rows]);
  const { box, size } = useWallSize(letters);
  const pages = useMemo(() => wallPages(rows, size), [rows, size]);
  const { page, paused, pause } = useCycle(pages.length);
  return (
    <section class="wall-stations">
      <div class="wall-head">
        <h2>{progress.all}</h2>
        {pages.length > 1 && (
          <p class="wall-page">
            <span>{progress.wall.page(page + 1, pages.length)}</span>{' '}
            <button type="button" class="plain" onClick={pause} title={progress.wall.keys}>
              {paused ? progress.wall.goOn : progress.wall.pause(PAGE_MS / 1000)}
            </button>
          </p>
        )}
      </div>
      <div class="wall-box" ref={box}>
        <div class="wall-parts" key={page} style={{ '--columns': size.columns }}>
          {(pages[page] ?? []).map((part) => (
            <Part key={`${part.code} ${part.rows[0]?.id}`} part={part} kinds={kinds} of={of} />
          ))}
        </div>
      </div>
    </section>
  );
};
