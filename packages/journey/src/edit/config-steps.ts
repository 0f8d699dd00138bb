import { emptyGraph } from '../graph/graph.ts';
import { asJson, isJsonObject, type Json } from '../json.ts';
import type { Bench, Stepped } from './bench.ts';
import type { Command } from './command.ts';
import { isSettings } from './is-settings.ts';
import { setPath } from './set-path.ts';

type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

export function setConfig({ bench, command }: { bench: Bench; command: CommandOf<'set-config'> }): Stepped {
  const { path } = command;
  const node = bench.graph.nodes[command.node];
  if (node === undefined) return { kind: 'node-missing', node: command.node };
  const set = setPath({ root: node.config, path, value: command.value });
  if (set.kind !== 'set' || !isJsonObject(set.value)) return { kind: 'place-missing', path };
  bench.put({ part: 'nodes', id: node.id, value: { ...node, config: set.value } });
  bench.undoBy({ kind: 'set-config', node: node.id, ...set.undo });
  return undefined;
}

/** A setting that every journey has returns to its default when it is cleared. */
export function setSetting({ bench, command }: { bench: Bench; command: CommandOf<'set-setting'> }): Stepped {
  const { path } = command;
  const [key, ...rest] = path;
  if (key === undefined) return { kind: 'place-missing', path };
  const value = command.value ?? (rest.length === 0 ? defaultOf(key) : undefined);
  const set = setPath({ root: asJson(bench.graph.settings), path, value });
  if (set.kind !== 'set' || !isSettings(set.value)) return { kind: 'place-missing', path };
  bench.setSettings(set.value);
  bench.undoBy({ kind: 'set-setting', ...set.undo });
  return undefined;
}

function defaultOf(key: string | number): Json | undefined {
  const defaults = asJson(emptyGraph.settings);
  return Object.hasOwn(defaults, key) ? defaults[key] : undefined;
}
