import { Component } from '@angular/core';

@Component({
  selector: 'fp-log-in-page',
  template: '',
})
export class LogInPage {}
