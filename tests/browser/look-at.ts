import AxeBuilder from '@axe-core/playwright';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../support/service-process';

const desktop = { width: 1_120, height: 800 };
const phone = { width: 360, height: 740 };
const usualLooks = [
  { colorScheme: 'light', size: desktop },
  { colorScheme: 'dark', size: phone },
] as const;
const otherLooks = [
  { colorScheme: 'dark', size: desktop },
  { colorScheme: 'light', size: phone },
] as const;

/**
 * What is wrong with a view for those who see, hear or touch it in another way; light and wide, dark and narrow. Every
 * look is for the view that shows the most, since each takes a second.
 */
export async function problemsOf(page: Page, { everyLook = false } = {}): Promise<string[]> {
  const problems: string[] = [];
  for (const { colorScheme, size } of everyLook ? [...usualLooks, ...otherLooks] : usualLooks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const where = `${colorScheme}, ${size.width} px`;
    problems.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${where}: ${id} at ${target.join(' ')}`)),
    );
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    if (Number(overflow) > 0) problems.push(`${where}: ${String(overflow)} px wider than the screen`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  await page.setViewportSize(desktop);
  return problems;
}

/** Takes the pictures of the README, where they are asked for: SCREENSHOTS=1. */
export async function takePicture(
  page: Page,
  name: string,
  look: { phone?: boolean; dark?: boolean } = {},
): Promise<void> {
  if (process.env['SCREENSHOTS'] !== '1') return;
  await page.emulateMedia({ colorScheme: look.dark === true ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(look.phone === true ? phone : desktop);
  await page.screenshot({ path: path.join(root, 'docs/images', `${name}.png`), fullPage: true });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  await page.setViewportSize(desktop);
}
