import { Injectable } from '@nestjs/common';

/** Whether this process is about to end, and should get no more requests. */
@Injectable()
export class Draining {
  private begun = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
  }
}
