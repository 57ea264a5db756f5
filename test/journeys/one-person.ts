/** What a household of one types from the link of its zone on, up to where devices are asked for in some years. */
export function upToDevices(zone: string, name: string): readonly string[] {
  return [
    ...[`/start ${zone}`, '1', 'đồng ý', `${name} 1985`, 'xong', 'không ai', 'không ai', 'không ai'],
    ...['gạch', 'bê tông', 'ngói', '40', 'nước máy', 'tự hoại', 'có'],
  ];
}

/** Are devices asked for? Only where a rule of the list year reads them. */
export function asksForDevices(heard: string): boolean {
  return heard.includes('còn dùng được');
}

/** What comes after that: no income, and the address is not known. */
export const afterDevices: readonly string[] = ['không có', 'không biết'];
