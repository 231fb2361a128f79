import { OverlayContainer } from '@angular/cdk/overlay';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';

import { HeldDialogs } from '../../ui/confirm/held-dialogs.js';
import { ChangePasswordDialog } from './change-password-dialog.js';

describe('the dialog that changes the password', () => {
  it('asks before Back takes away what was typed', async () => {
    const animations = { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } };
    TestBed.configureTestingModule({ providers: [animations, provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
    const layers = TestBed.inject(OverlayContainer).getContainerElement();
    TestBed.inject(MatDialog).open(ChangePasswordDialog);
    TestBed.tick();
    expect(await TestBed.inject(HeldDialogs).mayLeave()).toBe(true);

    const field = layers.querySelector('input');
    if (field === null) throw new Error('There is no field');
    field.value = 'correct horse';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    void TestBed.inject(HeldDialogs).mayLeave();
    await new Promise((resolve) => setTimeout(resolve, 5));
    TestBed.tick();
    expect(layers.textContent).toContain('Discard what you typed?');
  });
});
