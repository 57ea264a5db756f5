import { describe, expect, test } from 'vitest';
import { membersOf } from '../../src/survey/answer.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';
import { openQuestion, telling, type WalkThrough } from './walk-through.ts';

const speaker = speakerOf(loadTexts());

/** The household as it stands: "Lan 1985", "Sáu 72t", "Nam ?", "Tí". */
function told(through: WalkThrough): readonly string[] {
  return membersOf(through.interview().answers).map(({ name, birth }) => {
    if (birth === undefined) return name;
    if (birth.kind === 'unknown') return `${name} ?`;
    return birth.kind === 'age' ? `${name} ${birth.years}t` : `${name} ${birth.year}`;
  });
}

const lastSaid = (through: WalkThrough) => through.last().parts.map((part) => speaker.say(part, 'vi'));

describe('a number that may be an age or a year', () => {
  test.each([
    ['sinh năm 1985', 'Lan 1985'],
    ['sinh 1985', 'Lan 1985'],
    ['năm 1985', 'Lan 1985'],
    ['1985', 'Lan 1985'],
    ['42 tuổi', 'Lan 42t'],
    ['1 tuổi', 'Lan 1t'],
    ['tuổi', 'Lan 41t'],
    ['1', 'Lan 41t'],
    ['41 tuổi ạ', 'Lan 41t'],
    ['năm sinh', 'Lan 1941'],
    ['sinh năm', 'Lan 1941'],
    ['số 2', 'Lan 1941'],
    ['Sinh năm 1941', 'Lan 1941'],
    ['không phải 41 tuổi, sinh 1985', 'Lan'],
  ])('asked "41 tuổi, hay sinh năm 1941?", "%s" gives %s', (text, expected) => {
    expect(told(telling('Lan', '41', text))).toEqual([expected]);
  });

  test('a pressed value that was not offered there is refused', () => {
    const through = telling('Lan', '41');
    const { revision } = through.interview();
    through.run({ kind: 'press', question: 'members', revision, value: 'month' });
    expect(through.last().kind).toBe('refused');
    expect(told(through)).toEqual(['Lan']);
  });

  test('another number of two digits is asked about anew', () => {
    const through = telling('Lan', '41', '42');
    expect(lastSaid(through)).toEqual(['Lan: 42 tuổi, hay sinh năm 1942?']);
  });
});

describe('what is said of the list is no person', () => {
  test.each(['vậy thôi', 'thôi', 'thế thôi', 'đủ rồi ạ', 'dạ hết rồi ạ', 'đúng rồi', 'that is all', '1'])(
    '"%s" ends it',
    (text) => {
      const through = telling('Lan 1985\nHùng 1983', text);
      expect(told(through)).toEqual(['Lan 1985', 'Hùng 1983']);
      expect(openQuestion(through)).toBe('work');
    },
  );

  test('living alone ends the list of one, and is asked back in a list of two', () => {
    expect(openQuestion(telling('Lan 1950', 'ở một mình'))).toBe('work');
    const through = telling('Lan 1985\nHùng 1983', 'ở một mình');
    expect(told(through)).toEqual(['Lan 1985', 'Hùng 1983']);
    expect(through.last().kind).toBe('refused');
  });

  test.each([
    'vậy thôi',
    'Nhà tôi gồm:',
    'Nhà có 3 người',
    'tôi chưa hiểu lắm',
    'ai cũng được',
    'ở với con gái',
  ])('"%s" is no first person either', (text) => {
    const through = telling(text);
    expect(told(through)).toEqual([]);
    expect(through.last().kind).toBe('refused');
  });

  test.each([
    ['bỏ Hùng', ['Lan 1985']],
    ['bớt Hùng ra', ['Lan 1985']],
    ['xoá Hùng đi', ['Lan 1985']],
    ['xóa 2', ['Lan 1985']],
    ['bỏ Hùng ra khỏi danh sách', ['Lan 1985']],
    ['sửa Lan 1986', ['Lan 1986', 'Hùng 1983']],
    ['sua lan 1986', ['Lan 1986', 'Hùng 1983']],
    ['thêm Nam 2003', ['Lan 1985', 'Hùng 1983', 'Nam 2003']],
    ['Thêm 1960', ['Lan 1985', 'Hùng 1983', 'Thêm 1960']],
    ['bố Hùng 1950', ['Lan 1985', 'Hùng 1983', 'Hùng 2 1950']],
    ['bo Sau 1950', ['Lan 1985', 'Hùng 1983', 'Sau 1950']],
    ['bỏ Tèo', ['Lan 1985', 'Hùng 1983']],
    ['bo hung', ['Lan 1985', 'Hùng 1983']],
  ])('"%s" leaves %j', (text, expected) => {
    const relationOfHung = 'Lan 1985\nHùng 1983 chồng';
    expect(told(telling(relationOfHung, text))).toEqual(expected);
  });

  test('"bo hung" may be "bỏ Hùng" or "bố Hùng", so the way to take off is shown', () => {
    expect(lastSaid(telling('Lan 1985\nHùng 1983', 'bo hung'))[0]).toBe('Muốn bỏ Hùng ra thì gõ “xóa Hùng”.');
  });

  test('of two whose names differ by their marks the one who is spelled is taken off', () => {
    expect(told(telling('Tú 1980\nTư 1955', 'xóa Tư'))).toEqual(['Tú 1980']);
  });

  test('somebody to be corrected without a year is asked for it', () => {
    const through = telling('Lan 1985', 'sửa Lan');
    expect(lastSaid(through)).toEqual(['Lan sinh năm nào, hoặc bao nhiêu tuổi? Ví dụ: 1985, hoặc 40 tuổi.']);
  });

  test('somebody can be taken off while an age is asked for', () => {
    expect(told(telling('Lan 1985', 'Nhầm', 'xóa Nhầm'))).toEqual(['Lan 1985']);
  });
});

