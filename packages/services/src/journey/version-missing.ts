import { notFound, type RequestError } from '../errors.ts';

export function versionMissing(): RequestError {
  return notFound({
    ja: 'このバージョンが見つかりません。バージョンの一覧から選び直してください。',
    en: 'This version was not found. Choose one from the list of versions.',
  });
}
