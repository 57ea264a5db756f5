import type { Language } from '../../src/text/language.ts';
import { guides } from '../../src/web/guide-texts.ts';
import { webTexts } from '../../src/web/texts.ts';
import { textsOf } from './keys.ts';

/** What only a head or a collaborator reads, or holds the law's own names; every other text may reach a resident. */
const ofHeads: readonly RegExp[] = [
  /^(?:words|desk|glance|meeting|support|contradiction|follow|progress|ward|xlsform|print\.slip)\./,
  /^report\.(?!public-rule$)/,
  /^rules\.(?:mark|standard|category)\./,
  /^devices\.(?:code-for|households|household|no-households|other-head|head-here)$/,
  /^menu\.(?:accept|accept-collaborator|tasks|progress|not-begun|ward-chart)$/,
  /^refused\.(?:points-[\w-]+|empty|too-long)$/,
  /^talk\.(?:invitation|welcome)-collaborator$/,
  /^talk\.office\./,
  /^talk\.(?:help-head|help-office|invitation|welcome-head|welcome-back|post-ended|zone-merged|office-ended|command\.(?:tasks|reconnect|progress|follow|meeting|ward))$/,
  /^due\.(?!household)/,
  /^step\.(?:many\.|[\w-]+\.(?:heads|officers|recorders|rechecker|former-rechecker)$)/,
  /^posting\.(?:post|assign|deputy|recheck)\./,
  /^flow\.(?:assign|decide|meeting|post|recheck|ward)\./,
  /^step\.refused\./,
  /^web\.(?:seats\.head|start\.invitation\.\w+|glance\.\w+|noGlance\.\w+)$/,
];

/** Every text that a resident may read, by its key; those of the web page are under `web.`. */
export function residentTexts(language: Language): readonly (readonly [string, string])[] {
  const all = [
    ...textsOf(language),
    ...ofThePage(webTexts[language], 'web.'),
    ...ofThePage(guides[language].resident, 'guide.'),
  ];
  return all.filter(([key]) => !ofHeads.some((pattern) => pattern.test(key)));
}

function ofThePage(node: object, path: string): readonly (readonly [string, string])[] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[`${path}${name}`, value] as const];
    return typeof value === 'object' && value !== null ? ofThePage(value, `${path}${name}.`) : [];
  });
}
