import { type Phrase, say } from '../decision.ts';
import { pictureOf } from '../survey/picture.ts';
import type { Question } from '../survey/question.ts';
import { surveys } from './register.ts';

/** A page of drawings, each with the words of its option, in the order of the options. */
export type Sheet = {
  readonly name: string;
  readonly cells: readonly { readonly drawing: string; readonly label: Phrase }[];
};

/** Every page there is; where versions of a survey differ, that of the newest. */
export const sheets: readonly Sheet[] = surveys
  .flatMap(({ questions }) => questions.flatMap(sheetOf))
  .filter((sheet, at, all) => all.findIndex(({ name }) => name === sheet.name) === at);

function sheetOf(question: Question): readonly Sheet[] {
  const picture = pictureOf(question);
  if (picture === null || question.kind !== 'choice') return [];
  const cells = question.options.flatMap((value, at) => {
    const drawing = picture.drawings[at];
    return drawing === undefined ? [] : [{ drawing, label: say(`survey.${question.id}.o.${value}`) }];
  });
  return [{ name: picture.sheet, cells }];
}
