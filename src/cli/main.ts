import { enableCompileCache } from 'node:module';

// Before anything else is imported: a second command then starts in half the time.
enableCompileCache();
const { runProgram } = await import('./run-program.ts');
await runProgram(process.argv.slice(2));
