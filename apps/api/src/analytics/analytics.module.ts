import { Module } from '@nestjs/common';

import { WindowModule } from '../window/index.js';
import { WindowReads } from './window-reads.js';

@Module({ imports: [WindowModule], providers: [WindowReads], exports: [WindowReads] })
export class AnalyticsModule {}
