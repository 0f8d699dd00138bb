import type { Command } from '@sodate/journey/edit/command';

/**
 * The one place that a command writes anew, where such commands may follow each other at every keystroke: the later
 * stands for both. Undefined for all others; clearing is among them, since it may take an item out of a list.
 */
export function typingPlace(command: Command): string | undefined {
  switch (command.kind) {
    case 'set-config':
      return command.value === undefined ? undefined : `${command.node}/${command.path.join('/')}`;
    case 'set-setting':
      return command.value === undefined ? undefined : `#settings/${command.path.join('/')}`;
    case 'rename-node':
      return `${command.node}#title`;
    case 'change-note':
      return command.change.text === undefined ? undefined : `#note/${command.note}`;
    default:
      return undefined;
  }
}
