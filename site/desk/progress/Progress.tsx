import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ProgressRow, ProgressView } from '#shared/desk/desk-views.ts';
import type { Role } from '#shared/election/acts.ts';
import { useDesk, useName } from '../desk-context.ts';
import { useObserved } from '../observable.ts';
import { screens } from '../paths.ts';
import { goTo, queryOf } from '../router.ts';
import type { ScreenProps } from '../routes.ts';
import { Screen } from '../shell/Screen.tsx';
import { FailureWords } from '../shell/Told.tsx';
import { useOwnAddress } from '../shell/use-own-address.ts';
import { Counters } from './Counters.tsx';
import { useComingBack } from './come-back.ts';
import { Facts } from './Facts.tsx';
import { Freshness } from './Freshness.tsx';
import { type Filter, filterIn, filterQuery } from './filter.ts';
import { finder } from './find.ts';
import { Hall } from './hall/Hall.tsx';
import { countKinds, type Kind, kindsOf, type Watch } from './kinds.ts';
import { Needs } from './Needs.tsx';
import { Next, Notes } from './Next.tsx';
import { NextToConfirm } from './NextToConfirm.tsx';
import { listed, type Need, needsOf } from './needs.ts';
import { PublicNow } from './PublicNow.tsx';
import { Tiles } from './Tiles.tsx';
import { useAnnouncedCounts } from './use-announced-counts.ts';
import { type ProgressNow, useProgress } from './use-progress.ts';

/** Who may open a station, and who may confirm one. */
const OPENS: ReadonlySet<Role> = new Set([
  'presiding_officer',
  'assistant_returning_officer',
  'returning_officer',
]);
const CONFIRMS: ReadonlySet<Role> = new Set(['assistant_returning_officer', 'returning_officer']);

interface Place {
  readonly election: string;
  readonly constituency: string;
}

/** The filter of the address, and how it is changed: what is typed replaces, what is pressed can be gone back from. */
const useFilter = ({ election, constituency }: Place) => {
  const screen = screens.constituency(election, constituency);
  const hash = useOwnAddress(screen);
  const filter = useMemo(() => filterIn(queryOf(hash)), [hash]);
  const change = useCallback(
    (next: Filter, how: 'push' | 'replace' = 'push') => goTo(`${screen}${filterQuery(next)}`, how),
    [screen],
  );
  return { filter, change };
};

interface BodyProps {
  readonly view: ProgressView;
  readonly watch: Watch;
  readonly filter: Filter;
  readonly change: ReturnType<typeof useFilter>['change'];
  readonly place: Place;
}

/** Typing is quick, six hundred tiles are not: the list follows a moment later. */
const FIND_AFTER_MS = 150;

const FindBox = ({ filter, change }: Pick<BodyProps, 'filter' | 'change'>) => {
  const { progress } = useDesk().words;
  const [typed, setTyped] = useState(filter.find);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(filter.find), [filter.find]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <p class="find">
      <label for="find">{progress.find}</label>
      <input
        id="find"
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={progress.findHint}
        value={typed}
        onInput={({ currentTarget: { value } }) => {
          setTyped(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => change({ ...filter, find: value }, 'replace'), FIND_AFTER_MS);
        }}
      />
    </p>
  );
};

const useLists = ({ view, watch, filter }: Pick<BodyProps, 'view' | 'watch' | 'filter'>) => {
  const { rows } = view;
  const kinds = useMemo(() => kindsOf(rows, watch), [rows, watch]);
  const found = useMemo(() => finder(filter.find), [filter.find]);
  const isShown = useCallback(
    (row: ProgressRow) => (filter.kind === null || kinds.get(row.id) === filter.kind) && found(row),
    [kinds, found, filter.kind],
  );
  const filtered = filter.kind !== null || filter.find.trim() !== '';
  const list = useMemo(
    () => (filtered ? listed(rows.filter(isShown), kinds, watch) : needsOf(rows, kinds, watch)),
    [filtered, rows, isShown, kinds, watch],
  );
  const latest = useCallback(
    (id: string): Need | undefined => {
      const row = rows.find((one) => one.id === id);
      return row && listed([row], kinds, watch)[0];
    },
    [rows, kinds, watch],
  );
  return { kinds, isShown, filtered, list, latest };
};

