/** Beginning an article, and the list of all. */

import { ILayoutRestorer, JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, showErrorMessage } from '@jupyterlab/apputils';
import { CodeCell } from '@jupyterlab/cells';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { ILauncher } from '@jupyterlab/launcher';
import { NotebookPanel } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { openBesidePage } from '../shared/opening';
import { Refusal } from '../shared/server';
import { articlesIcon, newArticleIcon, newArticlePicture } from './icons';
import { ArticleList } from './list';
import { askChoices, IWish, makeArticle } from './server';
import { askWish } from './wishing';
import { ArticleWords, articleWords } from './words';

const NEW = 'galley:new-article';
const SHOW = 'galley:show-articles';

export const articlesPlugin: JupyterFrontEndPlugin<void> = {
  id: 'galley:articles',
  description: 'Beginning an article, and the list of all.',
  autoStart: true,
  optional: [ITranslator, ICommandPalette, ILauncher, IDefaultFileBrowser, ILayoutRestorer],
  activate
};

function activate(
  app: JupyterFrontEnd,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  launcher: ILauncher | null,
  files: IDefaultFileBrowser | null,
  restorer: ILayoutRestorer | null
): void {
  const speaking = translator ?? nullTranslator;
  const words = articleWords(speaking.languageCode);

  app.commands.addCommand(NEW, {
    label: words.newArticle,
    caption: words.newArticleHint,
    icon: newArticleIcon,
    execute: async args => {
      const folder = String(args.cwd ?? files?.model.path ?? '');
      const path = await beginArticle(folder, words);
      if (path !== null) {
        const opened = await openBesidePage(app, path);
        await (opened && runExample(opened));
      }
    }
  });
  palette?.addItem({ command: NEW, category: 'Galley' });
  // JupyterLab puts categories of its own first, by their names in its own language.
  const category = speaking.load('jupyterlab').__('Notebook');
  launcher?.add({ command: NEW, category, rank: -1, kernelIconUrl: newArticlePicture });

  const list = new ArticleList(words, () => files?.model.path ?? '', {
    begin: () => void app.commands.execute(NEW),
    open: path => void app.commands.execute('docmanager:open', { path }),
    publish: (path, title) => void app.commands.execute('galley:publish', { path, title }),
    exportOne: path => void app.commands.execute('galley:export-file', { path }),
    exportSite: folder => void app.commands.execute('galley:export-site', { folder })
  });
  app.shell.add(list, 'left', { rank: 150 });
  restorer?.add(list, list.id);
  app.commands.addCommand(SHOW, {
    label: words.showArticles,
    icon: articlesIcon,
    execute: () => app.shell.activateById(list.id)
  });
  palette?.addItem({ command: SHOW, category: 'Galley' });
  files?.model.pathChanged.connect(list.refresh, list);
  app.serviceManager.contents.fileChanged.connect(list.onFile, list);
  app.commands.commandExecuted.connect((_, { id, result }) => {
    if (id.startsWith('galley:publish') || id.startsWith('galley:export')) {
      void result.then(() => list.refresh());
    }
  });
}

/** Ask until the article is made, or the author leaves; return its path. */
async function beginArticle(folder: string, words: ArticleWords): Promise<string | null> {
  let wish: IWish | null = null;
  for (;;) {
    try {
      wish = await askWish(await askChoices(folder), words, wish);
      return wish && (await makeArticle(folder, wish));
    } catch (error) {
      const reason = (error instanceof Refusal && error.message) || words.noAnswer;
      await showErrorMessage(words.notMade, reason);
      if (!wish) {
        return null;
      }
    }
  }
}

/** Run the code that a new article has from us, so that its figure is there to be seen. */
async function runExample({ content, sessionContext }: NotebookPanel): Promise<void> {
  await sessionContext.ready;
  for (const cell of content.widgets) {
    if (cell instanceof CodeCell) {
      await CodeCell.execute(cell, sessionContext);
    }
  }
}
