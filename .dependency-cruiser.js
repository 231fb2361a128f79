/** The walls of the house: see ARCHITECTURE.md. */
const features =
  'auth|accounts|flows|sessions|flow-tracking|coverage|flow-quality|psa-activity|overview|psa|imports|rollups|late-writes|jobs|health|demo';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/(contracts|metrics)/' }, to: { path: '^apps/' } },
    {
      name: 'metrics-imports-nothing',
      severity: 'error',
      from: { path: '^libs/metrics/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/metrics/' },
    },
    {
      name: 'contracts-stay-light',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: '^libs/(contracts|metrics)/|node_modules/(class-validator|class-transformer|@nestjs/swagger)/',
      },
    },
    {
      name: 'web-takes-only-types-from-contracts',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/contracts/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'web-knows-no-api', severity: 'error', from: { path: '^apps/web/' }, to: { path: '^apps/api/' } },
    { name: 'api-knows-no-web', severity: 'error', from: { path: '^apps/api/' }, to: { path: '^apps/web/' } },
    {
      name: 'charts-draw-in-charts-only',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '-chart(\\.spec)?\\.ts$|chart-[a-z-]+\\.ts$' },
      to: { path: 'node_modules/@swimlane/ngx-charts' },
    },
    {
      name: 'one-way-to-the-database',
      comment: 'The driver is used in database/ alone: what goes around it is not judged (apps/api/test/statements).',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: '^apps/api/src/database/|\\.spec\\.ts$' },
      to: { path: 'node_modules/pg/' },
    },
    {
      name: 'features-meet-at-their-modules',
      comment: 'A feature uses another only through what its module exports: its index.ts.',
      severity: 'error',
      from: { path: `^apps/api/src/(${features})/`, pathNot: '\\.spec\\.ts$' },
      to: {
        path: `^apps/api/src/(${features})/`,
        pathNot: `^apps/api/src/$1/|^apps/api/src/(${features})/index\\.ts$`,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.angular)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
