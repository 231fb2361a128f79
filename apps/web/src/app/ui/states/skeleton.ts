import { Component, input } from '@angular/core';

/** A grey block the size of what will stand there. Mark the container with `aria-busy="true"`. */
@Component({
  selector: 'fp-skeleton',
  template: '',
  host: { class: 'sk', 'aria-hidden': 'true', '[style.width]': 'width()', '[style.height]': 'height()' },
})
export class Skeleton {
  readonly width = input('100%');
  readonly height = input('12px');
}
