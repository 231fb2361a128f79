import type { INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';

import { ACCESS, type Access } from '../../auth/index.js';

export function operationId(controller: string, method: string): string {
  return `${controller}_${method}`;
}

/** What every operation declares, by its id. */
export function accessOfOperations(app: INestApplicationContext): ReadonlyMap<string, Access> {
  const scanner = new MetadataScanner();
  const reflector = new Reflector();
  const accesses = new Map<string, Access>();
  for (const { controllers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, () => unknown>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        const access = handler && reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, metatype]);
        if (access) accesses.set(operationId(metatype.name, name), access);
      }
    }
  }
  return accesses;
}
