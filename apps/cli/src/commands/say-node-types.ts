import type { Language, Text } from '@sodate/journey/text';
import type { NodeTypes } from '@sodate/nodes/kit/node-types';
import { say as sayAloud } from '../terminal/terminal.ts';

/** At the start: which node types of one's own are there, which were left out, and which are at fault. Silent without any. */
export function sayNodeTypes(
  { described, broken, doubtful }: Pick<NodeTypes, 'described' | 'broken' | 'doubtful'>,
  say: (text: Text) => void = sayAloud,
): void {
  const own = described.filter(({ custom }) => custom);
  if (own.length > 0) {
    say({
      ja: `  自作のノード    ${own.map(({ type, title }) => `${title.ja}（${type}）`).join('、')}`,
      en: `  Own nodes      ${own.map(({ type, title }) => `${title.en} (${type})`).join(', ')}`,
    });
  }
  for (const { name, errors } of broken) {
    const list = listIn(errors);
    say({
      ja: `\n使えない自作ノードがあります（${name}）。直して起動し直してください。${list('ja')}`,
      en: `\nA node type of your own was left out (${name}). Fix it and start again.${list('en')}`,
    });
  }
  for (const { name, errors } of doubtful) {
    const list = listIn(errors);
    say({
      ja: `\n自作ノードに誤りがあります（${name}）。直して起動し直してください。それまで、この誤りのあるノードを使うシナリオは公開できません。${list('ja')}`,
      en: `\nA node type of your own has a fault (${name}). Fix it and start again; until then, no journey with such a node can be published.${list('en')}`,
    });
  }
}

function listIn(errors: readonly Text[]): (language: Language) => string {
  return (language) => errors.map((error) => `\n  ${error[language]}`).join('');
}
