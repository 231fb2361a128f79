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

  it('does not trust what it remembers', () => {
    localStorage.setItem('flowpilot.theme', 'sepia');
    expect(started().choice()).toBe('system');
  });
});
