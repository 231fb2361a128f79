import { Module } from '@nestjs/common';

import { WindowModule } from '../../window/index.js';
import { PsaConnectionModule } from '../connection/psa-connection.module.js';
import { PsaOutboxModule } from '../outbox/psa-outbox.module.js';
import { DriftController } from './drift.controller.js';
import { DriftService } from './drift.service.js';
import { PsaReconciliation } from './psa-reconciliation.js';

@Module({
  imports: [WindowModule, PsaConnectionModule, PsaOutboxModule],
  controllers: [DriftController],
  providers: [DriftService, PsaReconciliation],
  exports: [PsaReconciliation],
})
export class PsaReconcileModule {}
