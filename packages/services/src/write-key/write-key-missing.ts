import { notFound, type RequestError } from '../errors.ts';

export function writeKeyMissing(): RequestError {
  return notFound({
    ja: 'この書き込みキーはありません。すでに無効になっているかもしれません。一覧を読み込み直してください。',
    en: 'There is no such write key; it may have been revoked already. Reload the list.',
  });
}
