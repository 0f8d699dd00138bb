import { existsSync } from 'node:fs';
import { parseSettings } from '@sodate/services/config/parse-settings';
import { createSignInToken } from '@sodate/services/person/create-sign-in-token';
import { prepareBuilds } from '../build/prepare-builds.ts';
import { assertNodeConfig } from '../embedded/assert-node-config.ts';
import { claimPort } from '../embedded/claim-port.ts';
import { openDataFolder } from '../embedded/data-folder.ts';
import { lockDataFolder } from '../embedded/lock-data-folder.ts';
import { planParts } from '../embedded/plan-parts.ts';
import { runParts } from '../embedded/run-parts.ts';
import { removeRunning, writeRunning } from '../embedded/running-file.ts';
import { startOptions } from '../embedded/start-options.ts';
import { endLeftovers } from '../supervise/parts-file.ts';
import type { SupervisedPart } from '../supervise/supervise-part.ts';
import { openBrowser } from '../terminal/open-browser.ts';
import { say } from '../terminal/terminal.ts';
import { commandContext } from './command-context.ts';
import { sayNodeTypes } from './say-node-types.ts';

export type StartValues = Parameters<typeof startOptions>[0]['values'];

/** `sodate start`: everything on this machine, until SIGINT or SIGTERM. */
export async function runStart({ values }: { values: StartValues }): Promise<void> {
  const settings = parseSettings({ environment: process.env });
  const options = startOptions({ values, settings });
  const assertStartable = async () => {
    await assertNodeConfig();
    await claimPort(options);
  };
  // Refused, it leaves no folder behind; in one that is there, what a former run left may still hold the port.
  if (!existsSync(options.dataFolder)) await assertStartable();
  const data = openDataFolder(options.dataFolder);
  const unlock = await lockDataFolder(data);
  const stopped = untilSignalled();
  const begun = performance.now();
  let stop = async () => {};
  let announced: { url: string; signInUrl: string } | undefined;
  const note = (list: readonly SupervisedPart[]) => {
    if (announced === undefined) return;
    const parts = list.map(({ part, pid }) => ({ name: part.name, ...(pid === undefined ? {} : { pid }) }));
    writeRunning({ file: data.runningFile, running: { ...announced, pid: process.pid, parts } });
  };
  const run = async () => {
    const leftovers = await endLeftovers({ file: data.partsFile });
    if (leftovers.length > 0) sayLeftovers(leftovers);
    await assertStartable();
    await prepareBuilds({ say });
    say({ ja: '起動しています…', en: 'Starting …' });
    const plan = await planParts({ options, settings, data, say });
    const parts = runParts({ plan, settings, data, say, onChange: note });
    stop = parts.stop;
    await parts.start();
    const { signInUrl, nodeTypes } = await openFirst(plan);
    announced = { url: plan.publicUrl, signInUrl };
    note(parts.list);
    sayReady({ ...announced, seconds: (performance.now() - begun) / 1_000, mailbox: settings.SMTP_URL === undefined });
    sayNodeTypes(nodeTypes);
    say({ ja: '止めるには Ctrl-C を押します。', en: 'Press Ctrl-C to stop.' });
    if (options.openBrowser) openBrowser(announced.signInUrl);
    await stopped;
  };
  try {
    await Promise.race([run(), stopped]);
    say({ ja: '停止しています…', en: 'Stopping …' });
  } finally {
    announced = undefined;
    removeRunning(data.runningFile);
    await stop();
    unlock();
  }
}

/** A second signal changes nothing: it would end this process while its parts are being stopped, and leave them behind. */
function untilSignalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

/** The link that signs in, and the node types as they were loaded. */
async function openFirst({ databaseUrl, publicUrl }: { databaseUrl: string; publicUrl: string }) {
  const { context, close } = await commandContext({ databaseUrl, publicUrl });
  try {
    const signInUrl = `${publicUrl}/auth-link?token=${await createSignInToken({ context })}`;
    return { signInUrl, nodeTypes: context.nodeTypes };
  } finally {
    await close();
  }
}

function sayLeftovers(names: readonly string[]): void {
  say({
    ja: `前回の起動が途中で終わっていたため、残っていたプロセスを片付けました（${names.join('、')}）。`,
    en: `The last run was cut short; ended what it had left running (${names.join(', ')}).`,
  });
}

function sayReady({
  url,
  signInUrl,
  seconds,
  mailbox,
}: {
  url: string;
  signInUrl: string;
  seconds: number;
  mailbox: boolean;
}): void {
  const time = seconds.toFixed(1);
  say({ ja: `\nSodate の準備ができました（${time} 秒）。`, en: `\nSodate is ready (${time} s).` });
  say({ ja: `  アドレス        ${url}`, en: `  Address        ${url}` });
  // A blank ends a link where a terminal makes it one to click: a bracket of full width would be taken into it.
  say({ ja: `  サインイン      ${signInUrl} （1 回だけ有効）`, en: `  Sign in        ${signInUrl} (good once)` });
  say({ ja: `  デモサイト      ${url}/demo`, en: `  Demo site      ${url}/demo` });
  if (mailbox) {
    say({
      ja: `  メールボックス  ${url}/mailbox （メールは外に出ず、ここに届きます）`,
      en: `  Mailbox        ${url}/mailbox (all mail goes here, none leaves this machine)`,
    });
  }
}
