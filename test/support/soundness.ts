import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** One way to look at a page: its width and its colours. */
export interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** Contrast differs by scheme, order and labels by width: each is looked at once. */
export const TWO_LOOKS: readonly Look[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
];

/** Both widths in both schemes: where a screen has many parts that only one of the four could break. */
export const FOUR_LOOKS: readonly Look[] = [1280, 320].flatMap((width): readonly Look[] => [
  { width, colorScheme: 'light' },
  { width, colorScheme: 'dark' },
]);

const MUCH = 300;

/**
 * What axe finds on the page as it stands: the rule, and what breaks it. No page has frames, and only violations are
 * asked for: without a second page to put frames together and without what passed, it takes a sixth of the time.
 */
export const violations = async (page: Page): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const found = await axe.analyze();
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .join(' ')
        .slice(0, MUCH)}`,
  );
};

/** How far the page scrolls sideways, in CSS pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What sticks out of the page on the right, innermost first: for whoever mends it. */
const stickingOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .toReversed()
      .slice(0, 3)
      .map(
        (one) => `<${one.localName} class="${one.className}"> ${(one.textContent ?? '').trim().slice(0, 40)}`,
      ),
  );

/** What is wrong with a page as it stands: for screen readers, and where it is narrow. Named by the state it is in. */
export const faults = async (
  page: Page,
  state: string,
  looks: readonly Look[] = TWO_LOOKS,
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const where = `${state}, ${width} px, ${colorScheme}`;
    found.push(...(await violations(page)).map((fault) => `${where}: ${fault}`));
    const wide = await sideways(page);
    if (wide > 0)
      found.push(`${where}: scrolls sideways by ${wide} px: ${(await stickingOut(page)).join('; ')}`);
  }
  return found;
};

/** Nothing for axe, and no page that scrolls sideways. */
export const isSound = async (page: Page, state: string, looks?: readonly Look[]): Promise<void> => {
  expect(await faults(page, state, looks)).toEqual([]);
};
