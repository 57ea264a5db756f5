import { referencePage } from '../rules/reference.ts';

process.stdout.write(referencePage());
