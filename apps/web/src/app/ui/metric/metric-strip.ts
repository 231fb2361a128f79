import { Component } from '@angular/core';

/** One surface with hairlines between the figures that it holds (`fp-metric`, or skeletons of them). */
@Component({
  selector: 'fp-metric-strip',
  template: '<ng-content />',
  styles: `
    :host { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); background: var(--surface); border: 1px solid var(--border); border-radius: var(--r-3); }
    @media (max-width: 1279px) { :host:has(> :nth-child(5)) { grid-auto-flow: row; grid-template-columns: repeat(4, minmax(0, 1fr)); } }
    @media (max-width: 720px) { :host, :host:has(> :nth-child(5)) { grid-auto-flow: row; grid-template-columns: repeat(2, minmax(0, 1fr)); } }
  `,
})
export class MetricStrip {}
