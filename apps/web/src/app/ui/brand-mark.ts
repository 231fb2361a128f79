import { Component } from '@angular/core';

/** The product's mark, in the current colour. */
@Component({
  selector: 'fp-brand-mark',
  template: `
    <svg viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="6" fill="currentColor" />
      <path d="M6 13h4.5c3.2 0 2.8-5 6-5H20M10.5 13c3.2 0 2.8 5 6 5H20" />
    </svg>
  `,
  styles: `
    :host { display: inline-grid; flex: none; }
    svg { width: 26px; height: 26px; }
    path { fill: none; stroke: var(--on-primary); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
  `,
})
export class BrandMark {}
