import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderOf } from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { limitLength } from './limit-length.ts';
import { type ChipWords, variableChips } from './variable-chips.ts';
import classes from './words-field.module.css';

/** Puts words where the cursor stands in a field, or last stood. */
export interface WordsCursor {
  insert(words: string): void;
  focus(): void;
}

export interface WordsFieldProps {
  readonly name: { readonly label: string } | { readonly labelledBy: string };
  readonly value: string;
  /** One line swallows Enter, and takes pasted lines as one. */
  readonly lines: 'one' | 'many';
  readonly readOnly: boolean;
  readonly invalid?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly chips: ChipWords;
  readonly onChange: (value: string) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly cursor?: Ref<WordsCursor>;
}

/** Text with variables shown as words. The value is Liquid, before and after. */
export function WordsField(props: WordsFieldProps) {
  const { name, value, readOnly, invalid = false, chips, cursor } = props;
  const said = 'label' in name ? name.label : name.labelledBy;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;

  // Made once: from then on the editor itself keeps the text.
  useEffect(() => {
    if (host.current === null) return;
    const made = new EditorView({ parent: host.current, doc: value, extensions: extensionsOf(latest) });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    const { current } = view;
    if (current === null || current.state.doc.toString() === withPlainBreaks(value)) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    view.current?.dispatch({ effects: mayWrite.reconfigure(EditorState.readOnly.of(readOnly)) });
  }, [readOnly]);

  // Selecting what is selected draws the chips anew: their words may arrive late, or in another language.
  useEffect(() => {
    view.current?.dispatch({ selection: view.current.state.selection });
  }, [chips]);

  useEffect(() => {
    view.current?.contentDOM.setAttribute('aria-invalid', String(invalid));
  }, [invalid]);

  // An empty step has the editor read its name anew: blocks are numbered, and may be moved.
  useEffect(() => {
    view.current?.dispatch({});
  }, [said]);

  useImperativeHandle(cursor, () => ({
    insert(words) {
      view.current?.dispatch(view.current.state.replaceSelection(words));
      view.current?.focus();
    },
    focus: () => view.current?.focus(),
  }));

  return <div ref={host} className={classes.field} data-lines={props.lines} data-invalid={invalid || undefined} />;
}

function extensionsOf(latest: { readonly current: WordsFieldProps }): Extension {
  const { lines, readOnly, placeholder, maxLength } = latest.current;
  return [
    history(),
    EditorView.lineWrapping,
    variableChips({
      title: (variable) => latest.current.chips.title(variable),
      about: (variable) => latest.current.chips.about(variable),
    }),
    lines === 'one' ? oneLine : [],
    maxLength === undefined ? [] : limitLength(maxLength),
    placeholder === undefined ? [] : placeholderOf(placeholder),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    mayWrite.of(EditorState.readOnly.of(readOnly)),
    EditorView.contentAttributes.of(() => ({
      ...namedBy(latest.current.name),
      'aria-multiline': String(lines === 'many'),
      'aria-readonly': String(latest.current.readOnly),
      spellcheck: 'true',
      tabindex: '0',
    })),
    EditorView.updateListener.of(({ docChanged, state }) => {
      const words = state.doc.toString();
      if (docChanged && words !== withPlainBreaks(latest.current.value)) latest.current.onChange(words);
    }),
    EditorView.domEventHandlers({
      focus: () => latest.current.onFocus?.(),
      blur: () => latest.current.onBlur?.(),
    }),
  ];
}

const mayWrite = new Compartment();

/** As the editor keeps them: a text from elsewhere may end its lines otherwise, and is not changed for that. */
function withPlainBreaks(words: string): string {
  return words.replace(/\r\n?/g, '\n');
}

function namedBy(name: WordsFieldProps['name']): Record<string, string> {
  return 'label' in name ? { 'aria-label': name.label } : { 'aria-labelledby': name.labelledBy };
}

const oneLine: Extension = [
  Prec.high(keymap.of([{ key: 'Enter', run: () => true }])),
  EditorView.clipboardInputFilter.of((pasted) => pasted.replace(/\s*[\r\n]+\s*/g, ' ')),
];
