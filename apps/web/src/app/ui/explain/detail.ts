import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { booleanAttribute, Component, computed, contentChild, DestroyRef, ElementRef, inject, input } from '@angular/core';

import { Hint, HINT_POSITIONS } from './hint.js';

/** Before a browser takes the touch for its own menu. */
const LONG_TOUCH_MS = 400;

let made = 0;

/**
 * What the figure in a control (projected, its overlay's origin) is made of: shown by hover, by focus and by a long touch,
 * after which the control is not pressed. The control is to be described by it.
 */
@Component({
  selector: 'fp-detail',
  imports: [CdkConnectedOverlay],
  templateUrl: './detail.html',
  styleUrl: './detail.css',
  host: {
    '(focusin)': 'hint.focused($event)',
    '(focusout)': 'hint.show(false)',
    '(keydown.escape)': 'hint.show(false)',
    '(pointerenter)': 'hint.hover($event, true)',
    '(pointerleave)': 'hint.hover($event, false)',
    '(pointerdown)': 'touched($event)',
    '(pointerup)': 'released($event)',
    '(pointercancel)': 'released($event)',
    '(contextmenu)': 'keepMenuAway($event)',
  },
})
export class Detail {
  /** "186 of 231 sessions"; nothing is shown where they are empty. */
  readonly words = input.required<string>();
  /** Whether a press shows them too: of a control that does nothing else. */
  readonly byPress = input(false, { transform: booleanAttribute });
  /** For the control's `aria-describedby`. */
  readonly describedBy = computed(() => (this.words() === '' ? null : this.wordsId));

  protected readonly hint = new Hint();
  protected readonly origin = contentChild.required(CdkOverlayOrigin);
  protected readonly wordsId = `detail-${(made += 1).toString()}`;
  protected readonly positions = HINT_POSITIONS;
  private touching = false;

  constructor() {
    const { nativeElement: host } = inject<ElementRef<HTMLElement>>(ElementRef);
    // Before a link's own listener, which would follow it.
    const pressed = (event: Event) => this.pressed(event);
    host.addEventListener('click', pressed, { capture: true });
    inject(DestroyRef).onDestroy(() => host.removeEventListener('click', pressed, { capture: true }));
  }

  protected touched({ pointerType }: PointerEvent): void {
    this.touching = pointerType === 'touch';
    if (this.touching) this.hint.showAfter(LONG_TOUCH_MS, true);
  }

  /** What is shown stays until something else is touched. */
  protected released({ pointerType }: PointerEvent): void {
    if (pointerType === 'touch' && !this.hint.open()) this.hint.show(false);
  }

  protected keepMenuAway(event: Event): void {
    if (this.touching && this.hint.open()) event.preventDefault();
  }

  private pressed(event: Event): void {
    if (this.byPress()) {
      this.hint.show(true);
    } else if (this.touching && this.hint.open()) {
      event.preventDefault();
      event.stopPropagation();
    }
    this.touching = false;
  }
}
