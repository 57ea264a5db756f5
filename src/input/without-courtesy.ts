const BEFORE = /^(?:(?:da|vang|thua|chao|xin|em oi|chi oi|anh oi|co oi|chu oi) )+/;
const AFTER =
  /(?: (?:a|ah|ak|nha|nhe|nhen|nghen|nhi|hen|ha|oi|em|anh|chi|co|chu|bac|roi|thoi|please|thanks|cam on))+$/;

/** Takes the polite words off both ends of a folded text ("dạ 2 ạ" is 2); a text of nothing but politeness stays as it is. */
export function withoutCourtesy(folded: string): string {
  const bare = folded.replace(BEFORE, '').replace(AFTER, '');
  return bare === '' ? folded : bare;
}
