/** The page and its problems beside the notebook: what JupyterLab is given. */

import {
  ILabShell,
  ILayoutRestorer,
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, IThemeManager, WidgetTracker } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStateDB } from '@jupyterlab/statedb';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { LiveArticle } from './article';
import { Counts } from './counts';
import { pageIcon, problemsIcon } from './icons';
import { ILook, PagePanel } from './page';
import { ProblemsPanel } from './problems';
import { wordsFor } from './words';

const ID = 'galley:plugin';
const SHOW_PAGE = 'galley:show-page';
const SHOW_PROBLEMS = 'galley:show-problems';

const plugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'The page and its problems, beside the notebook.',
  autoStart: true,
  requires: [ILabShell, INotebookTracker, IStateDB],
  optional: [
    ITranslator,
    ICommandPalette,
    ILayoutRestorer,
    IStatusBar,
    IThemeManager,
    ISettingRegistry
  ],
  activate
};

export default plugin;

async function activate(
  app: JupyterFrontEnd,
  shell: ILabShell,
  notebooks: INotebookTracker,
  memory: IStateDB,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  restorer: ILayoutRestorer | null,
  statusBar: IStatusBar | null,
  themes: IThemeManager | null,
  settings: ISettingRegistry | null
): Promise<void> {
  const words = wordsFor((translator ?? nullTranslator).languageCode);
  const article = new LiveArticle(notebooks);
  const look: ILook = { width: 'panel' };
  const looked = memory.fetch(ID).then(kept => Object.assign(look, kept));

  const pages = new WidgetTracker<PagePanel>({ namespace: 'galley-page' });
  const problems = new WidgetTracker<ProblemsPanel>({ namespace: 'galley-problems' });
  const watch = (): void => {
    article.isWatched = pages.size + problems.size > 0;
  };

  app.commands.addCommand(SHOW_PAGE, {
    label: words.showPage,
    caption: words.showPageHint,
    icon: pageIcon,
    execute: async () => {
      await looked;
      const shown = pages.currentWidget;
      if (shown) {
        return shell.activateById(shown.id);
      }
      const panel = new PagePanel(article, words, look, chosen => {
        void memory.save(ID, { ...chosen });
      });
      themes?.themeChanged.connect(panel.onTheme, panel);
      track(pages, panel);
      const ref = notebooks.currentWidget?.id;
      shell.add(panel, 'main', ref ? { mode: 'split-right', ref, activate: false } : {});
    }
  });

  app.commands.addCommand(SHOW_PROBLEMS, {
    label: words.showProblems,
    icon: problemsIcon,
    execute: () => {
      if (!problems.currentWidget) {
        const panel = new ProblemsPanel(article, words);
        track(problems, panel);
        shell.add(panel, 'down');
      }
      shell.activateById('galley-problems');
    }
  });

  function track<T extends Widget>(tracker: WidgetTracker<T>, panel: T): void {
    void tracker.add(panel);
    panel.disposed.connect(watch);
    watch();
  }

  for (const command of [SHOW_PAGE, SHOW_PROBLEMS]) {
    palette?.addItem({ command, category: 'Galley' });
  }
  void restorer?.restore(pages, { command: SHOW_PAGE, name: () => 'page' });
  void restorer?.restore(problems, { command: SHOW_PROBLEMS, name: () => 'problems' });
  statusBar?.registerStatusItem('galley:counts', {
    item: new Counts(article, words, () => void app.commands.execute(SHOW_PROBLEMS)),
    align: 'left',
    rank: 900
  });
  // The schema says where the commands stand in toolbars and menus.
  await settings?.load(ID);
}
