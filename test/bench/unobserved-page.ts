import type { Browser } from 'playwright-core';

interface Answer {
  readonly id: number;
  readonly result: { readonly result: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
}

/** A page that nothing watches. */
export interface UnobservedPage {
  /** What an expression gives there, once its promise has settled. */
  readonly evaluate: (expression: string) => Promise<unknown>;
}

/**
 * Opens an address as a reader would have it. A page that is driven has everything it fetches copied for whoever drives it, in the memory that
 * is to be measured; this one is in a context that the driver does not know.
 */
export const openUnobserved = async (browser: Browser, url: string): Promise<UnobservedPage> => {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send('Target.createBrowserContext');
  const { targetId } = await session.send('Target.createTarget', { url, browserContextId });
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  let asked = 0;
  return {
    evaluate: (expression) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const id = asked;
        const hear = ({ message }: { readonly message: string }): void => {
          const answer = JSON.parse(message) as Answer;
          if (answer.id !== id) return;
          session.off('Target.receivedMessageFromTarget', hear);
          if (answer.result.exceptionDetails) reject(new Error(message));
          else resolve(answer.result.result.value);
        };
        session.on('Target.receivedMessageFromTarget', hear);
        const params = { expression, awaitPromise: true, returnByValue: true };
        const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
        session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
      }),
  };
};
