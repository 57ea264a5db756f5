/** A telephone number in the groups in which people read it out: `0912 345 678`, `0203 385 0123`. */
export function spokenPhone(phone: string): string {
  const digits = phone.replaceAll(/[\s.()-]/g, '').replace(/^(?:\+|00)84/, '0');
  // A short number, one of another country, or one with an extension stays as it was written.
  if (!/^0\d{9,10}$/.test(digits)) return phone.trim();
  return `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
}
