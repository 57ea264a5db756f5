import { papersPage } from '../papers/page.ts';

process.stdout.write(papersPage(process.argv[2] === 'vi' ? 'vi' : 'en'));
