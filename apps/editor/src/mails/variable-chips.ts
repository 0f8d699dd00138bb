import { type EditorState, type Extension, type Range, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, WidgetType } from '@codemirror/view';
import { findMailVariables, type MailVariable } from '@sodate/journey/graph/mail-variables';

export interface ChipWords {
  /** What the chip says; nothing where there is no variable of this name. */
  title(variable: MailVariable): string | undefined;
  /** What it means in full, shown when one points at it. */
  about(variable: MailVariable): string;
}

class Chip extends WidgetType {
  readonly words: string;
  readonly about: string;
  readonly known: boolean;

  constructor({ words, about, known }: { words: string; about: string; known: boolean }) {
    super();
    this.words = words;
    this.about = about;
    this.known = known;
  }

  override eq(other: Chip): boolean {
    return other.words === this.words && other.about === this.about && other.known === this.known;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = 'variable-chip';
    chip.textContent = this.words;
    chip.title = this.about;
    if (!this.known) chip.dataset.unknown = '';
    return chip;
  }

  /** A double click must reach the field, which opens the chip. */
  override ignoreEvent(): boolean {
    return false;
  }
}

/**
 * Shows the variables of a text as words, each as one letter to cursor and Backspace. The text stays the Liquid it is:
 * so it is copied, and what is pasted turns into chips again. A double click, or F2 beside one, opens what it stands for.
 */
export function variableChips({ title, about }: ChipWords): Extension {
  const draw = (state: EditorState): DecorationSet => {
    const { from: start, to: end } = state.selection.main;
    const chips = findMailVariables(state.doc.toString()).flatMap((variable): Range<Decoration>[] => {
      // Open while the cursor stands inside.
      if (start > variable.from && end < variable.to) return [];
      const words = title(variable);
      const widget = new Chip({ words: words ?? variable.name, about: about(variable), known: words !== undefined });
      return [Decoration.replace({ widget }).range(variable.from, variable.to)];
    });
    return Decoration.set(chips);
  };
  const field = StateField.define<DecorationSet>({
    create: draw,
    update: (chips, { docChanged, selection, state }) => (docChanged || selection !== undefined ? draw(state) : chips),
    provide: (own) => [
      EditorView.decorations.from(own),
      EditorView.atomicRanges.of((view) => view.state.field(own, false) ?? Decoration.none),
    ],
  });
  return [field, opensByDoubleClick, keymap.of([{ key: 'F2', run: openBeside }])];
}

const opensByDoubleClick = EditorView.domEventHandlers({
  dblclick(event, view) {
    if (!(event.target instanceof Element) || event.target.closest('.variable-chip') === null) return false;
    const chip = event.target.closest('.variable-chip') ?? event.target;
    const place = view.posAtDOM(chip);
    return open({ view, variable: variablesOf(view).find(({ from, to }) => from <= place && place <= to) });
  },
});

function openBeside(view: EditorView): boolean {
  const { head } = view.state.selection.main;
  return open({ view, variable: variablesOf(view).find(({ from, to }) => from === head || to === head) });
}

function variablesOf(view: EditorView): readonly MailVariable[] {
  return findMailVariables(view.state.doc.toString());
}

/** Selects what one would change: the words for readers whose own are not known, else the name. */
function open({ view, variable }: { view: EditorView; variable: MailVariable | undefined }): boolean {
  if (variable === undefined || view.state.readOnly) return false;
  const { from, to, name, fallback } = variable;
  const source = view.state.sliceDoc(from, to);
  const wanted = fallback === undefined || fallback === '' ? name : fallback;
  const anchor = from + source.lastIndexOf(wanted);
  view.dispatch({ selection: { anchor, head: anchor + wanted.length } });
  return true;
}
