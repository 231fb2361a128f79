import { Component, inject } from '@angular/core';

import { OverviewStore } from './overview-store.js';

@Component({
  selector: 'fp-overview-tab',
  template: '',
})
export class OverviewTab {
  protected readonly answer = inject(OverviewStore).answer;

  constructor() {
    this.answer.showInTab();
  }
}
