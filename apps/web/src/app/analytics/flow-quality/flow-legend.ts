import { Component } from '@angular/core';

/** What the edges and the whiskers of the flow table mean. */
@Component({
  selector: 'fp-flow-legend',
  template: `
    <span><i class="edge"></i>Top performer</span>
    <span><i class="edge lowest"></i>Lowest five</span>
    <span>
      <svg width="30" height="12" viewBox="0 0 30 12" aria-hidden="true">
        <path d="M2 6H28M2 2.5V9.5M28 2.5V9.5" />
        <circle cx="15" cy="6" r="3.5" />
      </svg>
      95% interval of closed sessions
    </span>
  `,
  styles: `
    .edge { height: 15px; border-left: 3px solid var(--good-solid); }
    .lowest { border-left: 3px dashed var(--poor-solid); }
    path { stroke: var(--fg-muted); stroke-width: 1.25; }
    circle { fill: var(--good-solid); }
  `,
  host: { class: 'legend' },
})
export class FlowLegend {}
