import { OverlayContainer } from '@angular/cdk/overlay';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';

import { HeldDialogs } from '../../ui/confirm/held-dialogs.js';
import { session } from '../session-fixture.js';
import { MatchDialog } from './match-dialog.js';

describe('the dialog that ties a session to a flow', () => {
  it('asks before Back takes away what was chosen', async () => {
    const animations = { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } };
    TestBed.configureTestingModule({ providers: [animations, provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
    const layers = TestBed.inject(OverlayContainer).getContainerElement();
    TestBed.inject(MatDialog).open(MatchDialog, { data: session({ matched_flow_id: 'f-1' }) });
    TestBed.tick();
    expect(await TestBed.inject(HeldDialogs).mayLeave()).toBe(true);

    const field = layers.querySelector('select');
    if (field === null) throw new Error('There is no choice');
    field.value = '';
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    void TestBed.inject(HeldDialogs).mayLeave();
    await new Promise((resolve) => setTimeout(resolve, 5));
    TestBed.tick();
    expect(layers.textContent).toContain('Discard what you typed?');
  });
});
