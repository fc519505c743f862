/** Figures of the library: a gallery, and the settings of the one in the chosen cell. */

import {
  ILabShell,
  ILayoutRestorer,
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, IThemeManager } from '@jupyterlab/apputils';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { LiveArticle } from '../shared/article';
import { ILiveArticle } from '../shared/article_plugin';
import { figuresIcon } from './icon';
import { FiguresPanel } from './panel';
import { figureWords } from './words';

const SHOW = 'galley:show-figures';
const RANK = 250;

export const figuresPlugin: JupyterFrontEndPlugin<void> = {
  id: 'galley:figures',
  description: 'Figures to insert, and the settings of the figure in the chosen cell.',
  autoStart: true,
  requires: [ILabShell, ILiveArticle],
  optional: [ITranslator, ICommandPalette, ILayoutRestorer, IThemeManager],
  activate
};

function activate(
  app: JupyterFrontEnd,
  shell: ILabShell,
  article: LiveArticle,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  restorer: ILayoutRestorer | null,
  themes: IThemeManager | null
): void {
  const words = figureWords((translator ?? nullTranslator).languageCode);
  const panel = new FiguresPanel(article, words);
  themes?.themeChanged.connect(panel.onTheme, panel);
  shell.add(panel, 'right', { rank: RANK });
  restorer?.add(panel, panel.id);
  app.commands.addCommand(SHOW, {
    label: words.showFigures,
    caption: words.showFiguresHint,
    icon: figuresIcon,
    execute: () => shell.activateById(panel.id)
  });
  palette?.addItem({ command: SHOW, category: 'Galley' });
}
