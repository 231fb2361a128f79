import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startTestApplication, type TestApplication } from '../../test/application.js';

describe('the web application', () => {
  const directory = mkdtempSync(join(tmpdir(), 'flowpilot-web-'));
  let application: TestApplication;

  beforeAll(async () => {
    writeFileSync(join(directory, 'index.html'), '<fp-root></fp-root>');
    writeFileSync(join(directory, 'main-0yHq4D_x.js'), 'let long = 1;');
    writeFileSync(join(directory, 'main-0yHq4D_x.js.br'), 'compressed');
    mkdirSync(join(directory, 'media'));
    writeFileSync(join(directory, 'media', 'icon.svg'), '<svg/>');
    application = await startTestApplication({ trustedProxies: ['loopback'] }, directory);
  });

  afterAll(async () => {
    await application.stop();
    rmSync(directory, { recursive: true });
  });

  const get = (url: string, headers: Record<string, string> = {}) =>
    application.app.inject({ method: 'GET', url, headers });

  it('answers every route of its own with the one page, which is never kept unasked', async () => {
    for (const url of ['/', '/login', '/analytics/coverage?period=30d', '/flows/0190/edit', '/apical']) {
      const answer = await get(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.payload).toContain('<fp-root>');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  it('lets files with a hash be kept for ever, compressed where they can be', async () => {
    const plain = await get('/main-0yHq4D_x.js');
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.payload).toBe('let long = 1;');
    const compressed = await get('/main-0yHq4D_x.js', { 'accept-encoding': 'gzip, br' });
    expect(compressed.headers['content-encoding']).toBe('br');
    expect(compressed.headers['cache-control']).toContain('immutable');
    expect((await get('/media/icon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it('never takes the page for a file that is missing, nor for a part of the API', async () => {
    for (const url of ['/main-AAAAAAAA.js', '/api', '/api/v1/nothing', '/api/nothing', '/../../etc/passwd.txt', '/%2e%2e/package.json']) {
      const answer = await get(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('lets a page load nothing from elsewhere, run no inline script and be framed by nobody', async () => {
    const policy = String((await get('/')).headers['content-security-policy']);
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect((await get('/')).headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });

  it('asks for TLS only where there is TLS', async () => {
    expect((await get('/')).headers['strict-transport-security']).toBeUndefined();
    const behindTls = await get('/', { 'x-forwarded-proto': 'https' });
    expect(behindTls.headers['strict-transport-security']).toContain('max-age=31536000');
    expect(behindTls.headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });
});
