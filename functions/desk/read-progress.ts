import { createHash } from 'node:crypto';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { isPollClosed } from '#shared/desk/figures.ts';
import type { KnownDesk } from '#shared/desk/known-desk.ts';
import { describeDeskProblem } from '#shared/desk/problem-words.ts';
import { progressView } from '#shared/desk/progress-view.ts';
import type { Role } from '#shared/election/acts.ts';
import { definitionReader } from '../acts/stored-acts.ts';
import { type ActPorts, actRoute } from '../http/act-route.ts';
import { gzipped } from '../http/gzipped.ts';
import { refusal } from '../http/problem.ts';
import type { ActHandler } from '../http/route.ts';
import { assertScope } from '../http/sign-in.ts';
import { deskReader } from './desk-reader.ts';
import { constituencyIn } from './read-desk.ts';

interface Looking {
  readonly role: Role;
  readonly by: string;
  readonly now: string;
}

/** Everything but the time, and what it is called: while nothing happens, nothing is computed, sent or drawn anew. */
interface NamedView {
  readonly view: Omit<ProgressView, 'now'>;
  readonly etag: string;
}

/** Who only watches: on a wall in a hall nobody's number stands, nor what one officer has put to another. */
const WATCHES: ReadonlySet<Role> = new Set(['observer']);

const forTheHall = (view: NamedView['view']): NamedView['view'] => ({
  ...view,
  rows: view.rows.map((row) => ({ ...row, phone: null })),
  proposals: [],
});

const namedView = (desk: KnownDesk, { role, by, now }: Looking): NamedView => {
  const { now: _, ...whole } = progressView(desk, { by, now });
  const view = WATCHES.has(role) ? forTheHall(whole) : whole;
  return { view, etag: createHash('sha256').update(JSON.stringify(view)).digest('base64url') };
};

/** What each caller sees of a desk, computed once for each; forgotten with the desk. */
const viewKeeper = (): typeof namedView => {
  const kept = new WeakMap<KnownDesk, Map<string, NamedView>>();
  return (desk, looking) => {
    const views = kept.get(desk) ?? new Map<string, NamedView>();
    kept.set(desk, views);
    const closed = isPollClosed(desk.known, looking.now);
    const name = `${looking.role} ${looking.by} ${closed}`;
    const view = views.get(name) ?? namedView(desk, looking);
    views.set(name, view);
    return view;
  };
};

/** Shows how far a constituency has come, and what it waits for. */
export const readProgress = (ports: ActPorts): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  const deskOf = deskReader(ports);
  const viewOf = viewKeeper();
  return actRoute({ name: 'read-progress', describe: describeDeskProblem }, ports, async (request) => {
    const definition = await definitionOf(request.election, ports.clock.now());
    if (!definition) throw refusal('election-unknown', '$', request.election);
    const { id } = constituencyIn(definition, request);
    assertScope(request.actor, { constituency: id });
    const { actor, now } = request;
    const looking = { role: actor.role, by: actor.subject, now };
    const { view, etag } = viewOf(await deskOf(definition, id), looking);
    return { status: 200, body: { now, ...view } satisfies ProgressView, etag, pack: gzipped };
  });
};
