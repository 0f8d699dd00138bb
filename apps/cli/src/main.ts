import { parseArgs } from 'node:util';
import { sameText } from '@sodate/journey/text';
import about from '../package.json' with { type: 'json' };
import { keepCompiled } from './process/keep-compiled.ts';
import { CommandError } from './terminal/command-error.ts';
import { say, sayError } from './terminal/terminal.ts';
import { wordForeignOption, wordWrongCommand, wordWrongOptions } from './terminal/word-wrong-arguments.ts';
import { usage } from './usage.ts';

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  'no-open': { type: 'boolean' },
  leads: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
  organisation: { type: 'string' },
  to: { type: 'string' },
  force: { type: 'boolean' },
  remove: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Values = ReturnType<typeof readArguments>['values'];
type Command = (values: Values, what: string | undefined) => Promise<void>;

/** The options each command heeds, as in `usage.ts`; one that is not named here is refused, never passed over. */
const optionsOf: Readonly<Record<string, readonly (keyof typeof options)[]>> = {
  start: ['port', 'host', 'data', 'no-open'],
  doctor: ['port', 'host', 'data', 'no-open'],
  seed: ['leads', 'data', 'remove'],
  backup: ['to', 'data'],
  restore: ['data', 'force'],
  'hold-sends': ['data'],
  'release-sends': ['data'],
  'create-admin': ['email', 'name', 'organisation', 'data'],
};

/** Commands that are told by a word of its own what to work on. */
const takesWord = ['restore', 'new-node'];

/** Each command loads its own code only: a short command need not wait for the server's. */
const commands: Readonly<Record<string, Command>> = {
  start: async (values) => (await import('./commands/start.ts')).runStart({ values }),
  api: async () => (await import('./commands/api.ts')).runApi(),
  worker: async () => (await import('./commands/worker.ts')).runWorker(),
  mailbox: async () => (await import('./commands/mailbox.ts')).runMailbox(),
  migrate: async () => (await import('./commands/migrate.ts')).runMigrate(),
  seed: async ({ leads, data, remove }) =>
    (await import('./commands/seed.ts')).runSeed({ leads, data, remove: remove === true }),
  backup: async ({ to, data }) => (await import('./commands/backup.ts')).runBackup({ to, data }),
  restore: async ({ data, force }, from) =>
    (await import('./commands/restore.ts')).runRestore({ from, data, force: force === true }),
  'new-node': async (...[, name]) => (await import('./commands/new-node.ts')).runNewNode({ name }),
  doctor: async (values) => (await import('./commands/doctor.ts')).runDoctor({ values }),
  'hold-sends': async ({ data }) => (await import('./commands/hold-sends.ts')).runHoldSends({ data }),
  'release-sends': async ({ data }) => (await import('./commands/release-sends.ts')).runReleaseSends({ data }),
  'create-admin': async ({ email, name, organisation, data }) =>
    (await import('./commands/create-admin.ts')).runCreateAdmin({ email, name, organisation, data }),
};

// Whoever reads may stop early, as `| head` does: what follows is for nobody then.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.exit(1);
});
keepCompiled();
try {
  await main();
  process.exit();
} catch (error) {
  sayError(error);
  process.exit(1);
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [name, what, ...others] = positionals;
  if (values.version === true && name === undefined) return say(sameText(`sodate ${about.version}`));
  if (values.help || name === undefined || name === 'help') return say(usage);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const unasked = what !== undefined && !takesWord.includes(name);
  if (command === undefined || unasked || others.length > 0) {
    throw new CommandError(wordWrongCommand({ words: positionals, commands: Object.keys(commands), takesWord }));
  }
  const takes: readonly string[] = optionsOf[name] ?? [];
  const foreign = Object.keys(values).find((option) => !takes.includes(option));
  if (foreign !== undefined) throw new CommandError(wordForeignOption({ command: name, option: foreign, takes }));
  await command(values, what);
}

function readArguments() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new CommandError(wordWrongOptions({ error, options: Object.keys(options) }));
  }
}
