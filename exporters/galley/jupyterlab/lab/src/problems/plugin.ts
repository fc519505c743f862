/** What is to be mended in the article: in a panel, in the text, and in the status bar. */

import {
  ILabShell,
  ILayoutRestorer,
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, Notification, WidgetTracker } from '@jupyterlab/apputils';
import { EditorExtensionRegistry, IEditorExtensionRegistry } from '@jupyterlab/codemirror';
import { IStateDB } from '@jupyterlab/statedb';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';

import { LiveArticle } from '../shared/article';
import { ILiveArticle } from '../shared/article_plugin';
import { problemsIcon } from '../shared/icons';
import { IFinding } from '../shared/server';
import { Announcer } from './announcer';
import { Counts } from './counts';
import { isCell, Marks } from './marks';
import { ProblemsPanel } from './panel';
import { SideMarks } from './side_marks';
import { underlining } from './underlines';
import { Walk } from './walk';
import { problemWords, ProblemWords, severityWord } from './words';

const ID = 'galley:problems';
const SHOW = 'galley:show-problems';
const NEXT = 'galley:next-problem';
const PREVIOUS = 'galley:previous-problem';
const MEND = 'galley:mend-problem';
const MARK = 'galley:mark-problems';

export const problemsPlugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'What is to be mended in the article.',
  autoStart: true,
  requires: [ILabShell, ILiveArticle, IEditorExtensionRegistry, IStateDB],
  optional: [ITranslator, ICommandPalette, ILayoutRestorer, IStatusBar],
  activate
};

function activate(
  app: JupyterFrontEnd,
  shell: ILabShell,
  article: LiveArticle,
  editors: IEditorExtensionRegistry,
  memory: IStateDB,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  restorer: ILayoutRestorer | null,
  statusBar: IStatusBar | null
): void {
  const { commands } = app;
  const words = problemWords((translator ?? nullTranslator).languageCode);
  const panels = new WidgetTracker<ProblemsPanel>({ namespace: 'galley-problems' });
  // One that was opened just now is not yet the current one.
  const opened = (): ProblemsPanel | undefined => panels.find(() => true);
  const marks = new Marks(article);
  const openFile = (path: string): void => void commands.execute('docmanager:open', { path });

  commands.addCommand(SHOW, {
    label: words.showProblems,
    icon: problemsIcon,
    execute: () => {
      if (!opened()) {
        const panel = new ProblemsPanel(article, words, openFile);
        article.watchFor(panel);
        void panels.add(panel);
        shell.add(panel, 'down');
        marks.isListOpen = true;
        panel.disposed.connect(() => (marks.isListOpen = false));
      }
      shell.activateById('galley-problems');
    }
  });
  const reveal = async (finding: IFinding, isMended = false): Promise<void> => {
    await commands.execute(SHOW);
    opened()?.reveal(finding.key, isMended);
  };
  marks.actions = {
    mend: finding => void reveal(finding, true),
    showInList: finding => void reveal(finding)
  };
  addWalking(commands, new Walk(article), words, finding => void reveal(finding, true));
  addMarking(commands, marks, memory, words);
  new SideMarks(article, marks, words);
  editors.addExtension({
    name: 'galley:problems',
    factory: ({ model }) =>
      isCell(model)
        ? EditorExtensionRegistry.createImmutableExtension(underlining(model, marks, words))
        : null
  });
  for (const command of [SHOW, NEXT, PREVIOUS, MEND, MARK]) {
    palette?.addItem({ command, category: 'Galley' });
  }
  void restorer?.restore(panels, { command: SHOW, name: () => 'problems' });
  statusBar?.registerStatusItem('galley:counts', {
    item: new Counts(article, words, () => void commands.execute(SHOW)),
    align: 'left',
    rank: 900
  });
}

/** Go from problem to problem, and mend the one at the cursor. */
function addWalking(
  commands: CommandRegistry,
  walk: Walk,
  words: ProblemWords,
  mend: (finding: IFinding) => void
): void {
  const announcer = new Announcer();
  const go = async (step: 1 | -1): Promise<void> => {
    const finding = await walk.go(step);
    if (finding) {
      const { severity, message, fix } = finding;
      const told = fix && ` ${words.fix}: ${fix}`;
      announcer.say(`${severityWord(severity, words)}: ${message}.${told}`);
    } else if (walk.isReady) {
      Notification.info(words.noMoreProblems, { autoClose: 3000 });
    }
  };
  commands.addCommand(NEXT, { label: words.nextProblem, execute: () => go(1) });
  commands.addCommand(PREVIOUS, { label: words.previousProblem, execute: () => go(-1) });
  commands.addCommand(MEND, {
    label: words.mendHere,
    execute: () => {
      const finding = walk.here();
      if (finding) {
        mend(finding);
      }
    }
  });
}

/** Mark problems in the text, or not; remembered for the next time. */
function addMarking(
  commands: CommandRegistry,
  marks: Marks,
  memory: IStateDB,
  words: ProblemWords
): void {
  const key = `${ID}:marks`;
  void memory.fetch(key).then(kept => {
    marks.areShown = kept !== false;
    commands.notifyCommandChanged(MARK);
  });
  commands.addCommand(MARK, {
    label: words.markProblems,
    isToggled: () => marks.areShown,
    isToggleable: true,
    execute: () => {
      marks.areShown = !marks.areShown;
      commands.notifyCommandChanged(MARK);
      return memory.save(key, marks.areShown);
    }
  });
}
