import { Module } from '@nestjs/common';

import { RollupRefresh } from './rollup-refresh.js';
import { RollupVerification } from './rollup-verification.js';

@Module({ providers: [RollupRefresh, RollupVerification], exports: [RollupRefresh, RollupVerification] })
export class RollupsModule {}
