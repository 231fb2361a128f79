import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { ProblemDto } from '@flowpilot/contracts';

import { describe, type Operation } from './described-operation.js';
import { accessOfOperations, operationId } from './operation-access.js';
import { sortEnums } from './sorted-enums.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The contract as OpenAPI. Whole only in the built output, where the compiler plugin has read the DTOs. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('FlowPilot Analytics')
    .setDescription('Failures are RFC 9457 problems with a stable `code`. Lists page by `cursor`; `.csv` streams them.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token, or an API key (fpk_…).' })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemDto],
    operationIdFactory: operationId,
  });
  const accesses = accessOfOperations(app);
  for (const [path, method, operation] of operations(document)) {
    describe(operation, method, path, accesses.get(operation.operationId ?? ''));
  }
  sortEnums(document);
  return document;
}

/** Served from the package's own files: it works without a connection to anywhere. */
export function registerDocumentation(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { customSiteTitle: 'FlowPilot Analytics API' });
}

function operations(document: OpenAPIObject): [path: string, method: string, operation: Operation][] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [[path, method, operation] as [string, string, Operation]] : [];
    }),
  );
}
