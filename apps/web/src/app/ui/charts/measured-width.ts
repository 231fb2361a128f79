import { afterNextRender, DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';

/** How wide its host is laid out, whole pixels; 0 until it is. */
@Directive({ selector: '[fpMeasuredWidth]' })
export class MeasuredWidth {
  readonly width = signal(0);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const measure = () => this.width.set(host.clientWidth);
      measure(); // at once: the observer speaks only with the next frame
      const observer = new ResizeObserver(measure);
      observer.observe(host);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }
}
