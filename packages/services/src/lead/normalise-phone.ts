const anyHyphen = /[\u2010-\u2015\u2212\u30fc\uff0d\uff70\u2500]/g;

/**
 * A telephone number as we store it: half width, hyphens of every kind as "-", no blanks. Digits stay grouped as
 * written. Empty where nothing is left.
 */
export function normalisePhone(text: string): string {
  const phone = text
    .normalize('NFKC')
    .replace(anyHyphen, '-')
    .replace(/\s+/g, '')
    .replace(/[^\d+\-()#*]/g, '');
  return phone.replace(/^-+|-+$/g, '');
}
