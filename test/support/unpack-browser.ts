import { findBrowser } from './browser.ts';

/** Before any test: the browser that npm brings is unpacked once, not by several files at the same moment. */
export const setup = async (): Promise<void> => {
  await findBrowser();
};
