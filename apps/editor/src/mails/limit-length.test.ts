import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect, it } from 'vitest';
import { limitLength } from './limit-length.ts';

function open(doc: string, selected = 0): EditorState {
  const selection = { anchor: doc.length - selected, head: doc.length };
  return EditorState.create({ doc, selection, extensions: limitLength(10) });
}

function typed(state: EditorState, words: string): string {
  return state.update(state.replaceSelection(words)).newDoc.toString();
}

function pasted(state: EditorState, words: string): string {
  return state.facet(EditorView.clipboardInputFilter).reduce((text, filter) => filter(text, state), words);
}

it('takes no more than it has room for', () => {
  expect(typed(open('123456789'), 'x')).toBe('123456789x');
  expect(typed(open('1234567890'), 'x')).toBe('1234567890');
});

it('cuts what is pasted to the room there is, that of the selection too', () => {
  expect(pasted(open('1234567'), 'abcdef')).toBe('abc');
  expect(pasted(open('1234567', 7), 'abcdefghijklm')).toBe('abcdefghij');
  expect(pasted(open('123456789012'), 'abc')).toBe('');
});

it('lets a text that came too long be shortened step by step', () => {
  expect(typed(open('123456789012345', 1), '')).toBe('12345678901234');
  expect(typed(open('123456789012345'), 'x')).toBe('123456789012345');
});
