import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * A text takes at most so many characters, as a form's field does: what is pasted is cut to the room there is. One that
 * came longer can be shortened step by step.
 */
export function limitLength(most: number): Extension {
  return [
    EditorState.changeFilter.of(
      ({ newDoc, startState }) => newDoc.length <= most || newDoc.length < startState.doc.length,
    ),
    EditorView.clipboardInputFilter.of((pasted, { doc, selection: { main } }) =>
      pasted.slice(0, Math.max(0, most - doc.length + main.to - main.from)),
    ),
  ];
}
