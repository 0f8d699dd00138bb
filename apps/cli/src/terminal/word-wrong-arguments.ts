import { findNearest } from '@sodate/journey/find-nearest';
import type { Text } from '@sodate/journey/text';

const help: Text = { ja: '使い方は `sodate help` で見られます。', en: 'See `sodate help` for how it is used.' };

/** What is wrong with options that Node could not read, in words for the person who typed them. */
export function wordWrongOptions({ error, options }: { error: unknown; options: readonly string[] }): Text {
  const words = error instanceof Error ? error.message : String(error);
  const option = /'(?:-\w, )?(--?[\w-]+)/.exec(words)?.[1] ?? '';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = findNearest({ word: option, among: options.map((one) => `--${one}`) });
    return withHelp({
      ja: `${option} というオプションはありません。${near === undefined ? '' : `${near} ではありませんか。`}`,
      en: `There is no option ${option}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
    });
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const takes = words.includes('does not take');
    return withHelp(
      takes
        ? { ja: `${option} には値を付けません。`, en: `${option} takes no value.` }
        : { ja: `${option} には値が要ります。`, en: `${option} needs a value.` },
    );
  }
  return withHelp({ ja: words, en: words });
}

/** That a command does not heed an option, which another one does, and which options it has. */
export function wordForeignOption({
  command,
  option,
  takes,
}: {
  command: string;
  option: string;
  takes: readonly string[];
}): Text {
  const own = takes.map((one) => `--${one}`).join(' ');
  return withHelp({
    ja: `${command} では --${option} を使えません。${own === '' ? 'オプションは付けません。' : `使えるのは ${own} です。`}`,
    en: `${command} does not take --${option}. ${own === '' ? 'It takes no options.' : `It takes ${own}.`}`,
  });
}

/** That there is no such command, and which one may have been meant; or that it takes no such words, or fewer. */
export function wordWrongCommand({
  words,
  commands,
  takesWord,
}: {
  words: readonly string[];
  commands: readonly string[];
  /** The commands that take one word of their own. */
  takesWord: readonly string[];
}): Text {
  const [command = '', ...after] = words;
  if (commands.includes(command)) {
    const odd = takesWord.includes(command) ? after.slice(1) : after;
    return wordOddWords({ command, odd: odd.join(' '), takesOne: takesWord.includes(command) });
  }
  const near = findNearest({ word: command, among: commands });
  return withHelp({
    ja: `「${command}」というコマンドはありません。${near === undefined ? '' : `${near} ではありませんか。`}`,
    en: `There is no command "${command}".${near === undefined ? '' : ` Did you mean ${near}?`}`,
  });
}

function wordOddWords({ command, odd, takesOne }: { command: string; odd: string; takesOne: boolean }): Text {
  if (takesOne) {
    return withHelp({
      ja: `${command} に付ける語は1つだけです。「${odd}」を消してください。`,
      en: `${command} takes one word only. Leave out "${odd}".`,
    });
  }
  return withHelp({
    ja: `${command} には「${odd}」のような語を付けません。`,
    en: `${command} takes no word such as "${odd}".`,
  });
}

function withHelp({ ja, en }: Text): Text {
  return { ja: `${ja}\n${help.ja}`, en: `${en}\n${help.en}` };
}
