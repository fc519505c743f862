/** What is to be mended in the article, in a panel and in the status bar. */

import {
  ILabShell,
  ILayoutRestorer,
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, WidgetTracker } from '@jupyterlab/apputils';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { LiveArticle } from '../shared/article';
import { ILiveArticle } from '../shared/article_plugin';
import { problemsIcon } from '../shared/icons';
import { Counts } from './counts';
import { ProblemsPanel } from './panel';
import { problemWords } from './words';

const SHOW = 'galley:show-problems';

export const problemsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'galley:problems',
  description: 'What is to be mended in the article.',
  autoStart: true,
  requires: [ILabShell, ILiveArticle],
  optional: [ITranslator, ICommandPalette, ILayoutRestorer, IStatusBar],
  activate
};

function activate(
  app: JupyterFrontEnd,
  shell: ILabShell,
  article: LiveArticle,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  restorer: ILayoutRestorer | null,
  statusBar: IStatusBar | null
): void {
  const words = problemWords((translator ?? nullTranslator).languageCode);
  const panels = new WidgetTracker<ProblemsPanel>({ namespace: 'galley-problems' });

  app.commands.addCommand(SHOW, {
    label: words.showProblems,
    icon: problemsIcon,
    execute: () => {
      if (!panels.currentWidget) {
        const panel = new ProblemsPanel(article, words);
        article.watchFor(panel);
        void panels.add(panel);
        shell.add(panel, 'down');
      }
      shell.activateById('galley-problems');
    }
  });
  palette?.addItem({ command: SHOW, category: 'Galley' });
  void restorer?.restore(panels, { command: SHOW, name: () => 'problems' });
  statusBar?.registerStatusItem('galley:counts', {
    item: new Counts(article, words, () => void app.commands.execute(SHOW)),
    align: 'left',
    rank: 900
  });
}