const Body = (props: BodyProps) => {
  const { words, session, announce } = useDesk();
  const { progress } = words;
  const { view, watch, filter, change, place } = props;
  const { kinds, isShown, filtered, list, latest } = useLists(props);
  const counts = useMemo(() => countKinds(kinds), [kinds]);
  const opens = OPENS.has(session.role);
  const { kind } = view.sheet.constituency;
  const of = useMemo(
    () => ({ ...place, opens, geographical: kind === 'geographical' }),
    [place, opens, kind],
  );
  useAnnouncedCounts(counts, view.rows.length);
  const filterName = filterQuery(filter);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) announce(progress.shown(filtered ? list.length : view.rows.length, view.rows.length));
    first.current = false;
  }, [filterName]);
  const shown = filtered ? progress.listed : progress.needs;
  const empty = filtered
    ? filter.find.trim() === ''
      ? progress.listedNone
      : progress.foundNone(filter.find)
    : progress.needsNobody;
  return (
    <>
      <Counters
        counts={counts}
        silentAfterMinutes={view.silentAfterMinutes}
        chosen={filter.kind}
        onChoose={(chosen: Kind | null) => change({ ...filter, kind: chosen })}
      />
      <div class="board">
        <div>
          <section>
            <h2>
              {shown} <span class="dim">{list.length}</span>
            </h2>
            {filtered && (
              <p>
                <button
                  type="button"
                  class="plain"
                  onClick={() => change({ ...filter, kind: null, find: '' })}
                >
                  {progress.showAll}
                </button>
              </p>
            )}
            <Needs
              needs={list}
              latest={latest}
              of={{ ...place, watch, opens }}
              caption={shown}
              empty={empty}
              listKey={filterName}
            />
          </section>
          {CONFIRMS.has(session.role) && <NextToConfirm view={view} />}
          <section>
            <h2>{progress.publicNow}</h2>
            <PublicNow view={view} />
          </section>
          <section>
            <h2>{progress.next}</h2>
            <Next view={view} of={{ ...place, opens }} acts={session.role !== 'observer'} />
          </section>
          <Notes view={view} of={{ ...place, opens }} />
        </div>
        <section class="stations">
          <div class="headed">
            <h2>{progress.all}</h2>
            <FindBox filter={filter} change={change} />
          </div>
          <Tiles rows={view.rows} kinds={kinds} isShown={isShown} of={of} />
        </section>
      </div>
    </>
  );
};

const NotYet = ({ now }: { readonly now: ProgressNow }) => {
  const { common } = useDesk().words;
  const { failure } = useObserved(now.heard);
  return failure ? (
    <FailureWords failure={failure} again={now.ask} />
  ) : (
    <p class="loading">{common.loading}</p>
  );
};

/** Refused or signed out: said in the server's words above the figures that stand. */
const Refused = ({ now }: { readonly now: ProgressNow }) => {
  const { failure } = useObserved(now.heard);
  return failure?.kind === 'refused' ? <FailureWords failure={failure} again={now.ask} /> : null;
};

const watchOf = (view: ProgressView, nowMs: number): Watch => ({
  nowMs,
  pollClosesAt: view.sheet.election.pollClosesAt,
  silentAfterMinutes: view.silentAfterMinutes,
});

/** A constituency on one screen: what is in, what waits, whom to phone, and what the public sees. */
export const Progress = ({ params }: ScreenProps) => {
  const { election = '', constituency = '' } = params;
  const { words } = useDesk();
  const { progress } = words;
  const nameOf = useName();
  const now = useProgress(election, constituency);
  const { view, minuteMs } = now;
  const place = useMemo(() => ({ election, constituency }), [election, constituency]);
  const { filter, change } = useFilter(place);
  const closesAt = view?.sheet.election.pollClosesAt;
  const watch = useMemo(
    () => view && watchOf(view, minuteMs),
    [closesAt, view?.silentAfterMinutes, minuteMs],
  );
  useComingBack(screens.constituency(election, constituency), view && filterQuery(filter));
  if (!view || !watch) {
    return (
      <Screen title={constituency} subject={constituency}>
        <NotYet now={now} />
      </Screen>
    );
  }
  const title = nameOf(view.sheet.constituency.name).text;
  if (filter.hall)
    return <Hall view={view} watch={watch} now={now} onLeave={() => change({ ...filter, hall: false })} />;
  return (
    <Screen title={title} subject={title} facts={<Facts view={view} />}>
      <div class="asof">
        <Freshness heard={now.heard} onAsk={now.ask} />
        <a href={`${screens.constituency(election, constituency)}${filterQuery({ ...filter, hall: true })}`}>
          {progress.hall}
        </a>
      </div>
      <Refused now={now} />
      <Body view={view} watch={watch} filter={filter} change={change} place={place} />
    </Screen>
  );
};
