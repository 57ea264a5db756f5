import { procedurePage } from '../procedure/page.ts';

process.stdout.write(procedurePage());
