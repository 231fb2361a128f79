import { Component, input } from '@angular/core';

import { Explain } from '../explain/explain.js';
import type { Explanation } from '../explain/explanation.js';
import { Icon } from '../icon.js';
import type { RowsAddress } from '../rows/rows-address.js';
import { RowsLink } from '../rows/rows-link.js';
import type { Change } from './change.js';

/** One figure of a metric strip: label, figure, change; the trend is projected. */
@Component({
  selector: 'fp-metric',
  imports: [Explain, Icon, RowsLink],
  templateUrl: './metric.html',
  styleUrl: './metric.css',
  host: { role: 'group', '[attr.aria-label]': 'label()' },
})
export class Metric {
  readonly label = input.required<string>();
  readonly explanation = input.required<Explanation>();
  readonly figure = input.required<string>();
  readonly unit = input('');
  readonly change = input<Change>();
  /** Stands in the change's place when there is none. */
  readonly note = input('');
  /** The rows behind the figure, and behind the one it is compared with. */
  readonly rows = input<RowsAddress>();
  readonly rowsBefore = input<RowsAddress>();
}
