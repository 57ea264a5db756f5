import type { Lang } from './texts.ts';

export type Guide = {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
};

/** For whom there is a page. */
export const readers = ['resident', 'head'] as const;
export type Reader = (typeof readers)[number];

const vi: Readonly<Record<Reader, Guide>> = {
  resident: {
    title: 'Rà soát hộ nghèo, hộ cận nghèo: nhà mình làm gì?',
    lead: 'Mỗi năm khu xem lại từng nhà theo luật: nhà nào là hộ nghèo, nhà nào là hộ cận nghèo. Nhà mình trả lời các câu hỏi ngay trên điện thoại.',
    sections: [
      {
        title: 'Bắt đầu',
        lines: [
          'Quét mã hoặc mở đường dẫn mà khu đưa. Bấm nút “Bắt đầu”.',
          'Trợ lý hỏi từng câu một. Bấm nút, hoặc gõ chữ, không cần gõ dấu.',
          'Mất chừng mười lăm phút. Mệt thì nghỉ, câu đã trả lời vẫn còn.',
        ],
      },
      {
        title: 'Khi trả lời',
        lines: [
          'Chưa rõ thì gõ “không biết”. Không sao cả.',
          'Gõ “lui” để về câu trước, gõ “sửa” để sửa câu đã trả lời.',
          'Gõ “vì sao” để biết vì sao có câu hỏi đó.',
          'Không phải chụp giấy tờ. Không ai thu tiền.',
        ],
      },
      {
        title: 'Sau khi gửi',
        lines: [
          'Khu trưởng xem từng câu, có thể nhờ nhà mình xem lại.',
          'Rồi khu họp dân và dán danh sách để mọi người cùng xem.',
          'Chủ tịch Ủy ban nhân dân phường hoặc xã quyết định. Trợ lý chỉ đọc thử.',
          'Thấy chưa đúng, nhà mình có quyền nói lại ở bước nào cũng được.',
          'Gõ “trạng thái” để biết hồ sơ đến đâu. Gõ “rút” để rút hồ sơ trước khi khu trưởng ký.',
        ],
      },
      {
        title: 'Cần người giúp',
        lines: [
          'Gõ /nguoi để biết tên và số điện thoại của khu trưởng và của phường, xã.',
          'Không có điện thoại, hay đổi máy, mất máy: nói với khu trưởng. Câu đã trả lời vẫn còn.',
        ],
      },
    ],
  },
  head: {
    title: 'Khu trưởng làm gì với trợ lý?',
    lead: 'Bà con trả lời, anh/chị xem lại từng hồ sơ của khu. Máy chỉ đọc thử, người mới quyết định.',
    sections: [
      {
        title: 'Nhận việc',
        lines: [
          'Mở lời mời phường, xã đưa, bấm “Nhận”. Lời mời chỉ dùng một lần.',
          'Đưa đường dẫn hoặc tờ dán của khu cho bà con.',
        ],
      },
      {
        title: 'Mỗi hồ sơ',
        lines: [
          'Gõ /viec để xem hồ sơ đang chờ, cũ nhất đứng trước. Gõ số để mở.',
          'Đúng thì bấm “Xác nhận”. Sai thì sửa, và ghi vì sao sửa.',
          'Chưa rõ thì nhờ hộ xem lại câu đó, kèm một lời nhắn.',
          'Hộ nghèo hoặc cận nghèo thì ghi nguyên nhân. Xong thì ký.',
          'Chép điểm B1, B2 và kết quả từ phiếu giấy. Khác với cách đọc của máy thì ghi vì sao.',
        ],
      },
      {
        title: 'Để không sót nhà nào',
        lines: [
          'Gõ /tiendo để xem đã xong bao nhiêu nhà, nhà nào đang dở.',
          'Máy nhắc nhẹ nhiều nhất ba lần. Nhắc rồi mà chưa xong thì nên đến nhà hỏi thăm.',
          'Một nhà có hai hồ sơ, hay giống một nhà trong danh sách năm trước: máy báo, anh/chị quyết, và đổi lại được.',
        ],
      },
      {
        title: 'Nhớ giúp',
        lines: [
          'Anh/chị không xét hồ sơ của chính nhà mình. Hồ sơ đó chờ khu trưởng khác.',
          'Câu trả lời của bà con là chuyện riêng. Không đọc to trước người khác, không chụp màn hình gửi đi.',
          'Hộ mất máy: gõ /doimay, nhìn đúng người rồi mới đưa mã.',
          'Ốm hay đi vắng: báo phường, xã để có người thay. Hồ sơ không mất.',
        ],
      },
    ],
  },
};

const en: Readonly<Record<Reader, Guide>> = {
  resident: {
    title: 'The review of poor and near-poor households: what do we do?',
    lead: 'Each year the zone looks anew at which households are poor or near-poor. You answer the questions on your phone.',
    sections: [
      {
        title: 'Begin',
        lines: [
          'Scan the code or open the link that the zone gives you. Press “Start”.',
          'The assistant asks one question at a time. Press a button, or type.',
          'It takes about a quarter of an hour. Rest when you like; your answers stay.',
        ],
      },
      {
        title: 'While you answer',
        lines: [
          'Not sure? Type “I don’t know”. Nobody blames you.',
          'Type “back” for the question before, “edit” to change an answer.',
          'Type “why” to learn why something is asked.',
          'No papers are photographed. Nobody asks for money.',
        ],
      },
      {
        title: 'After you sent it',
        lines: [
          'The zone head looks at each answer, and may ask you to look again.',
          'Then the zone meets, and the list is posted for all to see.',
          'The chair of the commune decides. The assistant only makes a first reading.',
          'If something is wrong, you may object at every step.',
          'Type “status” to see where your case is. Type “withdraw” to take it back before the head signs.',
        ],
      },
      {
        title: 'If you need a person',
        lines: [
          'Type /person for the name and number of the zone head and of the commune.',
          'No phone, a new phone, a lost phone: tell the zone head. Your answers stay.',
        ],
      },
    ],
  },
  head: {
    title: 'What does a zone head do with the assistant?',
    lead: 'Households answer, you look at each case of the zone. The program only makes a first reading; people decide.',
    sections: [
      {
        title: 'Taking the post up',
        lines: [
          'Open the invitation that the commune gave you and press “Accept”. It works once.',
          'Give the zone’s link or poster to the households.',
        ],
      },
      {
        title: 'Each case',
        lines: [
          'Type /tasks for the cases that wait, the oldest first. Type its number to open one.',
          'Right? Press “Confirm”. Wrong? Correct it, and say why.',
          'Not clear? Ask the household to look at that answer again, with a word of yours.',
          'Record the causes where a household is poor or near-poor. Then sign.',
          'Copy the points B1, B2 and the class from the paper form. Where it differs from the reading, say why.',
        ],
      },
      {
        title: 'So that no household is missed',
        lines: [
          'Type /progress to see how many are done, and who is stuck.',
          'The program reminds gently, three times at most. After that somebody should knock.',
          'Two cases of one household, or one that looks like a household of last year’s list: you are told, you decide, and you may undo it.',
        ],
      },
      {
        title: 'Please remember',
        lines: [
          'You do not verify your own household. That case waits for another head.',
          'What households answer is private. Do not read it aloud, do not send pictures of it.',
          'A lost phone: type /reconnect, and give the code only to the right person.',
          'Ill or away: tell the commune, so that somebody stands in. No case is lost.',
        ],
      },
    ],
  },
};

/** The pages in each language. */
export const guides: Readonly<Record<Lang, Readonly<Record<Reader, Guide>>>> = { vi, en };
