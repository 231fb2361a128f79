export * from './arbitrary-flow-steps.js';
