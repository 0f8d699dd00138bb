import { findNearest } from '@sodate/journey/find-nearest';
import type { Text } from '@sodate/journey/text';
import type { Message } from './message.ts';
import { isFormName, readForm } from './read-form.ts';
import { wordSlip } from './word-nearest.ts';

/** What an event lacks that makes it count: a form its name or id, a page its address. It is kept, and starts nothing. */
export function findUnreadPart({ message }: { message: Message }): Text | undefined {
  const keys = Object.keys(message.properties);
  if (isFormName({ message }) && readForm({ message }) === undefined) {
    const { ja, en } = wordSlip({ keys, wanted: ['form'] });
    return {
      ja: `properties.form（フォームのid、文字列）がないので、フォームの送信としては数えません。シナリオも始まりません。${ja}`,
      en: `Without properties.form, a text with the form's id, this does not count as a form and starts no journey.${en}`,
    };
  }
  if (isFormName({ message }) && message.properties.fields === undefined) {
    const slip = wordSlip({ keys, wanted: ['fields'] });
    if (slip.en !== '') {
      return {
        ja: `properties.fields（記入された項目）がないので、リードの項目は埋まりません。${slip.ja}`,
        en: `Without properties.fields, what was filled in, no field of the lead is filled.${slip.en}`,
      };
    }
  }
  if (seemsForm(message)) {
    return {
      ja: `「${message.name}」は独自のイベントとして数えます。フォームの送信として数えるのは Form Submitted だけです（大文字と小文字、空白、_、- の違いはかまいません）。Form Submitted ではありませんか。`,
      en: `“${message.name}” counts as an event of your own. Only Form Submitted counts as a form, however it is cased, with a blank, _ or -: did you mean that?`,
    };
  }
  if (message.type === 'page' && message.url === undefined) {
    const { ja, en } = wordSlip({ keys, wanted: ['url'] });
    return {
      ja: `properties.url（ページのアドレス、文字列）がないので、どのページの閲覧としても数えません。シナリオも始まりません。${ja}`,
      en: `Without properties.url, a text with the page's address, this counts as no page and starts no journey.${en}`,
    };
  }
  return undefined;
}

/** Its name is nearly that of a form: a slip, or words of one's own where a form's id came along. */
function seemsForm(message: Message): boolean {
  const { type, name, properties } = message;
  if (type !== 'track' || name === undefined || isFormName({ message })) return false;
  const plain = name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
  if (findNearest({ word: plain, among: ['form submitted'] }) !== undefined) return true;
  return typeof properties.form === 'string' && plain.includes('form') && plain.includes('submi');
}
