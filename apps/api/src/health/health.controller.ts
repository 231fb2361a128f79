import { Controller, Get } from '@nestjs/common';

import type { HealthDto } from '@flowpilot/contracts';

import { Public } from '../auth/index.js';
import { HealthService } from './health.service.js';

@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process answers. */
  @Get('live')
  live(): HealthDto {
    return { status: 'ok' };
  }

  /** The database answers, all migrations have run, and the process was not told to end. */
  @Get('ready')
  async ready(): Promise<HealthDto> {
    await this.health.assertReady();
    return { status: 'ok' };
  }
}
