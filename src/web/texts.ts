/** The languages of the page around the conversation. */
export type Lang = 'vi' | 'en';

const vi = {
  name: 'rà soát',
  title: 'Trợ lý rà soát hộ nghèo',
  description: 'Trò chuyện với trợ lý rà soát hộ nghèo, hộ cận nghèo.',
  large: 'Chữ to',
  needsScript: 'Xin bật JavaScript (phần giúp trang web chạy) để trò chuyện được.',
  seats: { resident: 'Người dân', head: 'Khu trưởng' },
  trial: 'Bản dùng thử – người và số đều không có thật',
  start: {
    home: { text: 'Xin chào! Bấm nút dưới đây để bắt đầu.', button: 'Bắt đầu' },
    zone: { text: 'Xin chào! Bấm nút dưới đây để bắt đầu rà soát cho gia đình mình.', button: 'Bắt đầu' },
    invitation: {
      text: 'Anh/chị được mời nhận một việc trong đợt rà soát. Bấm nút dưới đây để xem lời mời.',
      button: 'Xem lời mời',
    },
  },
  notFound: {
    title: 'Không tìm thấy trang',
    text: 'Xin lỗi, trang này không có hoặc không còn nữa. Xin xem lại đường link, hoặc mở trang trò chuyện.',
    link: 'Mở trang trò chuyện',
  },
  noDemo: {
    title: 'Chưa mở bản dùng thử',
    text: 'Xin lỗi, ở đây không mở bản dùng thử.',
    link: 'Mở trang trò chuyện',
  },
  notPosted: {
    title: 'Danh sách không còn dán',
    text: 'Xin lỗi, danh sách này không còn dán ở đây nữa. Muốn biết kết quả, xin hỏi trợ lý hoặc khu trưởng.',
    link: 'Mở trang trò chuyện',
  },
  notPublished: {
    title: 'Chưa có số nào ở đây',
    text: 'Xin lỗi, các số này chưa được công bố, hoặc đã được rút lại. Muốn biết thêm, xin hỏi Ủy ban nhân dân phường, xã.',
    link: 'Mở trang trò chuyện',
  },
  glance: {
    title: 'Đợt rà soát qua biểu đồ',
    office: 'Dành cho công chức giảm nghèo',
    once: 'Đường dẫn này chỉ mở được một lần. Bấm nút dưới đây để xem.',
    open: 'Xem biểu đồ',
    of: ({ day, listYear }: { readonly day: string; readonly listYear: number }) =>
      `Danh sách năm ${listYear}. Số liệu ngày ${day}.`,
    table: 'Xem bảng số',
    alt: (title: string) => `Biểu đồ: ${title}. Bảng số ở ngay dưới.`,
  },
  noGlance: {
    title: 'Đường dẫn đã hết hạn',
    text: 'Xin lỗi, đường dẫn này đã dùng rồi hoặc đã hết hạn. Xin gõ /phuong cho trợ lý để lấy đường dẫn mới.',
    link: 'Mở trang trò chuyện',
  },
  broken: {
    title: 'Trang đang gặp trục trặc',
    text: 'Xin lỗi, trang này đang gặp trục trặc. Những gì đã trả lời vẫn còn nguyên. Xin thử lại sau ít phút.',
    link: 'Thử lại',
  },
  client: {
    placeholder: 'Viết tin nhắn…',
    composer: 'Tin nhắn',
    send: 'Gửi',
    log: 'Cuộc trò chuyện',
    bot: 'Trợ lý',
    me: 'Tôi',
    options: 'Các câu trả lời để chọn',
    actions: 'Việc khác có thể làm',
    listen: 'Nghe đọc',
    reconnecting: 'Đang kết nối lại… Tin đã viết sẽ tự gửi khi có mạng.',
    waiting: 'đang chờ gửi',
    failed: 'chưa gửi được',
    today: 'Hôm nay',
    yesterday: 'Hôm qua',
    newest: 'Tin mới',
    toEnd: 'Xuống cuối',
    tooLong: 'Tin này dài quá 4.096 chữ cái nên chưa gửi được. Xin viết ngắn lại, hoặc chia thành nhiều tin.',
    refused: 'Chưa gửi được. Xin tải lại trang rồi thử lại.',
    cookies:
      'Máy đang không cho trang này ghi nhớ (cookie) nên chưa trò chuyện được. Xin bật cookie rồi tải lại trang.',
  },
};

