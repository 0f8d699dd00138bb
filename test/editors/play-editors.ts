import type { Command } from '@sodate/journey/edit/command';
import { DraftEditor } from './draft-editor.ts';
import { DraftServer } from './draft-server.ts';

export const moves = {
  undo: ({ store }: DraftEditor) => store.undo(),
  redo: ({ store }: DraftEditor) => store.redo(),
  flush: ({ store }: DraftEditor) => void store.flush(),
  arrive: (editor: DraftEditor) => editor.arrive(),
  answer: (editor: DraftEditor) => editor.answer(),
  lose: (editor: DraftEditor) => editor.lose(),
  ring: (editor: DraftEditor) => editor.ring(),
  hear: (editor: DraftEditor) => editor.hear(),
  reconnect: (editor: DraftEditor) => editor.reconnect(),
  reload: ({ store }: DraftEditor) => void store.reload(),
  loaded: (editor: DraftEditor) => editor.loaded(),
  pause: (editor: DraftEditor) => {
    editor.clock += 3_000;
  },
  reopen: (editor: DraftEditor) => editor.reopen(),
  leaveAndReturn: (editor: DraftEditor) => editor.leaveAndReturn(),
};
export type Move = keyof typeof moves;

/** A command given in one of the two editors, or something that happens to it or on its way to the server. */
export type Step = { readonly who: 0 | 1 } & ({ readonly give: Command } | { readonly move: Move });

const promisesKept = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Two editors at one draft, after the steps. */
export async function play(steps: readonly Step[]) {
  let given = 0;
  const server = new DraftServer();
  const newId = () => `command-${++given}`;
  const editors = [new DraftEditor({ server, newId }), new DraftEditor({ server, newId })] as const;
  for (const step of steps) {
    const editor = editors[step.who];
    if ('give' in step) editor.store.dispatch(step.give);
    else moves[step.move](editor);
    await promisesKept();
  }
  return { server, editors };
}

/** Everything under way arrives. @throws where that comes to no end. */
export async function settle({ editors }: { editors: readonly DraftEditor[] }): Promise<void> {
  for (let round = 0; round < 60; round++) {
    if (editors.every(({ isSettled }) => isSettled)) return;
    for (const name of ['flush', 'arrive', 'answer', 'loaded', 'ring', 'hear'] as const) {
      for (const editor of editors) moves[name](editor);
      await promisesKept();
    }
  }
  throw new Error('what is pending never ends');
}
