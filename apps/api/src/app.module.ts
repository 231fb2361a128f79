import { type DynamicModule, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import { AccountsModule } from './accounts/index.js';
import { AuthModule } from './auth/index.js';
import { ConfigModule } from './config/config.module.js';
import type { Settings } from './config/settings.js';
import { CoverageModule } from './coverage/index.js';
import { DatabaseModule } from './database/database.module.js';
import { DemoModule } from './demo/index.js';
import { FlowQualityModule } from './flow-quality/index.js';
import { FlowsModule } from './flows/index.js';
import { HealthModule } from './health/index.js';
import { HttpModule } from './http/http.module.js';
import { ImportsModule } from './imports/index.js';
import { JobsModule } from './jobs/index.js';
import { OverviewModule } from './overview/index.js';
import { PsaActivityModule } from './psa-activity/index.js';
import { PsaConnectionModule, PsaModule, PsaOutboxModule, PsaReconcileModule, UnloggedModule } from './psa/index.js';
import { SessionsModule } from './sessions/index.js';
import type { Clock } from './time/clock.js';

/** What the application stands on, made before it. */
export interface Foundations {
  settings: Settings;
  /** Connected. The application ends it. */
  dataSource: DataSource;
  clock: Clock;
  /** The built web application, served beside the API if it is there. */
  webDirectory?: string;
}

@Module({
  imports: [
    HttpModule,
    HealthModule,
    AuthModule,
    AccountsModule,
    FlowsModule,
    SessionsModule,
    PsaModule,
    PsaConnectionModule,
    PsaOutboxModule,
    PsaReconcileModule,
    UnloggedModule,
    CoverageModule,
    FlowQualityModule,
    PsaActivityModule,
    OverviewModule,
    ImportsModule,
    JobsModule,
    DemoModule,
  ],
})
export class AppModule {
  static on({ settings, dataSource, clock }: Foundations): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.of(settings), DatabaseModule.on(dataSource, clock)] };
  }
}
