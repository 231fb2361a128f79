export * from './coverage-figures.js';
export { dayOf, type Figure, type FigureRows, type FigureWindow, previousOf, type RowsQuery } from './figure.js';
export * from './flow-quality-figures.js';
export * from './overview-figures.js';
export * from './psa-figures.js';
