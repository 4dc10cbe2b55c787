import AxeBuilder from '@axe-core/playwright';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../support/service-process';

const desktop = { width: 1_200, height: 800 };
const phone = { width: 360, height: 740 };
const defaultLooks = [
  { colorScheme: 'light', size: desktop },
  { colorScheme: 'dark', size: phone },
] as const;
const otherLooks = [
  { colorScheme: 'dark', size: desktop },
  { colorScheme: 'light', size: phone },
] as const;

/**
 * The accessibility problems of a view: light and wide, dark and narrow. `everyLook` tests the other two combinations as
 * well; each takes a second, so only the view that shows the most is tested in all.
 */
export async function problemsOf(page: Page, { everyLook = false } = {}): Promise<string[]> {
  const problems: string[] = [];
  for (const { colorScheme, size } of everyLook ? [...defaultLooks, ...otherLooks] : defaultLooks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const look = `${colorScheme}, ${size.width} px`;
    problems.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${look}: ${id} at ${target.join(' ')}`)),
    );
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    if (Number(overflow) > 0) problems.push(`${look}: ${String(overflow)} px wider than the screen`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  await page.setViewportSize(desktop);
  return problems;
}

/** Takes a picture for the README where SCREENSHOTS=1 asks for it. */
export async function takePicture(
  page: Page,
  name: string,
  look: { phone?: boolean; dark?: boolean; isWhole?: boolean } = {},
): Promise<void> {
  if (process.env['SCREENSHOTS'] !== '1') return;
  await page.emulateMedia({ colorScheme: look.dark === true ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(look.phone === true ? phone : desktop);
  await page.screenshot({ path: path.join(root, 'docs/images', `${name}.png`), fullPage: look.isWhole !== false });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  await page.setViewportSize(desktop);
}
