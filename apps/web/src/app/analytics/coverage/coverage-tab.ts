import { Component, inject } from '@angular/core';

import { CoverageStore } from './coverage-store.js';

@Component({
  selector: 'fp-coverage-tab',
  template: '',
})
export class CoverageTab {
  protected readonly answer = inject(CoverageStore).answer;

  constructor() {
    this.answer.showInTab();
  }
}
