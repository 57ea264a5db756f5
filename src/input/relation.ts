import { fold } from './fold.ts';

/** A relation at the start of some words, and how many of them it takes. */
export type RelationRead = { readonly relation: string; readonly taken: number };

const PHRASES = new Set(
  (
    'chủ hộ,chủ nhà,con gái,con trai,con dâu,con rể,con ruột,con nuôi,con riêng,con lớn,con cả,con út,con đầu,con đầu lòng,con thứ,con một,con đẻ,' +
    'con gái út,con gái lớn,con gái cả,con trai út,con trai lớn,con trai cả,con thứ hai,con thứ ba,con thứ tư,con trai đầu,con gái đầu,con đầu,con kế,' +
    'cháu nội,cháu ngoại,cháu trai,cháu gái,cháu ruột,cháu họ,ông nội,bà nội,ông ngoại,bà ngoại,bà cố,ông cố,cố nội,cố ngoại,cụ ông,cụ bà,' +
    'bố vợ,bố chồng,mẹ vợ,mẹ chồng,ba vợ,ba chồng,má vợ,má chồng,cha vợ,cha chồng,cha ruột,mẹ ruột,bố đẻ,mẹ đẻ,mẹ già,cha già,bố già,mẹ kế,bố dượng,cha dượng,' +
    'em trai,em gái,chị gái,anh trai,chị dâu,em dâu,anh rể,em rể,em ruột,em vợ,em chồng,anh ruột,chị ruột,em út,anh cả,chị cả,' +
    'bản thân,người yêu,vợ,chồng,con,cháu,bố,ba,cha,tía,mẹ,má,u,bầm,ông,bà,anh,chị,em,cô,dì,chú,bác,cậu,mợ,thím,dượng,cố,cụ,chắt,tôi,tui,mình,bé,ông xã,bà xã,' +
    'wife,husband,son,daughter,mother,father,mom,dad,grandmother,grandfather,grandma,grandpa,grandson,granddaughter,grandchild,me,head,self,brother,sister,child,' +
    'i,myself,uncle,aunt,niece,nephew,head of household,household head,my wife,my husband,my son,my daughter,my mother,my father,son in law,daughter in law,mother in law,father in law'
  ).split(','),
);
const BY_FOLD = new Map<string, Set<string>>();
for (const phrase of PHRASES)
  BY_FOLD.set(fold(phrase), new Set([...(BY_FOLD.get(fold(phrase)) ?? []), phrase]));
const LONGEST = 4;

/** Reads a relation ("con gái", "chau noi") off the front of some words; a word whose marks make it another, as Châu or Võ, is none. */
export function relationAt(words: readonly string[]): RelationRead | null {
  if (/^con th[uứ] \d$/i.test(words.slice(0, 3).join(' ')))
    return { relation: words.slice(0, 3).join(' '), taken: 3 };
  for (let taken = Math.min(LONGEST, words.length); taken > 0; taken -= 1) {
    const said = words.slice(0, taken).join(' ');
    if (isRelation(said)) return { relation: said, taken };
  }
  return null;
}

/** Says whether the words are a relation and nothing else. */
export function isRelation(said: string): boolean {
  const spelled = said.normalize('NFC').toLowerCase();
  if (PHRASES.has(spelled)) return true;
  const phrases = BY_FOLD.get(fold(said));
  // Typed without marks it may stand for any of them; typed with other marks it is another word.
  return phrases !== undefined && !/[^\p{ASCII}]/u.test(spelled);
}

// "Minh" without its mark is a name.
const SELF = new Set('tôi,toi,tui,mình,bản thân,ban than,i,myself,self'.split(','));

/** Says whether the words only mean the one who speaks. */
export function isSelf(said: string): boolean {
  return SELF.has(said.normalize('NFC').toLowerCase());
}
