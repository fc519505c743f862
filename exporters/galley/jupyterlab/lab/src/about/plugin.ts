/** What an article says about itself, as a form. */

import { ILabShell, ILayoutRestorer, JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { LiveArticle } from '../shared/article';
import { ILiveArticle } from '../shared/article_plugin';
import { aboutIcon } from './icons';
import { AboutPanel } from './panel';
import { aboutWords } from './words';

const SHOW = 'galley:show-about';

export const aboutPlugin: JupyterFrontEndPlugin<void> = {
  id: 'galley:about',
  description: 'What an article says about itself, as a form.',
  autoStart: true,
  requires: [ILabShell, ILiveArticle],
  optional: [ITranslator, ICommandPalette, ILayoutRestorer],
  activate
};

function activate(
  app: JupyterFrontEnd,
  shell: ILabShell,
  article: LiveArticle,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  restorer: ILayoutRestorer | null
): void {
  const words = aboutWords((translator ?? nullTranslator).languageCode);
  const panel = new AboutPanel(article, words);
  shell.add(panel, 'right', { rank: 90 });
  restorer?.add(panel, panel.id);
  app.commands.addCommand(SHOW, {
    label: words.showAbout,
    icon: aboutIcon,
    execute: () => shell.activateById(panel.id)
  });
  palette?.addItem({ command: SHOW, category: 'Galley' });
}
