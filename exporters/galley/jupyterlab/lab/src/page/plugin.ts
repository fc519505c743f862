/** The page beside the notebook. */

import {
  ILabShell,
  ILayoutRestorer,
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, IThemeManager, WidgetTracker } from '@jupyterlab/apputils';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { LiveArticle } from '../shared/article';
import { ILiveArticle } from '../shared/article_plugin';
import { pageIcon } from '../shared/icons';
import { ILook, PagePanel } from './panel';
import { pageWords } from './words';

const ID = 'galley:page';
const SHOW = 'galley:show-page';

export const pagePlugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'The page that readers will see, beside the notebook.',
  autoStart: true,
  requires: [ILabShell, ILiveArticle, IStateDB],
  optional: [ITranslator, ICommandPalette, ILayoutRestorer, IThemeManager],
  activate
};

function activate(
  app: JupyterFrontEnd,
  shell: ILabShell,
  article: LiveArticle,
  memory: IStateDB,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  restorer: ILayoutRestorer | null,
  themes: IThemeManager | null
): void {
  const words = pageWords((translator ?? nullTranslator).languageCode);
  const look: ILook = { kind: 'page', width: 'panel' };
  const looked = memory.fetch(ID).then(kept => Object.assign(look, kept));
  const panels = new WidgetTracker<PagePanel>({ namespace: 'galley-page' });

  app.commands.addCommand(SHOW, {
    label: words.showPage,
    caption: words.showPageHint,
    icon: pageIcon,
    execute: async () => {
      await looked;
      const shown = panels.currentWidget;
      if (shown) {
        return shell.activateById(shown.id);
      }
      const panel = new PagePanel(article, words, look, chosen => {
        void memory.save(ID, { ...chosen });
      });
      themes?.themeChanged.connect(panel.onTheme, panel);
      article.watchPageFor(panel);
      void panels.add(panel);
      const ref = article.panel?.id;
      shell.add(panel, 'main', ref ? { mode: 'split-right', ref, activate: false } : {});
    }
  });
  palette?.addItem({ command: SHOW, category: 'Galley' });
  void restorer?.restore(panels, { command: SHOW, name: () => 'page' });
}
