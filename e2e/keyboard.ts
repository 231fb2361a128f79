import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has. */
const MOST_STOPS = 150;

/** Presses Tab, as a person would, until the focus is there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  // A dialog takes the focus a moment after it is shown.
  const dialog = page.getByRole('dialog').last();
  if ((await dialog.count()) > 0) await expect(dialog.locator(':focus')).toHaveCount(1);
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if ((await target.and(page.locator(':focus')).count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

/** Goes there, and presses it. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Writes over what stands in a field. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Opens a menu and presses one of its items, along which the arrows lead. */
export async function choose(page: Page, menu: Locator, item: Locator): Promise<void> {
  await press(page, menu);
  await expect(page.getByRole('menu').locator(':focus')).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS && (await item.and(page.locator(':focus')).count()) === 0; stop += 1) await page.keyboard.press('ArrowDown');
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Logs in by the keyboard alone; the log-in form is shown. */
export async function typeLogIn(page: Page, email: string, password: string): Promise<void> {
  await tabTo(page, page.getByLabel('E-mail'));
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}
