import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, DestroyRef, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Toast } from '../../core/toast.js';
import { counted } from '../../ui/format.js';
import { Icon } from '../../ui/icon.js';
import { ShownAnswer } from '../shown-answer.js';
import { FirstKey } from './first-key.js';
import { sendSessionCommand } from './first-session.js';

/** How often the guide looks whether the first session has come. */
const LOOK_MS = 10_000;
/** Another server with data of its own, so that the demo never mixes with the account's figures. */
const DEMO_COMMAND = 'DEMO=true DATA_DIR=.data-demo PORT=3001 npm start';

/** An account without any session: the way to the first one. The figures take its place as soon as it is there. */
@Component({
  selector: 'fp-first-run',
  imports: [Icon, RouterLink],
  templateUrl: './first-run.html',
  styleUrl: './first-run.css',
})
export class FirstRun {
  readonly activeFlows = input.required<number>();

  private readonly clipboard = inject(Clipboard);
  private readonly toast = inject(Toast);
  private readonly document = inject(DOCUMENT);
  protected readonly first = inject(FirstKey);
  protected readonly command = computed(() => sendSessionCommand(this.document.location.origin, this.first.key()));
  protected readonly demoCommand = DEMO_COMMAND;
  protected readonly counted = counted;

  constructor() {
    const shown = inject(ShownAnswer);
    const looking = setInterval(() => {
      if (this.document.visibilityState === 'visible') shown.reload();
    }, LOOK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(looking));
  }

  protected copy(command: string): void {
    this.toast.say(this.clipboard.copy(command) ? 'Copied' : 'Could not copy');
  }
}
