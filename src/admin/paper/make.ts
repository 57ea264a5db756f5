import { z } from 'zod';
import { preparePapers } from '../../paperwork/make.ts';
import { NoPaper } from '../../paperwork/request.ts';
import { TemplateError } from '../../paperwork/template.ts';
import { paperNames } from '../../papers/paper.ts';
import { command } from '../command.ts';
import { AdminError } from '../error.ts';

export const paperName = z.enum(paperNames, { error: `give one of ${paperNames.join(', ')}` });
const number = z.coerce.number().int().positive().optional();

/** Makes a paper of a round for each household, list, meeting or posting that is meant. */
export const paperMake = command(
  `paper make --paper ${paperNames.join('|')} --round 3 [--zone khu-1] [--dossier 12] [--list 1] [--number 2] --out folder [--pdf]`,
  z.object({
    paper: paperName,
    round: z.coerce.number().int().positive(),
    zone: z.string().optional(),
    dossier: number,
    list: number,
    number,
  }),
  async (db, request) => {
    const prepared = await preparePapers(db.q, request).catch(asAdmin);
    const { sheets, template } = prepared;
    const marked = template.isConfirmed
      ? []
      : [
          'Every page bears “bố cục chưa đối chiếu với mẫu chính thức” until an office compared its template: paper confirm.',
        ];
    const lines = [
      `${sheets.length} × ${request.paper}.`,
      ...marked,
      'Names stand as households told them: compare them with their papers before anybody signs.',
    ];
    return { lines, data: prepared };
  },
);

/** What an operator can mend is said in plain words. */
export function asAdmin(error: unknown): never {
  if (error instanceof NoPaper || error instanceof TemplateError) throw new AdminError(error.message);
  throw error;
}
