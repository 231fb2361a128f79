import { Module } from '@nestjs/common';

import { WindowService } from './window.service.js';

@Module({ providers: [WindowService], exports: [WindowService] })
export class WindowModule {}
