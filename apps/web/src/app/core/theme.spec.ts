import { readFileSync } from 'node:fs';

import { TestBed } from '@angular/core/testing';

import { Theme } from './theme.js';

describe('Theme', () => {
  const shown = () => document.documentElement.getAttribute('data-theme');
  const started = () => {
    TestBed.resetTestingModule();
    const theme = TestBed.inject(Theme);
    TestBed.tick();
    return theme;
  };

  beforeEach(() => {
    localStorage.clear();
  });

  it('follows the system until something is chosen', () => {
    expect(started().choice()).toBe('system');
    expect(shown()).toBeNull();
  });

  it('shows and remembers the choice', () => {
    started().choose('dark');
    TestBed.tick();
    expect(shown()).toBe('dark');
    expect(started().choice()).toBe('dark');
  });

  it('goes round, and back to the system', () => {
    const theme = started();
    expect(theme.next()).toBe('light');
    theme.choose('dark');
    expect(theme.next()).toBe('system');
  });

  it.each([
    ['dark', 'dark'],
    ['light', 'light'],
    ['system', null],
    ['sepia', null],
  ])('is shown before the application runs: %s', (stored, attribute) => {
    document.documentElement.removeAttribute('data-theme');
    localStorage.setItem('flowpilot.theme', stored);
    const script = document.createElement('script');
    script.textContent = readFileSync('apps/web/public/theme.js', 'utf8');
    document.head.append(script);
    expect(shown()).toBe(attribute);
  });

  it('does not trust what it remembers', () => {
    localStorage.setItem('flowpilot.theme', 'sepia');
    expect(started().choice()).toBe('system');
  });
});
