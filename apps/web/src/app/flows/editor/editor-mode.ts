import { Injectable, signal } from '@angular/core';

/** Whether the person may change the flow; others only look at it. */
@Injectable()
export class EditorMode {
  readonly readOnly = signal(false);
}
