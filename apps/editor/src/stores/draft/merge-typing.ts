import type { PendingCommand } from './draft-types.ts';

/** One place that commands set, and when it was last set here (milliseconds). */
export interface Typing {
  readonly place: string;
  readonly at: number;
}

/** Whether a command at this place may take the place of the last pending one, which has not left yet. */
export function mergeTyping({ last, typing }: { last: PendingCommand; typing: Typing }): boolean {
  return !last.sent && placeOf(last) === typing.place;
}

function placeOf({ command }: PendingCommand): string | undefined {
  switch (command.kind) {
    case 'set-config':
      return `${command.node}/${command.path.join('/')}`;
    case 'rename-node':
      return `${command.node}#title`;
    case 'set-setting':
      return `#settings/${command.path.join('/')}`;
    case 'put-note':
      return `#note/${command.note.id}`;
    default:
      return undefined;
  }
}
