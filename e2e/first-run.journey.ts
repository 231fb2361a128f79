import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { expect, test } from '@playwright/test';

import { openAs, PASSWORD, productUrl, Program } from './person.js';
import { withoutViolation } from './violations.js';

const OPERATOR = 'operator@demo.test';

test('an account without sessions is guided to its first one, by a line that works as pasted', async ({ page, request }, { project }) => {
  const email = `first-${project.name}@first.test`;
  const operator = await Program.of(request, OPERATOR);
  await operator.post('/accounts', {
    name: `First ${project.name}`,
    time_zone: 'Europe/Berlin',
    admin: { name: 'Fay First', email, password: PASSWORD },
  });
  await openAs(page, email, '/analytics/overview');
  await expect(page.getByRole('heading', { name: 'No sessions yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'import a file' })).toHaveAttribute('href', '/settings/import');
  await withoutViolation(page);
  await page.getByRole('button', { name: 'Make a key' }).click();
  const command = page.getByRole('region', { name: 'Command that sends a session' });
  await expect(command).toContainText(`curl -X POST ${productUrl()}/api/v1/sessions`);
  await expect(command).not.toContainText('FLOWPILOT_KEY');
  await promisify(execFile)('sh', ['-c', `${(await command.textContent()) ?? ''} --fail --silent`]);
  await expect(page.getByText('Sessions a day')).toBeVisible({ timeout: 20_000 });
});
