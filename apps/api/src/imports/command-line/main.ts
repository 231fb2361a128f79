import { readArguments, USAGE } from './arguments.js';
import { ImportFailure } from './import-failure.js';
import { stateFolder } from './import-state.js';
import { reportText } from './report.js';
import { runImport } from './run-import.js';

const INTERRUPTED = 130;

const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());
process.once('SIGTERM', () => interruption.abort());

try {
  if (process.argv.includes('--help')) {
    console.log(USAGE);
  } else {
    const report = await runImport(readArguments(process.argv.slice(2), process.env), {
      output: process.stderr,
      signal: interruption.signal,
      stateFolder: stateFolder(process.env),
      now: Date.now,
    });
    console.log(reportText(report));
  }
} catch (error) {
  if (interruption.signal.aborted) {
    console.error('\nInterrupted. Run the same command again to go on: what is stored is recognised, nothing is stored twice.');
    process.exitCode = INTERRUPTED;
  } else if (error instanceof ImportFailure) {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
