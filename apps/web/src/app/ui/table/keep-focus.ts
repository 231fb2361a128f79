import { afterNextRender, DOCUMENT, effect, inject, Injector } from '@angular/core';

/** A row that goes to another place loses the focus on its way: gives it back. Call it in the table's constructor. */
export function keepFocusOver(rows: () => unknown): void {
  const document = inject(DOCUMENT);
  const injector = inject(Injector);
  effect(() => {
    rows();
    const { activeElement: focused } = document;
    const giveBack = () => {
      if (focused instanceof HTMLElement && document.activeElement === document.body) focused.focus({ preventScroll: true });
    };
    afterNextRender(giveBack, { injector });
  });
}
