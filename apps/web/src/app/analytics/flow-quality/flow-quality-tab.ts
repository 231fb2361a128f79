import { Component, inject } from '@angular/core';

import { FlowQualityStore } from './flow-quality-store.js';

@Component({
  selector: 'fp-flow-quality-tab',
  template: '',
})
export class FlowQualityTab {
  protected readonly answer = inject(FlowQualityStore).answer;

  constructor() {
    this.answer.showInTab();
  }
}
