import { Module } from '@nestjs/common';

import { WindowModule } from '../../window/index.js';
import { PsaOutboxModule } from '../outbox/psa-outbox.module.js';
import { UnloggedController } from './unlogged.controller.js';
import { UnloggedService } from './unlogged.service.js';

@Module({ imports: [WindowModule, PsaOutboxModule], controllers: [UnloggedController], providers: [UnloggedService] })
export class UnloggedModule {}
