const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Family names (họ) that are hardly ever given names: at the end of a name they mean that it was turned round. */
export const families = list(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh doan truong phung vuong dao luong cao ta chu trieu nong',
);

/** Borne by so many that they tell little: about half of all families. */
export const commonFamilies = list('nguyen tran le pham');

/** Middle names that say little more than whether it is a woman or a man. */
export const fillers = list('thi van');

/** Given names that several people of one zone bear; of two of them none is a slip for the other. */
export const commonGiven = list(
  'an anh ba bay be bich bien binh cam chau chi chien chinh cuc cuong dao dat diep dinh dong duc dung duong duyen giang ha hai ham han hang hanh hao hau hien hiep hieu hoa hoai hoan hoang hoe hong hop hue hung huong huu huy huyen khai khang khanh khoa kiem kien kieu kim ky lam lan lanh le lien lieu linh loan loc loi long luan luong luu luyen ly mai man mao minh muoi my na nam nga ngan nghia ngoc nguyen nguyet nhan nhi nho nhu nhung ninh nu oanh phat phi phong phu phuc phung phuong quan quang que quoc quy quyen quyet quynh sam sang sau sinh son sau suong ta tai tam tan thai tham than thang thanh thao the them thi thien thin thinh tho thoa thom thong thu thua thuan thuc thuong thuy ti tien tin tinh toan toi trang tri trinh trong trung truong tu tuan tung tuoi tuyen tuyet ty tao ut van vang vien viet vinh vu vui vuong xuan yen',
);

/** What goes before a name and is none, as it is spelled with its marks. */
export const titles = list(
  'ông bà anh chị cụ bác chú cô dì cậu mợ thím em bé hộ vợ chồng chủ mẹ bố má nhà mr mrs ms',
);

/** The same typed without marks; where one of them may as well be a family name it takes a single word behind it. */
export const bareTitles = list('ong ba anh chi cu bac co di cau mo thim em be chong me bo nha gia');
export const perhapsTitles = list('ho vo chu');
