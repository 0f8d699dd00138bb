import { notFound, type RequestError } from '../errors.ts';

export function commentMissing(): RequestError {
  return notFound({
    ja: 'このコメントはもう消されています。一覧を開き直してください。',
    en: 'This comment has been deleted. Open the list again.',
  });
}
