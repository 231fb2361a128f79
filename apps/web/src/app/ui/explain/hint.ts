import type { ConnectedPosition } from '@angular/cdk/overlay';
import { DestroyRef, inject, signal } from '@angular/core';

const BELOW: ConnectedPosition = { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 8 };
const ABOVE: ConnectedPosition = { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -8 };
export const HINT_POSITIONS = [BELOW, ABOVE];

/** Long enough that a pointer passing over, or moving on to what is shown, changes nothing. */
const HOVER_DELAY_MS = 140;

/** When the words behind a control are shown: while it is hovered, or focused by the keyboard. Make it where `inject` may be. */
export class Hint {
  readonly open = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  hover(event: PointerEvent, inside: boolean): void {
    if (event.pointerType !== 'touch') this.showAfter(HOVER_DELAY_MS, inside);
  }

  focused(event: FocusEvent): void {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) this.show(true);
  }

  show(open: boolean): void {
    clearTimeout(this.timer);
    this.open.set(open);
  }

  showAfter(milliseconds: number, open: boolean): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open.set(open), milliseconds);
  }
}
