import { useEffect, useState } from 'preact/hooks';
import type { Submission } from '#shared/advertisements/submission.ts';
import { hashFile } from '../../../islands/hash-file.ts';
import { connection } from '../../connection.ts';
import { type Desk, useDesk } from '../../desk-context.ts';
import type { Observable } from '../../observable.ts';
import { nowInstant, nowMs } from '../../server-clock.ts';
import { tellKeeping } from '../../shell/keeping.ts';
import type { Draft } from '../draft/draft.ts';
import { keptDrafts } from '../draft/kept-drafts.ts';
import { CommittedAnswer, OpenedAnswer } from '../platform-answers.ts';
import { platformApi } from '../platform-paths.ts';
import { atWork } from './at-work.ts';
import { postFile } from './post-file.ts';
import { startWork, type Work, type WorkPorts } from './work.ts';

const PAUSE_MS = 2000;

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Resolves once an observed value is as it should be. */
const until = <T>(observed: Observable<T>, isSo: (value: T) => boolean): Promise<void> =>
  new Promise((done) => {
    if (isSo(observed.get())) return done();
    const stop = observed.subscribe((value) => {
      if (!isSo(value)) return;
      stop();
      done();
    });
  });

interface OfPlatform {
  readonly election: string;
  readonly platform: string;
}

const portsOf = (
  { api, device, session, signIn }: Pick<Desk, 'api' | 'device' | 'session' | 'signIn'>,
  { election, platform }: OfPlatform,
): WorkPorts => ({
  kept: keptDrafts(device.store, { signIn: session.account, election, platform }),
  hash: hashFile,
  post: postFile,
  announce: (submission: Submission) =>
    api.post(platformApi.submissions(election, platform), submission, OpenedAnswer),
  commit: (submission) => api.post(platformApi.commits(election, platform), { submission }, CommittedAnswer),
  again: async (why) => {
    if (why === 'signed-out') return until(signIn.state, ({ kind }) => kind === 'signed-in');
    await sleep(PAUSE_MS);
    await until(connection, (is) => is === 'online');
  },
  nowMs,
  now: nowInstant,
  saved: (at) => tellKeeping(at === null ? { possible: false } : { savedAt: at }),
});

const known = (key: string): Work | undefined => atWork.get(key) as Work | undefined;

const keyOf = (account: string, draft: string): string => `${account} ${draft}`;

/** Begins with a draft that is not on the device yet. */
export const beginWork = (
  desk: Pick<Desk, 'api' | 'device' | 'session' | 'signIn'>,
  of: OfPlatform,
  draft: Parameters<typeof startWork>[0],
): Work => {
  const work = startWork(draft, portsOf(desk, of));
  atWork.set(keyOf(desk.session.account, draft.id), work);
  return work;
};

/** It was received, or left: nothing of it is kept any more. */
export const endWork = (account: string, draft: string): void => {
  atWork.delete(keyOf(account, draft));
  tellKeeping({ savedAt: null });
};

/** The work of a draft: the one that goes on, or what this device kept of it; `none` where it keeps no such draft. */
export const useWork = (of: OfPlatform, draft: string): Work | 'loading' | 'none' => {
  const desk = useDesk();
  const { account } = desk.session;
  const key = keyOf(account, draft);
  const [found, setFound] = useState<Work | 'loading' | 'none'>(() => known(key) ?? 'loading');
  useEffect(() => {
    const going = known(key);
    if (going) return setFound(going);
    let isHere = true;
    const kept = keptDrafts(desk.device.store, { signIn: account, ...of });
    void kept.read(draft).then((read) => {
      if (!isHere) return;
      // Somebody else may have begun with it in the meantime.
      setFound(known(key) ?? (read ? beginWork(desk, of, read) : 'none'));
    });
    return () => {
      isHere = false;
    };
  }, [key]);
  return found;
};

/** Leaves a draft for good: nothing of it stays on this device. What has arrived of it goes by itself after a week. */
export const leaveWork = async (
  desk: Pick<Desk, 'api' | 'device' | 'session' | 'signIn'>,
  of: OfPlatform,
  { id }: Pick<Draft, 'id'>,
): Promise<void> => {
  await known(keyOf(desk.session.account, id))?.discard();
  endWork(desk.session.account, id);
  await keptDrafts(desk.device.store, { signIn: desk.session.account, ...of }).forget(id);
};
