import type { Gap, Known, Source } from '../rules/source.ts';

/** The papers of a procedure that the law gives a form (mẫu) for. */
export const formKinds = ['review-request', 'decision', 'certificate', 'leaving-request'] as const;
export type FormKind = (typeof formKinds)[number];

/** A form as the law calls it: its number and its title, each as sure as we are of it. */
export type Form = { readonly number: Known<string>; readonly title: Known<string> };
export type Forms = Readonly<Record<FormKind, Form | Gap>>;

const attached24: Source = {
  document: 'Quyết định 24/2021/QĐ-TTg',
  article: 'Phụ lục',
  url: 'https://trangtinphapluat.com/blog/bai-viet-hay/gioi-thieu-van-ban-moi/tong-hop-bieu-mau-ra-soat-cong-nhan-ho-ngheo-ho-can-ngheo/',
};
const attached14 = (url?: string): Source => ({
  document: 'Thông tư 14/2018/TT-BLĐTBXH',
  article: 'Phụ lục',
  ...(url === undefined ? {} : { url }),
});
const listed14 = attached14('https://namdong.thuathienhue.gov.vn/?gd=14&cn=686&tc=26963');

/** Mẫu số 01 to 04: the numbers and titles were seen, the layouts were not. */
export const forms24: Forms = {
  'review-request': form24(
    '01',
    'Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo hoặc xác định hộ có mức sống trung bình',
  ),
  decision: form24(
    '02',
    'Quyết định công nhận danh sách hộ nghèo, hộ cận nghèo và danh sách hộ thoát nghèo, hộ thoát cận nghèo',
  ),
  certificate: form24('03', 'Giấy chứng nhận hộ nghèo, hộ cận nghèo'),
  'leaving-request': form24('04', 'Giấy đề nghị công nhận hộ thoát nghèo, hộ thoát cận nghèo'),
};

/** Forms 1a, 1b and 2e of the lists of 2016 to 2021. */
export const forms17: Forms = {
  'review-request': {
    number: { value: 'Phụ lục 1a', source: listed14, certainty: 'verified' },
    title: {
      value: 'Giấy đề nghị xét duyệt bổ sung hộ nghèo, hộ cận nghèo',
      source: attached14('https://nhangiahaki.vn/mau-giay-de-nghi-xet-duyet-bo-sung-ho-ngheo-ho-can-ngheo/'),
      certainty: 'verified',
    },
  },
  decision: {
    gap: 'not found',
    ask: 'Quyết định công nhận danh sách hộ nghèo, hộ cận nghèo giai đoạn 2016–2020 theo mẫu nào của Thông tư 14/2018/TT-BLĐTBXH?',
  },
  certificate: {
    number: { value: 'Phụ lục 2e', source: listed14, certainty: 'verified' },
    title: {
      value: 'Giấy chứng nhận hộ nghèo, hộ cận nghèo',
      source: attached14('https://hoatieu.vn/mau-giay-chung-nhan-ho-ngheo-ho-can-ngheo-123310'),
      certainty: 'verified',
    },
  },
  'leaving-request': {
    number: { value: 'Phụ lục 1b', source: attached14(), certainty: 'unconfirmed' },
    title: {
      value: 'Giấy đề nghị xét duyệt thoát nghèo, thoát cận nghèo',
      source: attached14(
        'https://luatduonggia.vn/mau-giay-de-nghi-xet-duyet-thoat-ngheo-thoat-can-ngheo-moi-nhat',
      ),
      certainty: 'secondary',
    },
  },
};

/** What of the forms is still to be obtained: until then each page says that its layout was not compared. */
export const layoutGap: Gap = {
  gap: 'not found',
  ask: 'Toàn văn Mẫu số 01 đến 04 kèm Quyết định 24/2021/QĐ-TTg trông thế nào, và có mẫu nào cho biên bản họp dân, danh sách niêm yết, trả lời khiếu nại và trả lời không công nhận không?',
};

function form24(number: string, title: string): Form {
  return {
    number: { value: `Mẫu số ${number}`, source: attached24, certainty: 'verified' },
    title: { value: title, source: attached24, certainty: 'verified' },
  };
}
