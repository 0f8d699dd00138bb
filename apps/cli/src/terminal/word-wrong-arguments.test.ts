import { parseArgs } from 'node:util';
import { expect, it } from 'vitest';
import { wordWrongCommand, wordWrongOptions } from './word-wrong-arguments.ts';

const options = { port: { type: 'string' }, 'no-open': { type: 'boolean' } } as const;

function wordsFor(...args: string[]) {
  try {
    parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return wordWrongOptions({ error, options: Object.keys(options) });
  }
  throw new Error('nothing is wrong with them');
}

it('names an option that there is not, and the one that was meant', () => {
  const { ja, en } = wordsFor('start', '--prot', '4290');
  expect(ja).toMatch(/^--prot というオプションはありません。--port ではありませんか。/);
  expect(en).toMatch(/^There is no option --prot. Did you mean --port\?/);
  expect(wordsFor('start', '--colour').en).toMatch(/^There is no option --colour.\n/);
});

it('says that a value is missing, or one too many', () => {
  expect(wordsFor('start', '--port').ja).toMatch(/^--port には値が要ります。/);
  expect(wordsFor('start', '--no-open=yes').en).toMatch(/^--no-open takes no value/);
});

const commands = ['start', 'seed', 'new-node'];

function wordsForCommand(...words: string[]) {
  return wordWrongCommand({ words, commands, takesWord: ['new-node'] });
}

it('names a command that there is not, and the one that was meant', () => {
  expect(wordsForCommand('strat', 'now').en).toMatch(/^There is no command "strat". Did you mean start\?/);
  expect(wordsForCommand('publish').ja).toMatch(/^「publish」というコマンドはありません。\n/);
});

it('names the words that a command does not take', () => {
  expect(wordsForCommand('seed', '5').en).toMatch(/^seed takes no word such as "5".\n/);
  expect(wordsForCommand('start', 'foo').ja).toMatch(/^start には「foo」のような語を付けません。\n/);
  expect(wordsForCommand('new-node', 'a', 'b').en).toMatch(/^new-node takes one word only. Leave out "b".\n/);
});
