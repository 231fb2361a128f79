export { DEMO_PASSWORD } from './demo-people.js';
export { DemoLoader } from './demo.loader.js';
export { DemoModule } from './demo.module.js';
