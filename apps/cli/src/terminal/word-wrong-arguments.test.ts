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

it('names a command that there is not, and the one that was meant', () => {
  const commands = ['start', 'seed', 'new-node'];
  expect(wordWrongCommand({ words: ['strat'], commands }).en).toMatch(
    /^There is no command "strat". Did you mean start\?/,
  );
  expect(wordWrongCommand({ words: ['publish'], commands }).ja).toMatch(/^「publish」というコマンドはありません。\n/);
  expect(wordWrongCommand({ words: ['seed', '5'], commands }).en).toContain(
    'There is no command "seed 5". Did you mean seed?',
  );
});
