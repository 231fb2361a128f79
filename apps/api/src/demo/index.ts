export { DemoLoader } from './demo.loader.js';
export { DemoModule } from './demo.module.js';
