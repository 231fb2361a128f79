import { jest } from '@jest/globals';
import { Clipboard } from '@angular/cdk/clipboard';
import { OverlayContainer } from '@angular/cdk/overlay';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';

import type { ServerProblem } from './problem.js';
import { Toast } from './toast.js';

const PROBLEM: ServerProblem = { code: 'internal_error', status: 500, detail: 'The server failed.', requestId: '0193-abcd', retryAt: undefined, errors: [] };

describe('the toast of a failure', () => {
  const page = () => TestBed.inject(OverlayContainer).getContainerElement();
  const button = (words: string) => [...page().querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);
  const retry = jest.fn();

  beforeEach(() => {
    retry.mockClear();
    TestBed.configureTestingModule({ providers: [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }] });
  });

  async function shown(problem: Partial<ServerProblem> = {}): Promise<void> {
    TestBed.inject(Toast).problem('Could not retry.', { ...PROBLEM, ...problem }, retry);
    await settled();
  }

  async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    TestBed.tick();
  }

  it('says what failed and why, with the id of the request to be copied', async () => {
    const copied: string[] = [];
    TestBed.inject(Clipboard).copy = (text) => copied.push(text) > 0;
    await shown();
    expect(page().textContent.replace(/\s+/g, ' ')).toContain('Could not retry. The server failed. Request 0193-abcd');
    page().querySelector<HTMLButtonElement>('[aria-label="Copy request id"]')?.click();
    expect(copied).toEqual(['0193-abcd']);
  });

  it('tries again, and goes', async () => {
    await shown();
    button('Try again')?.click();
    await settled();
    expect(retry).toHaveBeenCalledTimes(1);
    expect(page().textContent).not.toContain('Could not retry.');
  });

  it('is closed without another try', async () => {
    await shown();
    button('Close')?.click();
    await settled();
    expect(retry).not.toHaveBeenCalled();
    expect(page().textContent).not.toContain('Could not retry.');
  });

  it.each([
    [0, true],
    [429, true],
    [503, true],
    [404, false],
    [409, false],
  ])('offers another try after %s: %s', async (status, offered) => {
    await shown({ status });
    expect(button('Try again') !== undefined).toBe(offered);
  });
});
