import { Component, inject } from '@angular/core';

import { PsaStore } from './psa-store.js';

@Component({
  selector: 'fp-psa-tab',
  template: '',
})
export class PsaTab {
  protected readonly answer = inject(PsaStore).answer;

  constructor() {
    this.answer.showInTab();
  }
}
