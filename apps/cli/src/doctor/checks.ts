import { existsSync, type StatsFs } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { sameText } from '@sodate/journey/text';
import type { Settings } from '@sodate/services/config/parse-settings';
import { allBuilds } from '../build/builds.ts';
import { checkDatabase } from '../embedded/check-database.ts';
import { checkTemporal } from '../embedded/check-temporal.ts';
import { claimPort } from '../embedded/claim-port.ts';
import { readRunning } from '../embedded/running-file.ts';
import type { StartOptions } from '../embedded/start-options.ts';
import { chooseServerUser } from '../postgres/choose-server-user.ts';
import { findPostgres } from '../postgres/find-postgres.ts';
import { findTemporal } from '../temporal/find-temporal.ts';
import { CommandError } from '../terminal/command-error.ts';
import type { Check } from './check.ts';
import { lookAtNodeTypes } from './look-at-node-types.ts';

const leastFreeBytes = 1_000_000_000;

/** All that `sodate doctor` looks at, in the order in which a start needs it. */
export function checksOf({
  settings,
  options,
  root,
}: {
  settings: Settings;
  options: StartOptions;
  root: string;
}): readonly Check[] {
  return [
    { title: sameText('Node'), look: lookAtNode },
    { title: { ja: 'ビルド', en: 'Builds' }, look: () => lookAtBuilds(root) },
    { title: { ja: '自作ノード', en: 'Your node types' }, look: () => lookAtNodeTypes() },
    { title: { ja: 'データのフォルダ', en: 'Data folder' }, look: () => lookAtFolder(options.dataFolder) },
    { title: { ja: 'データベース', en: 'Database' }, look: () => lookAtDatabase(settings) },
    { title: sameText('Temporal'), look: () => lookAtTemporal(settings) },
    { title: { ja: 'メール', en: 'Mail' }, look: () => lookAtMail(settings) },
    { title: { ja: '起動', en: 'Running' }, look: () => lookAtRun(options) },
  ];
}

async function lookAtNode() {
  const [major] = process.versions.node.split('.');
  if (Number(major) >= 24) return sameText(process.version);
  throw new CommandError({
    ja: `Node ${process.version} で動いています。「npm ci」をやり直し、「npm start」か「npx sodate」で起動してください（Node 24 を使います）。`,
    en: `This is Node ${process.version}. Run "npm ci" again, and start with "npm start" or "npx sodate": they use Node 24.`,
  });
}

async function lookAtBuilds(root: string) {
  const missing = allBuilds(root).filter(({ output }) => !existsSync(join(root, output)));
  if (missing.length === 0) return { ja: 'すべてあります', en: 'all there' };
  const names = missing.map(({ name }) => name).join(', ');
  throw new CommandError({
    ja: `まだありません: ${names}。「npm run prepare」を実行してください（「npm start」でも作られます）。`,
    en: `Missing: ${names}. Run "npm run prepare" ("npm start" builds them, too).`,
  });
}

async function lookAtFolder(folder: string) {
  let free: StatsFs;
  try {
    const made = await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'doctor'), '');
    await rm(join(folder, 'doctor'));
    free = await statfs(folder);
    // Looking leaves nothing behind.
    if (made !== undefined) await rm(made, { recursive: true });
  } catch {
    throw new CommandError({
      ja: `${folder} に書き込めません。書き込めるフォルダを --data で指定してください。`,
      en: `${folder} cannot be written to. Name a folder that can with --data.`,
    });
  }
  if (free.bavail * free.bsize >= leastFreeBytes) return sameText(folder);
  throw new CommandError({
    ja: `${folder} のディスクの空きが 1 GB 未満です。空けるか、別のフォルダを --data で指定してください。`,
    en: `The disk of ${folder} has less than 1 GB left. Free some, or name another folder with --data.`,
  });
}

async function lookAtDatabase({ DATABASE_URL: url }: Settings) {
  if (url !== undefined) {
    await checkDatabase({ url });
    return sameText(`DATABASE_URL (${new URL(url).host})`);
  }
  const [{ postgres }, user] = await Promise.all([findPostgres(), chooseServerUser()]);
  const as = user === undefined ? '' : `, ${user.name}`;
  return { ja: `内蔵（${postgres}${as}）`, en: `embedded (${postgres}${as})` };
}

async function lookAtTemporal({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace }: Settings) {
  if (address !== undefined) {
    await checkTemporal({ address, namespace });
    return sameText(`TEMPORAL_ADDRESS (${address})`);
  }
  const program = await findTemporal(process.env);
  if (program !== undefined) return { ja: `内蔵（${program}）`, en: `embedded (${program})` };
  return {
    ja: 'まだこのマシンにありません。はじめて起動するときにダウンロード（またはビルド）します',
    en: 'not on this machine yet; the first start downloads it, or builds it',
  };
}

async function lookAtMail({ SMTP_URL: url }: Settings) {
  if (url === undefined) return { ja: 'ローカルメールボックス', en: 'the local mailbox' };
  const { hostname, port, protocol } = new URL(url);
  const place = { host: hostname, port: Number(port) || (protocol === 'smtps:' ? 465 : 587) };
  if (await answers(place)) return sameText(`SMTP_URL (${hostname}:${place.port})`);
  throw new CommandError({
    ja: `SMTP_URL のサーバー（${hostname}:${place.port}）につながりません。アドレスとポートを確かめてください。`,
    en: `The server of SMTP_URL (${hostname}:${place.port}) does not answer. See that address and port are right.`,
  });
}

async function lookAtRun(options: StartOptions) {
  const running = readRunning(join(options.dataFolder, 'running.json'));
  const health = running && (await fetch(`${running.url}/healthz`).catch(() => undefined));
  if (running === undefined || health === undefined) {
    await claimPort(options);
    return { ja: `動いていません。ポート ${options.port} は空いています`, en: `not now; port ${options.port} is free` };
  }
  if (health.ok) return sameText(running.url);
  const logs = join(options.dataFolder, 'logs');
  const said = await health.text();
  throw new CommandError({
    ja: `${running.url} は動いていますが、一部が応えていません: ${said}。ログ: ${logs}`,
    en: `${running.url} runs, but not all of it answers: ${said}. Logs: ${logs}`,
  });
}

function answers({ host, port }: { host: string; port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5_000 });
    const settle = (found: boolean) => {
      socket.destroy();
      resolve(found);
    };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
  });
}
