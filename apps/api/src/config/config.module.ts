import { type DynamicModule, Module } from '@nestjs/common';

import { Sealer } from './sealer.js';
import { Settings } from './settings.js';

/** Makes the settings, and what needs nothing but them, injectable everywhere. */
@Module({})
export class ConfigModule {
  static of(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: Settings, useValue: settings }, Sealer],
      exports: [Settings, Sealer],
    };
  }
}
