import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export type JsonEditorHandle = {
	/** Replaces the text, unless it is the same already. */
	setText(text: string): void;
	/** Marks the line (from 1) on which the text stops being JSON. */
	setFaultLine(line: number | undefined): void;
	focus(): void;
	destroy(): void;
};

const setFault = StateEffect.define<number | undefined>();
const faultLine = Decoration.line({ class: "cm-fault" });
const fault = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(marks, transaction) {
		let next = marks.map(transaction.changes);
		for (const effect of transaction.effects)
			if (effect.is(setFault)) {
				const { doc } = transaction.state;
				next = effect.value === undefined || effect.value > doc.lines ? Decoration.none : Decoration.set(faultLine.range(doc.line(effect.value).from));
			}
		return next;
	},
	provide: (field) => EditorView.decorations.from(field),
});

const colours = HighlightStyle.define([
	{ tag: tags.propertyName, color: "var(--text-1)" },
	{ tag: tags.string, color: "var(--json-string)" },
	{ tag: tags.number, color: "var(--json-number)" },
	{ tag: [tags.bool, tags.null], color: "var(--json-literal)" },
	{ tag: [tags.separator, tags.squareBracket, tags.brace, tags.punctuation], color: "var(--text-3)" },
]);

const look = EditorView.theme({
	"&": { height: "100%", color: "var(--text-1)", backgroundColor: "var(--surface-1)" },
	"&.cm-focused": { outline: "none" },
	".cm-scroller": {
		fontFamily: "var(--stack-mono)",
		fontSize: "11px",
		lineHeight: "18px",
		scrollbarWidth: "thin",
		scrollbarColor: "var(--line-2) transparent",
	},
	".cm-content": { padding: "6px 0", caretColor: "var(--accent-text)" },
	".cm-gutters": { backgroundColor: "transparent", color: "var(--text-3)", border: "none", minWidth: "34px" },
	".cm-lineNumbers .cm-gutterElement": { padding: "0 6px 0 8px" },
	".cm-fault": { backgroundColor: "var(--error-soft)" },
	"&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection": { backgroundColor: "var(--accent-line) !important" },
	"&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--surface-3)", outline: "1px solid var(--line-2)" },
});

// ⌘↵ runs the tool, which the pane around the editor listens for
const keys = defaultKeymap.filter(({ key }) => key !== "Mod-Enter");

/** An editor for JSON text in a shadow root, where its styles are adopted sheets: the page's policy refuses style elements. Tab leaves it. */
export function createJsonEditor(root: ShadowRoot, options: { text: string; label: string; onChange: (text: string) => void }): JsonEditorHandle {
	let isOurs = false;
	// texts that were told and have not come back: one that comes back late must not undo what was typed since
	let told: string[] = [];
	const view = new EditorView({
		root,
		parent: root,
		state: EditorState.create({
			doc: options.text,
			extensions: [
				lineNumbers(),
				history(),
				json(),
				bracketMatching(),
				indentOnInput(),
				syntaxHighlighting(colours),
				EditorView.lineWrapping,
				look,
				fault,
				EditorView.contentAttributes.of({ "aria-label": options.label, spellcheck: "false" }),
				keymap.of([...keys, ...historyKeymap]),
				EditorView.updateListener.of((update) => {
					if (!update.docChanged || isOurs) return;
					const text = update.state.doc.toString();
					told.push(text);
					options.onChange(text);
				}),
			],
		}),
	});
	return {
		setText(text) {
			const echo = told.lastIndexOf(text);
			told = told.slice(echo + 1);
			if (echo >= 0 || view.state.doc.toString() === text) return;
			isOurs = true;
			view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
			isOurs = false;
		},
		setFaultLine: (line) => view.dispatch({ effects: setFault.of(line) }),
		focus: () => view.focus(),
		destroy: () => view.destroy(),
	};
}
