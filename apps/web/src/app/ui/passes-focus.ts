import { afterEveryRender, Directive, DOCUMENT, ElementRef, inject } from '@angular/core';

const CONTROLS = 'a[href], button, input, select, textarea, [tabindex="0"]';

/**
 * What has the focus may go: a filter that is taken away, "Load more" with the last page. The focus passes to the next
 * control in here that stays, else to the nearest before it, else to the page's content.
 */
@Directive({ selector: '[fpPassesFocus]', host: { '(focusin)': 'note()', '(click)': 'note()' } })
export class PassesFocus {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private held: { readonly by: Element; readonly heirs: readonly HTMLElement[] } | undefined;

  constructor() {
    afterEveryRender({ write: () => this.passOn() });
  }

  /** At a click too: rows may have come since the focus did. */
  protected note(): void {
    const { activeElement: by } = this.document;
    if (by === null || !this.host.contains(by)) return;
    const controls = [...this.host.querySelectorAll<HTMLElement>(CONTROLS)];
    const at = controls.findIndex((control) => control === by);
    this.held = { by, heirs: [...controls.slice(at + 1), ...controls.slice(0, at).reverse()] };
  }

  private passOn(): void {
    if (this.held === undefined || this.held.by.isConnected) return;
    const { heirs } = this.held;
    this.held = undefined;
    const content = this.document.querySelector<HTMLElement>('main[tabindex]');
    for (const heir of [...heirs, ...(content === null ? [] : [content])]) {
      if (this.document.activeElement !== this.document.body) return;
      // What is gone or hidden does not take it.
      heir.focus({ preventScroll: true });
    }
  }
}
