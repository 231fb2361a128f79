// Lets node run the sources as they stand: `node --import ./scripts/typescript.mjs FILE.ts`. For benchmarks and for
// tests that need the product in a process of its own; what is served to people is built.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

import { transformSync } from '@swc/core';

const options = JSON.parse(readFileSync(new URL('../.swcrc.jest.json', import.meta.url), 'utf8'));
const library = /^@flowpilot\/(metrics|contracts|testing)$/;

registerHooks({
  resolve(specifier, context, next) {
    const [, name] = library.exec(specifier) ?? [];
    if (name) return { url: new URL(`../libs/${name}/src/index.ts`, import.meta.url).href, shortCircuit: true };
    const isSource = context.parentURL?.endsWith('.ts') && /^\.{1,2}\/.*\.js$/.test(specifier);
    return next(isSource ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
