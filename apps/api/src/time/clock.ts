import { Injectable } from '@nestjs/common';

/** What time it is. Tests replace it to stand on a chosen day. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
