import { unreachable } from '../unreachable.ts';
import type { Bench, Stepped } from './bench.ts';
import type { Command } from './command.ts';

type NoteCommand = Extract<Command, { kind: 'put-note' | 'change-note' | 'remove-note' }>;
type GroupCommand = Extract<Command, { kind: 'put-group' | 'change-group' | 'remove-group' }>;

/** Notes stand beside the journey, and change nothing of its course. */
export function stepNote({ bench, command }: { bench: Bench; command: NoteCommand }): Stepped {
  const { notes } = bench.graph;
  switch (command.kind) {
    case 'put-note': {
      const { note } = command;
      const old = notes[note.id];
      bench.put({ part: 'notes', id: note.id, value: note });
      bench.undoBy(old === undefined ? { kind: 'remove-note', note: note.id } : { kind: 'put-note', note: old });
      return undefined;
    }
    case 'change-note': {
      const old = notes[command.note];
      if (old === undefined) return { kind: 'thing-missing', id: command.note };
      const { change } = command;
      bench.put({ part: 'notes', id: old.id, value: { ...old, ...change } });
      bench.undoBy({ kind: 'change-note', note: old.id, change: pick({ from: old, as: change }) });
      return undefined;
    }
    case 'remove-note': {
      const old = notes[command.note];
      if (old === undefined) return { kind: 'thing-missing', id: command.note };
      bench.drop({ part: 'notes', id: old.id });
      bench.undoBy({ kind: 'put-note', note: old });
      return undefined;
    }
    default:
      return unreachable(command);
  }
}

/** So do groups. */
export function stepGroup({ bench, command }: { bench: Bench; command: GroupCommand }): Stepped {
  const { groups, nodes } = bench.graph;
  switch (command.kind) {
    case 'put-group': {
      const { group } = command;
      const absent = group.nodes.find((id) => nodes[id] === undefined);
      if (absent !== undefined) return { kind: 'node-missing', node: absent };
      const old = groups[group.id];
      bench.put({ part: 'groups', id: group.id, value: group });
      bench.undoBy(old === undefined ? { kind: 'remove-group', group: group.id } : { kind: 'put-group', group: old });
      return undefined;
    }
    case 'change-group': {
      const old = groups[command.group];
      if (old === undefined) return { kind: 'thing-missing', id: command.group };
      const { change } = command;
      const absent = change.nodes?.find((id) => nodes[id] === undefined);
      if (absent !== undefined) return { kind: 'node-missing', node: absent };
      bench.put({ part: 'groups', id: old.id, value: { ...old, ...change } });
      bench.undoBy({ kind: 'change-group', group: old.id, change: pick({ from: old, as: change }) });
      return undefined;
    }
    case 'remove-group': {
      const old = groups[command.group];
      if (old === undefined) return { kind: 'thing-missing', id: command.group };
      bench.drop({ part: 'groups', id: old.id });
      bench.undoBy({ kind: 'put-group', group: old });
      return undefined;
    }
    default:
      return unreachable(command);
  }
}

/** What the changed parts were. */
function pick<Whole extends object>({ from, as }: { from: Whole; as: Partial<Whole> }): Partial<Whole> {
  const keys = Object.keys(as) as (keyof Whole)[];
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<Whole>;
}
