import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

import { Clock } from '../time/clock.js';
import { Database } from './database.js';
import { Replica } from './replica.js';

/** The database and the clock, injectable everywhere. Ends the connections with the application. */
@Module({})
export class DatabaseModule {
  static on(dataSource: DataSource, clock: Clock): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSource.options, manualInitialization: true }),
          dataSourceFactory: () => Promise.resolve(dataSource),
        }),
      ],
      providers: [Database, Replica, { provide: Clock, useValue: clock }],
      exports: [Database, Replica, Clock],
    };
  }
}
