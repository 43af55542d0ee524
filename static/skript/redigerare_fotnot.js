// A footnote is written in the text where its mark will stand, as a run that one can type
// in. Arrows and Escape lead in and out of it; each note has a number of its own, so that
// two beside each other stay two. Without this there is no editor.
let senaste = 0;

const noten = (marken) => marken.find((m) => m.type.name === "fotnot");
const utan = (marken) => marken.filter((m) => m.type.name !== "fotnot");
const vid = (state) => state.storedMarks || state.selection.$from.marks();
const granne = (nod) => (nod ? noten(nod.marks) : undefined);

// Returns the note that one writes in, or undefined.
export const nu = (state) => noten(vid(state));

// Returns where the run of `not` that touches $pos begins and ends, or undefined.
function omfang($pos, not) {
  const lopor = [];
  $pos.parent.forEach((nod, plats) => {
    if (!not.isInSet(nod.marks)) return;
    const fran = $pos.start() + plats;
    if (lopor.at(-1)?.till === fran) lopor.at(-1).till += nod.nodeSize;
    else lopor.push({ fran, till: fran + nod.nodeSize });
  });
  return lopor.find(({ fran, till }) => fran <= $pos.pos && $pos.pos <= till);
}

// Leads out of the note to its right; a note without words is gone.
function lamna({ TextSelection }) {
  return ({ state, tr, dispatch }) => {
    const not = nu(state);
    if (!not) return false;
    if (!dispatch) return true;
    const lopa = omfang(state.selection.$from, not);
    if (lopa) tr.setSelection(TextSelection.create(tr.doc, lopa.till));
    tr.setStoredMarks(utan(vid(state)));
    return true;
  };
}

// Begins a note after what is selected, or leaves the one that one is in.
function fotnoten({ TextSelection }) {
  return ({ state, tr, dispatch, commands }) => {
    if (nu(state)) return commands.lamnaFotnot();
    const { $to } = state.selection;
    if (!$to.parent.inlineContent) return false;
    if (!dispatch) return true;
    senaste += 1;
    tr.setSelection(TextSelection.create(tr.doc, $to.pos));
    tr.setStoredMarks([state.schema.marks.fotnot.create({ nr: senaste })]);
    return true;
  };
}

// At a note's edge an arrow first steps over the edge, then on: `at` is 1 or -1.
function stega(editor, at) {
  const { state } = editor;
  const { empty, $from } = state.selection;
  if (!empty) return false;
  const [framfor, bakom] = at > 0 ? [$from.nodeAfter, $from.nodeBefore] : [$from.nodeBefore, $from.nodeAfter];
  const not = nu(state);
  if (not && !(framfor && not.isInSet(framfor.marks))) return sattMarken(editor, utan(vid(state)));
  const nasta = granne(framfor);
  if (not || !nasta || (bakom && nasta.isInSet(bakom.marks))) return false;
  return sattMarken(editor, framfor.marks);
}

function sattMarken(editor, marken) {
  editor.view.dispatch(editor.state.tr.setStoredMarks(marken));
  return true;
}

// Whoever comes to a note's edge from outside, or by a leap (End, a click), stays outside.
function stannaUtanfor(forandringar, fore, efter) {
  if (!forandringar.some((tr) => tr.selectionSet || tr.docChanged)) return null;
  const { empty, $from } = efter.selection;
  if (!empty || efter.storedMarks) return null;
  const not = nu(efter);
  const steg = Math.abs($from.pos - fore.selection.from);
  const skrev = forandringar.some((tr) => tr.docChanged);
  if (!not || (nu(fore)?.eq(not) && (skrev || steg < 2))) return null;
  const { fran, till } = omfang($from, not);
  if (fran < $from.pos && $from.pos < till) return null;
  return efter.tr.setStoredMarks(utan(vid(efter)));
}

// Shows which note one is in, and a new one that has no words yet.
function visad(state, { Decoration, DecorationSet }) {
  const not = nu(state);
  if (!not) return null;
  const { $from, empty } = state.selection;
  const lopa = omfang($from, not);
  if (lopa) return DecorationSet.create(state.doc, [Decoration.inline(lopa.fran, lopa.till, { class: "fotnot-nu" })]);
  if (!empty) return null;
  const tom = document.createElement("span");
  tom.className = "fotnot fotnot-tom";
  return DecorationSet.create(state.doc, [Decoration.widget($from.pos, tom, { side: -1, key: `not-${not.attrs.nr}` })]);
}

// What is pasted into a note becomes words of the note. Answers whether it did.
export function klistraINot(editor, snitt) {
  const { state, view } = editor;
  if (!nu(state)) return false;
  const ord = snitt.content.textBetween(0, snitt.content.size, " ").trim();
  view.dispatch(state.tr.insertText(ord).scrollIntoView());
  return true;
}

export function fotnot(motor) {
  const { Plugin, PluginKey, TextSelection } = motor.pm.state;
  return motor.Mark.create({
    name: "fotnot",
    priority: 1100, // outside all other marks, else a bold word would cut the note in two
    keepOnSplit: false,
    addAttributes: () => ({
      nr: { default: null, rendered: false, parseHTML: () => { senaste += 1; return senaste; } },
    }),
    parseHTML: () => [{ tag: "span.fotnot" }],
    renderHTML: () => ["span", { class: "fotnot" }, 0],
    addCommands: () => ({
      fotnot: () => fotnoten({ TextSelection }),
      lamnaFotnot: () => lamna({ TextSelection }),
    }),
    addKeyboardShortcuts() {
      const gor = () => this.editor.commands;
      const tomNot = () => {
        const { $from, empty } = this.editor.state.selection;
        const not = empty && nu(this.editor.state);
        return not && !omfang($from, not) && gor().lamnaFotnot();
      };
      return {
        "Mod-Alt-f": () => gor().fotnot(),
        Enter: () => gor().lamnaFotnot(),
        "Shift-Enter": () => gor().lamnaFotnot(),
        Escape: () => gor().lamnaFotnot(),
        Backspace: tomNot,
        Delete: tomNot,
        ArrowRight: () => stega(this.editor, 1),
        ArrowLeft: () => stega(this.editor, -1),
      };
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey("fotnot"),
        appendTransaction: stannaUtanfor,
        props: { decorations: (state) => visad(state, motor.pm.view) },
      }),
    ],
  });
}
