import { afterNextRender, ApplicationRef, DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';

/** What a card of a printed page leaves for its chart (A4 or Letter, landscape), pixels: print.css sets the page. */
const PRINTED_WIDTH = 960;

/** How wide its host is laid out, whole pixels; 0 until it is. While the page is printed, as wide as the paper has room. */
@Directive({ selector: '[fpMeasuredWidth]' })
export class MeasuredWidth {
  readonly width = signal(0);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly application = inject(ApplicationRef);

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const measure = () => this.width.set(this.host.clientWidth);
      measure(); // at once: the observer speaks only with the next frame
      const observer = new ResizeObserver(measure);
      observer.observe(this.host);
      destroyed.onDestroy(() => observer.disconnect());
      this.listen('beforeprint', () => this.redrawn(PRINTED_WIDTH), destroyed);
      this.listen('afterprint', measure, destroyed);
    });
  }

  /** The browser prints as soon as the event's listeners have returned. */
  private redrawn(width: number): void {
    this.width.set(width);
    this.application.tick();
  }

  private listen(event: 'beforeprint' | 'afterprint', listener: () => void, destroyed: DestroyRef): void {
    window.addEventListener(event, listener);
    destroyed.onDestroy(() => window.removeEventListener(event, listener));
  }
}
