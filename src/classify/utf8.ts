/** What to do about a text that is not UTF-8. */
export const notUtf8 =
  'is not UTF-8; save the file as UTF-8 (in Excel: Save As, "CSV UTF-8"), not as Unicode text, Windows-1258, TCVN3 or VNI';

/** Stands for bytes that are not UTF-8. */
export const replacement = '\uFFFD';

export const byteOrderMark = '\uFEFF';
