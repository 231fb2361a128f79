export * from './arbitrary-flow-steps.js';
export * from './flow-step-samples.js';
