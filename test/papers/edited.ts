import PizZip from 'pizzip';

/** A DOCX file with the text of one of its parts changed, as a person changes it in Word. */
export function edited(docx: Uint8Array, change: (text: string) => string, part = 'word/document.xml') {
  const zip = new PizZip(docx);
  zip.file(part, change(zip.file(part)!.asText()));
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The text of the page of a DOCX file, a line for each paragraph. */
export function textOf(docx: Uint8Array): string {
  return new PizZip(docx)
    .file('word/document.xml')!
    .asText()
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
