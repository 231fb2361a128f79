import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { AuthModule } from '../auth/index.js';
import { FlowsModule } from '../flows/index.js';
import { PsaModule } from '../psa/index.js';
import { SessionsModule } from '../sessions/index.js';
import { DemoPeople } from './demo-people.js';
import { DemoRecords } from './demo-records.js';
import { DemoLoader } from './demo.loader.js';

@Module({
  imports: [AccountsModule, AuthModule, FlowsModule, PsaModule, SessionsModule],
  providers: [DemoLoader, DemoPeople, DemoRecords],
  exports: [DemoLoader],
})
export class DemoModule {}