/** All words of the page itself; the conversation's words come from the core. */
export type WebTexts = typeof vi;

const en: WebTexts = {
  name: 'rà soát',
  title: 'Poverty review assistant',
  description: 'Chat with the assistant of the review of poor and near-poor households.',
  large: 'Large type',
  needsScript: 'This page needs JavaScript to chat.',
  seats: { resident: 'Resident', head: 'Zone head' },
  trial: 'Trial version – made-up data',
  start: {
    home: { text: 'Hello! Press the button below to begin.', button: 'Start' },
    zone: { text: 'Hello! Press the button below to begin the review for your household.', button: 'Start' },
    invitation: {
      text: 'You are invited to take up work in the review. Press the button below to see the invitation.',
      button: 'See the invitation',
    },
  },
  notFound: {
    title: 'Page not found',
    text: 'Sorry, this page does not exist or is no longer here. Please check the link, or open the chat.',
    link: 'Open the chat',
  },
  noDemo: {
    title: 'No trial here',
    text: 'Sorry, this server does not offer a trial at the moment.',
    link: 'Open the chat',
  },
  notPosted: {
    title: 'This list hangs no more',
    text: 'Sorry, this list is no longer posted here. For the results, please ask the assistant or the zone head.',
    link: 'Open the chat',
  },
  notPublished: {
    title: 'No figures here yet',
    text: 'Sorry, these figures have not been published, or were taken back. To learn more, please ask the commune.',
    link: 'Open the chat',
  },
  glance: {
    title: 'The round in charts',
    office: 'For the officer of the commune',
    once: 'This link opens once. Press the button below to look.',
    open: 'See charts',
    of: ({ day, listYear }) => `List of ${listYear}. Figures of ${day}.`,
    table: 'See the numbers',
    alt: (title) => `Chart: ${title}. Its numbers follow below.`,
  },
  noGlance: {
    title: 'This link is over',
    text: 'Sorry, this link was used already or is too old. Please type /ward to the assistant for a new one.',
    link: 'Open the chat',
  },
  broken: {
    title: 'Something went wrong',
    text: 'Sorry, something went wrong on our side. What you answered is safe. Please try again in a few minutes.',
    link: 'Try again',
  },
  client: {
    placeholder: 'Type a message…',
    composer: 'Message',
    send: 'Send',
    log: 'Conversation',
    bot: 'Assistant',
    me: 'Me',
    options: 'Answers to choose from',
    actions: 'Other things you can do',
    listen: 'Listen',
    reconnecting: 'Reconnecting… What you wrote is sent as soon as there is a network.',
    waiting: 'waiting to be sent',
    failed: 'not sent',
    today: 'Today',
    yesterday: 'Yesterday',
    newest: 'New message',
    toEnd: 'To the end',
    tooLong:
      'This message is longer than 4,096 characters and was not sent. Please shorten it, or split it into several.',
    refused: 'This was not sent. Please reload the page and try again.',
    cookies:
      'Your browser blocks cookies, so the chat cannot work. Please allow cookies and reload the page.',
  },
};

/** The page's words in each language. */
export const webTexts: Readonly<Record<Lang, WebTexts>> = { vi, en };

/** Chooses English only for who asks for it before Vietnamese; `?lang=` wins over the browser's wish. */
export const chooseLang = (asked: string | undefined, acceptLanguage: string | undefined): Lang => {
  if (asked === 'vi' || asked === 'en') return asked;
  const wish = (lang: Lang): number =>
    Math.max(0, ...(acceptLanguage ?? '').split(',').map((part) => weight(part, lang)));
  return wish('en') > wish('vi') ? 'en' : 'vi';
};

const weight = (part: string, lang: Lang): number => {
  const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
  if (range !== lang && !range.startsWith(`${lang}-`)) return 0;
  const q = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='));
  return q === undefined ? 1 : Number(q.slice(2)) || 0;
};
