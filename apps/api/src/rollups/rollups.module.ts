import { Module } from '@nestjs/common';

import { RollupRefresh } from './rollup-refresh.js';

@Module({ providers: [RollupRefresh], exports: [RollupRefresh] })
export class RollupsModule {}
