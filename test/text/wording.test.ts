import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/text/language.ts';
import { languages } from '../../src/text/language.ts';
import { textsOf } from './keys.ts';

const texts = { vi: [...textsOf('vi')], en: [...textsOf('en')] };

/** Words that name an indicator, a threshold or a judgement; the survey asks for facts alone. */
const judging: Readonly<Record<Language, RegExp>> = {
  vi: /suy dinh dưỡng|thấp còi|nghèo|thiếu hụt|thiếu thốn|chuẩn|chỉ số|bền chắc|kiên cố|tạm bợ|hợp vệ sinh|nước sạch|thất nghiệp|phụ thuộc|mù chữ|\b8 ?m|bình quân/iu,
  en: /malnourish|malnutrition|undernourish|stunted|\bpoor|poverty|depriv|standard|threshold|indicator|durable|hygienic|clean water|unemployed|dependant|illiterate|\b8 ?(?:m\b|square)|average/iu,
};
const million = /triệu|million/iu;

/** Only these say whose review it is. */
const namesTheReview = (key: string) => key === 'survey.consent.ask';

/** Both languages stand in these. */
const bilingual = (key: string) =>
  /^(?:survey\.language\.(?:ask|o\.\w+)|talk\.language|talk\.command\.language|menu\.(?:language|vi|en))$/.test(
    key,
  );

const survey = (language: Language) => texts[language].filter(([key]) => key.startsWith('survey.'));

describe('how the survey speaks', () => {
  test.each(languages)('in %s it names no indicator, no threshold and no judgement', (language) => {
    expect(
      survey(language).filter(([key, text]) => !namesTheReview(key) && judging[language].test(text)),
    ).toEqual([]);
  });

  test.each(languages)('in %s only questions about money speak of millions', (language) => {
    expect(
      survey(language).filter(([key, text]) => !/^survey\.money\./.test(key) && million.test(text)),
    ).toEqual([]);
  });

  test.each(languages)('in %s nobody is told a class', (language) => {
    const told = texts[language].filter(([key]) => /^(?:told|rights|refused|chat|acts|menu)\./.test(key));
    const classes = language === 'vi' ? /hộ nghèo|cận nghèo|nghèo/iu : /\bpoor|poverty/iu;
    expect(told.filter(([, text]) => classes.test(text))).toEqual([]);
  });

  test.each(languages)(
    'in %s no reason that counted names the household poor or its threshold',
    (language) => {
      const reasons = texts[language].filter(([key]) => /^rules\..*\.deprived/.test(key));
      const classes =
        language === 'vi' ? /nghèo|thiếu hụt|suy dinh dưỡng|\d/iu : /\bpoor\b|depriv|malnourish|\d/iu;
      expect(reasons.filter(([, text]) => classes.test(text))).toEqual([]);
    },
  );
});

describe('each language alone', () => {
  test('no English is left in the Vietnamese texts', () => {
    const english =
      /(?<![\p{L}\p{M}])(?:the|and|you|your|please|with|answer|house|household|zone|head|of|is|are|not|for|type|press|send|case)(?![\p{L}\p{M}])/iu;
    expect(own('vi').filter(([, text]) => english.test(text.replace(/\{\{\w+\}\}/g, '')))).toEqual([]);
  });

  test('no Vietnamese is left in the English texts, but names and what stands in the law', () => {
    const allowed = /NĐ-CP|QĐ-TTg|QĐ-UBND|Quảng Ninh|Hồ Chí Minh|Hà Nội|khu trưởng|bà Sáu 72 tuổi/gu;
    const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
    expect(own('en').filter(([, text]) => vietnamese.test(text.replace(allowed, '')))).toEqual([]);
  });

  test('every text is in composed letters, as phones type them', () => {
    for (const language of languages) {
      expect(texts[language].filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
    }
  });
});

/** The texts that are written in one language only. */
function own(language: Language): readonly (readonly [string, string])[] {
  return texts[language].filter(([key]) => !bilingual(key) && !key.startsWith('words.'));
}
