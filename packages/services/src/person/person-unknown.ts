import { notFound, type RequestError } from '../errors.ts';

export function personUnknown(): RequestError {
  return notFound({
    ja: 'この人は見つかりません。一覧を読み込み直してください。',
    en: 'This person was not found. Reload the list.',
  });
}
