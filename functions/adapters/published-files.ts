/** Whoever waits for longer asks again. */
const TIMEOUT_MS = 8000;

/** What anybody reads at an address of the portal, `/data/…`; null where nothing is there. Throws where no answer says so. */
export const publishedFiles =
  (portal: () => string) =>
  async (path: string): Promise<Uint8Array | null> => {
    const response = await fetch(portal() + path, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    return response.bytes();
  };
