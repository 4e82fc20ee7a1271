import { useMemo } from 'preact/hooks';
import type { ProgressRow } from '#shared/desk/desk-views.ts';
import { useDesk } from '../desk-context.ts';
import { screens } from '../paths.ts';
import { type District, districtsOf, isCentral } from './districts.ts';
import type { Kind, KindOf } from './kinds.ts';
import { Shape } from './Shape.tsx';

/** What all tiles of a constituency have in common. */
export interface TilesOf {
  readonly election: string;
  readonly constituency: string;
  readonly geographical: boolean;
  /** Whether this officer may open a station. */
  readonly opens: boolean;
}

interface TileProps {
  readonly row: ProgressRow;
  readonly kind: Kind;
  /** Not among those that are looked for. */
  readonly quiet: boolean;
  readonly of: TilesOf;
}

/** One station: its state as shape and word, and its code. Drawn anew only when something of it changed. */
export const Tile = ({ row, kind, quiet, of }: TileProps) => {
  const { progress } = useDesk().words;
  const { id } = row;
  const central = isCentral(row);
  return useMemo(() => {
    const label = central && of.geographical ? progress.misplacedPapers : id;
    const face = (
      <>
        <Shape kind={kind} />
        <span class="id">{label}</span>
        <span class="vh"> {progress.kinds[kind].name}</span>
      </>
    );
    const look = `tile ${kind}${quiet ? ' quiet' : ''}`;
    return (
      <li class={central ? 'wide' : undefined}>
        {of.opens ? (
          <a class={look} href={screens.station(of.election, of.constituency, id)}>
            {face}
          </a>
        ) : (
          <span class={look}>{face}</span>
        )}
      </li>
    );
  }, [id, central, kind, quiet, of, progress]);
};

interface TilesProps {
  readonly rows: readonly ProgressRow[];
  readonly kinds: KindOf;
  readonly isShown: (row: ProgressRow) => boolean;
  readonly of: TilesOf;
}

/** From here on tiles are lower, so that counters and list stay in sight. */
const MANY = 200;

/** All stations by district. A tile never changes its place: a look finds it where it was. */
export const Tiles = ({ rows, kinds, isShown, of }: TilesProps) => {
  const { progress } = useDesk().words;
  const districts = useMemo(() => districtsOf(rows), [rows]);
  const central = useMemo(() => rows.filter(isCentral), [rows]);
  const group = ({ code, rows: members }: District) => {
    const confirmed = members.filter(({ id }) => kinds.get(id) === 'confirmed').length;
    return (
      <section class="district" key={code}>
        <h3>
          {code !== '' && (
            <>
              <b>{code}</b>
              <span aria-hidden="true"> · </span>
            </>
          )}
          <span>{progress.district(confirmed, members.length)}</span>
        </h3>
        <ul class="tiles">
          {members.map((row) => (
            <Tile
              key={row.id}
              row={row}
              kind={kinds.get(row.id) ?? 'waiting'}
              quiet={!isShown(row)}
              of={of}
            />
          ))}
        </ul>
      </section>
    );
  };
  return (
    <div class={rows.length > MANY ? 'districts many' : 'districts'}>
      {districts.filter(({ rows: members }) => members.length > 0).map(group)}
      {central.length > 0 && (
        <section class="district">
          <h3>
            <b>{progress.central}</b>
          </h3>
          <ul class="tiles">
            {central.map((row) => (
              <Tile
                key={row.id}
                row={row}
                kind={kinds.get(row.id) ?? 'waiting'}
                quiet={!isShown(row)}
                of={of}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
