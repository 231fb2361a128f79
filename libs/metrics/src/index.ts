export * from './domain-key.js';
export * from './flow-steps/index.js';
export * from './vocabulary.js';
