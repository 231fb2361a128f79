import { afterNextRender, DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';

/** How wide its host is laid out, whole pixels; 0 until it is. */
@Directive({ selector: '[fpMeasuredWidth]' })
export class MeasuredWidth {
  readonly width = signal(0);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new ResizeObserver(() => this.width.set(host.clientWidth));
      observer.observe(host);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }
}
