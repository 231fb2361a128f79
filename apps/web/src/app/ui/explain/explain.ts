import { CdkConnectedOverlay, CdkOverlayOrigin, type ConnectedPosition } from '@angular/cdk/overlay';
import { Component, DestroyRef, inject, input, signal } from '@angular/core';

import type { Explanation } from './explanation.js';

const BELOW: ConnectedPosition = { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 8 };
const ABOVE: ConnectedPosition = { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -8 };
/** Long enough that a pointer passing over, or moving on to the popover, changes nothing. */
const HOVER_DELAY_MS = 140;

let made = 0;

/** A label with a dotted underline; hover, focus or a tap says what the figure means. */
@Component({
  selector: 'fp-explain',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin],
  templateUrl: './explain.html',
  styleUrl: './explain.css',
})
export class Explain {
  readonly label = input.required<string>();
  readonly explanation = input.required<Explanation>();

  protected readonly open = signal(false);
  protected readonly popoverId = `explanation-${(made += 1).toString()}`;
  protected readonly positions = [BELOW, ABOVE];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected hover(event: PointerEvent, inside: boolean): void {
    if (event.pointerType === 'touch') return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open.set(inside), HOVER_DELAY_MS);
  }

  protected focused(event: FocusEvent): void {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) this.show(true);
  }

  protected show(open: boolean): void {
    clearTimeout(this.timer);
    this.open.set(open);
  }
}
