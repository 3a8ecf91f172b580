import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { CACHE } from './locations.ts';

// Node translates and compiles every module anew at each start, which takes longer than a build with nothing to do.
enableCompileCache(join(CACHE, 'compiled'));
await import('./commands.ts');
