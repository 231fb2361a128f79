export * from './domain-key.js';
export * from './vocabulary.js';
