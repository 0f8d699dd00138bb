import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { useText } from '../language/use-text.ts';
import { mjmlTags } from './mjml-tags.ts';
import type { MailPreviewData } from './use-mail-preview.ts';

const colours = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--accent)' },
  { tag: tags.attributeName, color: 'var(--decision)' },
  { tag: [tags.attributeValue, tags.string], color: 'var(--trigger)' },
  { tag: tags.comment, color: 'var(--ink-3)' },
]);

const look = EditorView.theme({
  '&': { fontSize: '13px', backgroundColor: 'var(--surface)', color: 'var(--ink)', height: '100%' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.65' },
  '.cm-gutters': { backgroundColor: 'var(--surface-2)', color: 'var(--ink-3)', borderColor: 'var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--hover)' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', borderColor: 'var(--line-strong)', color: 'var(--ink)' },
});

/** The body as MJML, with line numbers, completion of tags, and problems marked at their lines. */
export function MjmlField({
  labelledBy,
  value,
  problems,
  readOnly,
  onChange,
  onReady,
}: {
  labelledBy: string;
  value: string;
  problems: MailPreviewData['problems'];
  readOnly: boolean;
  onChange: (value: string) => void;
  onReady: (view: EditorView | null) => void;
}) {
  const asText = useText();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const report = useRef(onChange);
  report.current = onChange;

  // Made once: from then on the editor itself keeps the text.
  useEffect(() => {
    if (host.current === null) return;
    const made = new EditorView({
      parent: host.current,
      doc: value,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        html({ extraTags: mjmlTags }),
        autocompletion(),
        syntaxHighlighting(colours),
        look,
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({ 'aria-labelledby': labelledBy, spellcheck: 'false', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) report.current(update.state.doc.toString());
        }),
      ],
    });
    view.current = made;
    onReady(made);
    return () => {
      onReady(null);
      made.destroy();
    };
  }, []);

  useEffect(() => {
    const { current } = view;
    if (current === null) return;
    const { doc } = current.state;
    const marks = problems.flatMap(({ field, line, severity, unwritten = false, message }): Diagnostic[] => {
      if (field !== 'body' || line === undefined || line > doc.lines) return [];
      const { from, to } = doc.line(line);
      return [{ from, to, severity: unwritten ? 'info' : severity, message: asText(message) }];
    });
    current.dispatch(setDiagnostics(current.state, marks));
  }, [problems, asText]);

  return (
    <div
      ref={host}
      style={{
        height: 460,
        border: '1px solid var(--line-control)',
        overflow: 'hidden',
        borderRadius: 'var(--r-control)',
      }}
    />
  );
}
