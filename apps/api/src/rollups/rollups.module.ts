import { Module } from '@nestjs/common';

import { RolledCounts } from './reading/rolled-counts.js';
import { RollupRefresh } from './rollup-refresh.js';
import { RollupVerification } from './rollup-verification.js';

@Module({ providers: [RolledCounts, RollupRefresh, RollupVerification], exports: [RolledCounts, RollupRefresh, RollupVerification] })
export class RollupsModule {}
