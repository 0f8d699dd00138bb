import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

const firstHiragana = 0x3041;
const hiraganaCount = 0x3096 - firstHiragana + 1;
const toKatakana = 0x60;

const kana = Array.from({ length: hiraganaCount }, (_, place) => firstHiragana + place);
const hiragana = String.fromCharCode(...kana);
const katakana = String.fromCharCode(...kana.map((code) => code + toKatakana));

/** A word as the text of `leadSearchText` has it: width folded, hiragana as katakana. Case is left to ILIKE. */
export function foldForLeadSearch(word: string): string {
  return word
    .normalize('NFKC')
    .replaceAll(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + toKatakana));
}

/**
 * What a lead is searched by, each part after a blank: its name and reading, with and without the blank between their
 * parts, mail address and phone. The index `lead_search` is on this very expression.
 */
export function leadSearchText({
  name,
  nameKana,
  email,
  phone,
}: Record<'name' | 'nameKana' | 'email' | 'phone', SQLWrapper>): SQL {
  const inKatakana = sql.raw(`'${hiragana}', '${katakana}'`);
  const known = (column: SQLWrapper) => sql`coalesce(${column}, '')`;
  const closed = (column: SQLWrapper) => sql`replace(${column}, ' ', '')`;
  const reading = known(nameKana);
  return sql`(translate(' ' || ${name} || ' ' || ${closed(name)} || ' ' || ${reading} || ' ' || ${closed(reading)}, ${inKatakana}) || ' ' || ${known(email)} || ' ' || ${known(phone)})`;
}
