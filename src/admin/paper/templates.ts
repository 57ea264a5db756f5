import { z } from 'zod';
import { checkTemplate } from '../../paperwork/template.ts';
import { type TemplateInUse, templateOf } from '../../paperwork/templates.ts';
import { type PaperName, paperNames } from '../../papers/paper.ts';
import { papers } from '../../papers/register.ts';
import { confirmTemplate, dropTemplate, hashOf, setTemplate } from '../../store/paper-templates.ts';
import { vietnamDay } from '../../time/vietnam.ts';
import { wardCalled } from '../areas.ts';
import { command } from '../command.ts';
import { AdminError } from '../error.ts';
import { asAdmin, paperName } from './make.ts';

const ward = z.string().min(1);
const said = z.string().trim().min(1);
/** As a file comes through the control socket, with room to spare. */
const mostBytes = 512 * 1024;

/** Which template each paper of a ward is made from, and who confirmed it. */
export const templateList = command(
  'paper template list --ward uong-bi',
  z.object({ ward }),
  async (db, args) => {
    const { id } = await wardCalled(db, args.ward);
    const all = await Promise.all(
      paperNames.map(async (paper) => ({ paper, ...(await templateOf(db.q, id, paper)) })),
    );
    return { lines: all.map(lineOf), data: all.map(({ bytes: _bytes, file: _file, ...rest }) => rest) };
  },
);

/** Gives the template of a paper, to be edited. */
export const templateGet = command(
  'paper template get --ward uong-bi --paper certificate --out certificate.docx',
  z.object({ ward, paper: paperName }),
  async (db, { paper, ward: code }) => {
    const { id } = await wardCalled(db, code);
    const { bytes, own } = await templateOf(db.q, id, paper);
    const body = Buffer.from(bytes).toString('base64');
    return {
      lines: [`The ${own === null ? 'shipped' : 'ward’s own'} template of ${paper}.`],
      data: { body },
    };
  },
);

/** Puts a template of the ward's own in place, once it was filled with made-up values and nothing was wrong. */
export const templateSet = command(
  'paper template set --ward uong-bi --paper certificate --file certificate.docx --by "who edited it"',
  z.object({ ward, paper: paperName, file: z.base64({ error: 'give a DOCX file' }), by: said }),
  async (db, { by, file, paper, ward: code }, { now }) => {
    const { id } = await wardCalled(db, code);
    const bytes = Buffer.from(file, 'base64');
    if (bytes.length > mostBytes)
      throw new AdminError(
        `--file: the template has ${Math.ceil(bytes.length / 1024)} kB, and ${mostBytes / 1024} kB is the most. Take out pictures and embedded fonts: the fonts are put in again when a paper is made.`,
      );
    const { unused } = checked(paper, bytes);
    await setTemplate(db.q, { ward: id, paper, bytes, by }, now);
    const { confirmation } = await templateOf(db.q, id, paper);
    return {
      lines: [
        `${paper} is made from this template now.`,
        ...(unused.length === 0
          ? []
          : [`It does not print: ${unused.map((name) => `{${name}}`).join(', ')}.`]),
        ...(confirmation === null
          ? ['Its layout is not confirmed, so every page says so. When it was compared: paper confirm.']
          : []),
      ],
      data: { paper, hash: hashOf(bytes), unused },
    };
  },
);

/** Goes back to the shipped template. */
export const templateDrop = command(
  'paper template drop --ward uong-bi --paper certificate',
  z.object({ ward, paper: paperName }),
  async (db, { paper, ward: code }) => {
    const { id } = await wardCalled(db, code);
    const dropped = await dropTemplate(db.q, id, paper);
    return {
      lines: [
        dropped
          ? `${paper} is made from the shipped template again.`
          : `The ward has no template of its own for ${paper}.`,
      ],
      data: { paper, dropped },
    };
  },
);

/** Says that an office compared the template in use with the official form; another file has the mark again. */
export const paperConfirm = command(
  'paper confirm --ward uong-bi --paper certificate --by "who compared it" --source "with which official text"',
  z.object({ ward, paper: paperName, by: said, source: said }),
  async (db, { by, paper, source, ward: code }, { now }) => {
    const { id } = await wardCalled(db, code);
    const { hash } = await templateOf(db.q, id, paper);
    await confirmTemplate(db.q, { ward: id, paper, hash, by, source }, now);
    return {
      lines: [`${paper}: the mark is gone from papers made from this very file (SHA-256 ${hash}).`],
      data: { paper, hash },
    };
  },
);

function checked(paper: PaperName, bytes: Uint8Array) {
  try {
    return checkTemplate({ file: '--file', bytes }, papers[paper]);
  } catch (error) {
    return asAdmin(error);
  }
}

function lineOf({ confirmation, hash, own, paper }: TemplateInUse & { readonly paper: PaperName }): string {
  const whose = own === null ? 'shipped' : `own, by ${own.setBy} on ${vietnamDay(own.setAt)}`;
  const layout =
    confirmation === null
      ? 'layout not confirmed'
      : `confirmed by ${confirmation.by} on ${vietnamDay(confirmation.at)} with ${confirmation.source}`;
  return `${paper}: ${whose}; ${layout} (${hash.slice(0, 12)})`;
}
