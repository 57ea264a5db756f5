import { setFlagsFromString } from 'node:v8';

// A household lives no longer than its line, so a large young generation only takes room from a small heap limit: V8
// counts it in and gives up at once. `npm run classify` keeps it small from the start; this does so, as far as it still
// can, for whoever starts the program by itself. Must run before anything else is loaded, for loading makes it grow.
setFlagsFromString('--semi-space-growth-factor=1');
