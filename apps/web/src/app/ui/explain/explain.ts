import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, input } from '@angular/core';

import type { Explanation } from './explanation.js';
import { Hint, HINT_POSITIONS } from './hint.js';

let made = 0;

/** A label with a dotted underline; hover, focus or a tap says what the figure means. */
@Component({
  selector: 'fp-explain',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin],
  templateUrl: './explain.html',
  styleUrl: './explain.css',
})
export class Explain {
  readonly label = input.required<string>();
  readonly explanation = input.required<Explanation>();

  protected readonly hint = new Hint();
  protected readonly popoverId = `explanation-${(made += 1).toString()}`;
  protected readonly positions = HINT_POSITIONS;
}
