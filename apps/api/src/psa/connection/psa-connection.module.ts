import { Module } from '@nestjs/common';

import { Settings } from '../../config/settings.js';
import { addressRule, guardedTransport } from '../transport/guarded-transport.js';
import { ConnectionController } from './connection.controller.js';
import { ConnectionService } from './connection.service.js';
import { PSA_TRANSPORT, PsaClients } from './psa-clients.js';

/** The settings of each account's PSA, and the clients made of them. */
@Module({
  controllers: [ConnectionController],
  providers: [
    ConnectionService,
    PsaClients,
    {
      provide: PSA_TRANSPORT,
      useFactory: ({ psa }: Settings) => guardedTransport(addressRule(psa)),
      inject: [Settings],
    },
  ],
  exports: [PsaClients, ConnectionService],
})
export class PsaConnectionModule {}
