import type { Reply } from './reply.ts';
import {
  type ActHandler,
  assertBody,
  electionOf,
  houseRoute,
  type RouteOf,
  type RoutePorts,
  type RouteRequest,
} from './route.ts';

/** A request of anybody about one election. */
export interface OpenRequest extends RouteRequest {
  readonly election: string;
}

/** A house function below one election that anybody may call, without a sign-in. */
export const openRoute = (
  of: RouteOf,
  ports: RoutePorts,
  job: (request: OpenRequest) => Promise<Reply>,
): ActHandler =>
  houseRoute(
    of,
    ports,
    ({ trigger }) => ({
      before: ({ event }) => {
        if (trigger.method !== 'GET' && !of.takesNoBody) assertBody(event);
      },
    }),
    (request) => job({ ...request, election: electionOf(request.parameters) }),
  );
