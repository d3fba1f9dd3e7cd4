/**
 * Text as it is compared: without case, marks and tones, with đ as d, whatever the Unicode form, the place of a tone
 * mark (hoá, hóa), the dashes and the spacing. Only marks of Latin letters go: Khmer vowels are marks too, and stay.
 *
 * `fold('Đồng–Nai ')` is `dong nai`; `fold('ស្វាយរៀង')` is itself.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{Pd}_\u200b]+/gu, ' ')
    .trim();
}
