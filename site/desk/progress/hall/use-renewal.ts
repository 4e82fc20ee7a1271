import { useEffect } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { WARNING_MS } from '../../sign-in/token-holder.ts';
import { keepOverLeaving } from '../last-seen.ts';

const LOOK_EVERY_MS = 5000;

/**
 * Keeps an observer's wall signed in as long as the sign-in page knows the observer: shortly before the session ends the wall goes there and
 * back, which asks nobody. Only an observer's, who can do nothing but look; everybody else says who they are.
 */
export const useRenewal = (): void => {
  const { session, signIn } = useDesk();
  useEffect(() => {
    if (session.role !== 'observer') return;
    let asking = false;
    const look = async (): Promise<void> => {
      if (asking || performance.now() < session.expiresAt - WARNING_MS) return;
      asking = true;
      asking = await signIn.renew(session.account, () => keepOverLeaving(session, sessionStorage));
    };
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [session.account, session.role, session.expiresAt, signIn]);
};
