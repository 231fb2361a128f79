import { readFileSync } from 'node:fs';
import presets from 'jest-preset-angular/presets/index.js';

const swcOptions = JSON.parse(readFileSync(new URL('./.swcrc.jest.json', import.meta.url), 'utf8'));
const libraries = {
  '^@flowpilot/(metrics|contracts|testing)$': '<rootDir>/libs/$1/src/index.ts',
};
const stripJs = { '^(\\.{1,2}/.*)\\.js$': '$1' };

const server = {
  rootDir: '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
  moduleNameMapper: { ...libraries, ...stripJs },
  setupFiles: ['<rootDir>/apps/api/test/setup.ts'],
};

/** @type {import('jest').Config} */
export default {
  testTimeout: 30_000,
  projects: [
    { ...server, displayName: 'libs', testMatch: ['<rootDir>/libs/**/*.spec.ts'] },
    {
      ...server,
      displayName: 'api',
      setupFiles: [...server.setupFiles, '<rootDir>/apps/api/test/statements/record-statements.ts'],
      testMatch: ['<rootDir>/apps/api/**/*.spec.ts', '<rootDir>/migrations/**/*.spec.ts', '<rootDir>/scripts/**/*.spec.ts'],
      globalSetup: '<rootDir>/apps/api/test/global-setup.ts',
      globalTeardown: '<rootDir>/apps/api/test/global-teardown.ts',
    },
    {
      ...presets.createEsmPreset({ tsconfig: '<rootDir>/apps/web/tsconfig.spec.json' }),
      rootDir: '.',
      displayName: 'web',
      testMatch: ['<rootDir>/apps/web/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/apps/web/test/setup.ts'],
      moduleNameMapper: { ...libraries, ...stripJs },
    },
  ],
};