describe('a list in one message', () => {
  test.each([
    ['Lan 1985\nHùng 1983\nxong', ['Lan 1985', 'Hùng 1983']],
    ['Nhà có 3 người\nLan 1985\nHùng 1983\nNam 2003', ['Lan 1985', 'Hùng 1983', 'Nam 2003']],
    ['Nhà tôi gồm:\n- Lan 1985\n- Hùng 1983', ['Lan 1985', 'Hùng 1983']],
    ['Nhà tôi gồm: Lan 1985, Hùng 1983', ['Lan 1985', 'Hùng 1983']],
    ['Gia đình tôi có 2 người: Lan 1985, Hùng 1983\nvậy thôi ạ', ['Lan 1985', 'Hùng 1983']],
    ['My family:\nLan 1985\nHung 1983', ['Lan 1985', 'Hung 1983']],
    ['con gái Mai 2004, con trai Tú 2001', ['Mai 2004', 'Tú 2001']],
  ])('%j tells %j and nobody else', (text, expected) => {
    const through = telling(text);
    expect(told(through)).toEqual(expected);
    expect(through.last().parts[0]?.key).toBe('survey.members.more');
  });

  test('what is clear is kept, and the line that is not is named', () => {
    const through = telling('Lan 1985\nhàng xóm hay sang chơi nữa\nHùng 1983');
    expect(told(through)).toEqual(['Lan 1985', 'Hùng 1983']);
    expect(lastSaid(through)[0]).toBe(
      'Đã ghi 2 người. Dòng “hàng xóm hay sang chơi nữa” chưa rõ là ai, xin gõ lại dòng đó.',
    );
  });

  test('of several unclear lines each is named, and the number of a paper is not repeated', () => {
    const through = telling('Lan 1985\nmấy đứa nhỏ\nHùng 001183012345');
    expect(told(through)).toEqual(['Lan 1985']);
    const said = lastSaid(through).join('\n');
    expect(said).toContain('Mấy dòng này chưa rõ là ai, xin gõ lại:\n• mấy đứa nhỏ\n• Hùng …');
    expect(said).toContain('không cần gửi đâu');
    expect(said).not.toContain('0011');
  });

  test('somebody whose year cannot be is kept and asked for it', () => {
    const through = telling('Lan 1985\nHùng 2083');
    expect(told(through)).toEqual(['Lan 1985', 'Hùng']);
    expect(lastSaid(through)[0]).toContain('Hùng sinh năm nào');
  });
});

describe('who says "tôi" is asked for the name once', () => {
  test.each([
    ['tôi 1990', 'Lan', ['Lan 1990']],
    ['mình 1990', 'tên Lan', ['Lan 1990']],
    ['em 1990', 'em tên Lan ạ', ['Lan 1990']],
    ['tui 36 tuổi', 'tên tôi là Lan', ['Lan 36t']],
    ['tôi 1990', 'không biết', ['tôi 1990']],
    ['tôi 1990', 'không', ['tôi 1990']],
    ['tôi', 'Lan 1990', ['Lan 1990']],
    ['tôi 1990\nvợ 1992\ncon 2012', 'Hùng', ['Hùng 1990', 'vợ 1992', 'con 2012']],
    ['tôi 1990', 'Hùng 1983', ['tôi 1990', 'Hùng 1983']],
  ])('%j, then %j', (first, second, expected) => {
    const through = telling(first);
    expect(lastSaid(through)).toEqual(['Mình tên gì? Không muốn nói tên thì bấm “Không biết”.']);
    through.say(second);
    expect(told(through)).toEqual(expected);
  });

  test('nobody is shown to the head as "tôi" beside the name', () => {
    expect(lastSaid(telling('tôi 1990', 'Lan'))[0]).toContain('• Lan (sinh 1990)');
  });

  test('once told or kept back it is asked no more, and a better year goes to the same person', () => {
    const through = telling('tôi 1990', 'Lan', 'tôi 1991');
    expect(told(through)).toEqual(['Lan 1991']);
    expect(through.last().parts[0]?.key).toBe('survey.members.more');
  });

  test('the button for not knowing goes on too', () => {
    const through = telling('tôi 1990');
    through.press('unknown');
    expect(through.last().parts[0]?.key).toBe('survey.members.more');
  });

  test.each(['Minh 1990', 'Lan 1990\nem 1992', 'vợ 1990'])('%j is nobody who speaks', (text) => {
    expect(telling(text).last().parts[0]?.key).toBe('survey.members.more');
  });
});
