import { OverlayContainer } from '@angular/cdk/overlay';
import { Injectable } from '@angular/core';

/** Menus, dialogs and toasts lie outside the page's landmarks: they are given one, so that none of their text is lost. */
@Injectable({ providedIn: 'root' })
export class LandmarkOverlays extends OverlayContainer {
  protected override _createContainer(): void {
    super._createContainer();
    this._containerElement?.setAttribute('role', 'region');
    this._containerElement?.setAttribute('aria-label', 'Menus and dialogs');
  }
}
