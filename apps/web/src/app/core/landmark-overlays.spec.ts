import { OverlayContainer } from '@angular/cdk/overlay';
import { TestBed } from '@angular/core/testing';

import { LandmarkOverlays } from './landmark-overlays.js';

it('gives whatever lies over the page a landmark', () => {
  TestBed.configureTestingModule({ providers: [{ provide: OverlayContainer, useExisting: LandmarkOverlays }] });
  const container = TestBed.inject(OverlayContainer).getContainerElement();
  expect([container.getAttribute('role'), container.getAttribute('aria-label')]).toEqual(['region', 'Menus and dialogs']);
});
