import type middy from '@middy/core';
import { accountReader } from '../accounts/account-reader.ts';
import { holdAgainstAccount } from '../accounts/hold-against-account.ts';
import type { Records } from '../ports.ts';
import { refusal } from './problem.ts';
import type { Reply } from './reply.ts';
import {
  type ActHandler,
  assertBody,
  type Event,
  electionOf,
  houseRoute,
  type Route,
  type RouteOf,
  type RoutePorts,
  type RouteRequest,
} from './route.ts';
import { type Actor, assertElection, assertRole, assertTokenScope, type VerifyToken } from './sign-in.ts';

/** What a job that takes acts needs from outside. */
export interface ActPorts extends RoutePorts {
  readonly records: Records;
  readonly verifyToken: VerifyToken;
  /** 32 random bytes in hexadecimal, to blind commitments. */
  readonly salt: () => string;
}

/** A request of somebody who is signed in. */
export interface PortalRequest extends RouteRequest {
  readonly actor: Actor;
}

/** A request about one election. */
export interface ActRequest extends PortalRequest {
  readonly election: string;
}

/** Who may call comes before what was sent: a caller without the role learns nothing from the body's errors. */
const admission = (
  route: Route,
  ports: ActPorts,
  actors: WeakMap<object, Actor>,
): middy.MiddlewareObj<Event> => {
  const { roles, trigger } = route;
  // Nobody comes in without a scope because a row of the manifest forgot to name one.
  if (trigger.kind !== 'http') throw new Error(`${route.name} is open to anybody.`);
  const accounts = accountReader(ports.records);
  return {
    before: async ({ event }) => {
      const claimed = await ports.verifyToken(event.headers?.['authorization']);
      const state = await accounts(claimed.subject, ports.clock.now());
      const actor = holdAgainstAccount(claimed, state);
      assertRole(actor, roles);
      assertTokenScope(actor, trigger.scope);
      actors.set(event, actor);
      if (trigger.method !== 'GET') assertBody(event);
    },
  };
};

/** A house function for who is signed in, with the role and scope that its row of the manifest names. */
export const portalRoute = (
  of: RouteOf,
  ports: ActPorts,
  job: (request: PortalRequest) => Promise<Reply>,
): ActHandler => {
  const actors = new WeakMap<object, Actor>();
  return houseRoute(
    of,
    ports,
    (route) => admission(route, ports, actors),
    async (request, event) => {
      const actor = actors.get(event);
      if (!actor) throw refusal('no-token');
      return job({ ...request, actor });
    },
  );
};

/** A house function below one election. */
export const actRoute = (
  of: RouteOf,
  ports: ActPorts,
  job: (request: ActRequest) => Promise<Reply>,
): ActHandler => {
  const below = async (request: PortalRequest): Promise<Reply> => {
    const election = electionOf(request.parameters);
    assertElection(request.actor, election);
    return job({ ...request, election });
  };
  return portalRoute(of, ports, below);
};
