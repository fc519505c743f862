/** Publishing an article, and making the whole site. */

import { ILabShell, JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Dialog, ICommandPalette, InputDialog, showDialog, WidgetTracker } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { IMainMenu } from '@jupyterlab/mainmenu';
import { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { changeAbout, firstCell } from '../about/editing';
import { LiveArticle } from '../shared/article';
import { ILiveArticle } from '../shared/article_plugin';
import { goToCell } from '../shared/cells';
import { Refusal } from '../shared/server';
import { nameFormat } from './menu';
import { mayLeave } from './looking';
import { PublishingPanel } from './panel';
import { Publisher } from './publisher';
import { askTarget, fileUrl, IBuild } from './server';
import { PublishingWords, publishingWords } from './words';

const PUBLISH = 'galley:publish';
const EXPORT = 'galley:export';
const EXPORT_FILE = 'galley:export-file';
const EXPORT_SITE = 'galley:export-site';

export const publishingPlugin: JupyterFrontEndPlugin<void> = {
  id: 'galley:publishing',
  description: 'Publishing an article, and making the whole site.',
  autoStart: true,
  requires: [ILabShell, ILiveArticle, INotebookTracker],
  optional: [ITranslator, ICommandPalette, IDefaultFileBrowser, IMainMenu],
  activate
};

function activate(
  app: JupyterFrontEnd,
  shell: ILabShell,
  article: LiveArticle,
  notebooks: INotebookTracker,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  files: IDefaultFileBrowser | null,
  mainMenu: IMainMenu | null
): void {
  const words = publishingWords((translator ?? nullTranslator).languageCode);
  const desk = new Desk(app, shell, notebooks, words);
  const openPath = (): string | null => article.panel?.context.path ?? null;

  // It has no icon, so that its word stands in the toolbar.
  app.commands.addCommand(PUBLISH, {
    label: words.publish,
    caption: words.publishHint,
    isEnabled: args => Boolean(args.path ?? openPath()),
    execute: async args => {
      const path = (args.path as string | undefined) ?? openPath();
      if (path) {
        await desk.publish(path, String(args.title ?? ''));
      }
    }
  });
  app.commands.addCommand(EXPORT, {
    label: words.export,
    caption: words.exportHint,
    execute: () => desk.exportWhat(openPath(), files?.model.path ?? '')
  });
  // For the list of articles, which says itself what is meant.
  app.commands.addCommand(EXPORT_FILE, {
    label: words.exportFile,
    execute: args => desk.exportFile(String(args.path))
  });
  app.commands.addCommand(EXPORT_SITE, {
    label: words.exportSite,
    execute: args => desk.makeSite(String(args.folder ?? ''))
  });
  palette?.addItem({ command: PUBLISH, category: 'Galley' });
  palette?.addItem({ command: EXPORT, category: 'Galley' });
  article.changed.connect(() => app.commands.notifyCommandChanged(PUBLISH));
  const name = (): void => {
    notebooks.widgetAdded.disconnect(name);
    void (mainMenu && nameFormat(mainMenu, words.format));
  };
  notebooks.widgetAdded.connect(name);
}

/** What an author does with an article that is done. */
class Desk {
  constructor(
    private readonly app: JupyterFrontEnd,
    private readonly shell: ILabShell,
    private readonly notebooks: INotebookTracker,
    private readonly words: PublishingWords
  ) {}

  async publish(path: string, title: string): Promise<void> {
    await this.save(path);
    if (!(await this.mayBeSent(path))) {
      return;
    }
    this.show();
    const name = title || this.titleOf(path);
    let ended = await this.publisher.run({ article: path, send: true }, name);
    if (ended?.state === 'draft' && (await this.takeMarkAway(path))) {
      ended = await this.publisher.run({ article: path, send: true }, name);
    }
    if (ended?.state === 'look' && (await mayLeave(ended.message ?? '', this.words))) {
      await this.publisher.run({ article: path, send: true, looked: true }, name);
    }
  }

  async exportWhat(path: string | null, folder: string): Promise<void> {
    const { words } = this;
    const choices = path ? [words.exportFile, words.exportSite] : [words.exportSite];
    const answer = await InputDialog.getItem({
      title: words.exportTitle,
      items: choices,
      current: 0,
      okLabel: words.exportIt,
      cancelLabel: words.cancel
    });
    if (!answer.button.accept || answer.value === null) {
      return;
    }
    if (path && answer.value === words.exportFile) {
      await this.exportFile(path);
    } else {
      await this.makeSite(path ? PathExt.dirname(path) : folder);
    }
  }

  async exportFile(path: string): Promise<void> {
    await this.save(path);
    window.open(fileUrl(path), '_blank', 'noopener');
  }

  async makeSite(folder: string): Promise<void> {
    this.folder = folder;
    const open: NotebookPanel[] = [];
    this.notebooks.forEach(panel => open.push(panel));
    await Promise.all(open.map(panel => this.save(panel.context.path)));
    this.show();
    await this.publisher.run({ folder, send: false }, '');
  }

  private show(): void {
    if (!this.panels.currentWidget) {
      const panel = new PublishingPanel(this.publisher, this.words, {
        goTo: (file, cell, line) => void this.goTo(file, cell, line),
        again: build => void this.again(build)
      });
      void this.panels.add(panel);
      this.shell.add(panel, 'down');
    }
    this.shell.activateById('galley-publishing');
  }

  private again(build: IBuild): Promise<void> {
    return build.article
      ? this.publish(build.article, this.publisher.title)
      : this.makeSite(this.folder);
  }

  /** Ask before anything leaves this computer. */
  private async mayBeSent(path: string): Promise<boolean> {
    const { words } = this;
    let target = '';
    try {
      target = await askTarget(PathExt.dirname(path));
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      // Publishing meets the same, and says where it stands.
    }
    if (!target) {
      return true;
    }
    const answer = await showDialog({
      title: words.sendTitle,
      body: `${words.sendNote} ${target}`,
      buttons: [
        Dialog.cancelButton({ label: words.cancel }),
        Dialog.okButton({ label: words.publish })
      ]
    });
    return answer.button.accept;
  }

  private async takeMarkAway(path: string): Promise<boolean> {
    const { words } = this;
    const answer = await showDialog({
      title: words.draftTitle,
      body: words.draft,
      buttons: [
        Dialog.cancelButton({ label: words.cancel }),
        Dialog.okButton({ label: words.takeAway })
      ]
    });
    const panel = answer.button.accept ? await this.open(path) : null;
    if (!panel) {
      return false;
    }
    await changeAbout(panel, { draft: null });
    await panel.context.save();
    return true;
  }

  private async goTo(file: string, cell: string | null, line: number | null): Promise<void> {
    const panel = await this.open(file);
    if (panel && cell) {
      await goToCell(panel, cell, line);
    }
  }

  private async open(path: string): Promise<NotebookPanel | null> {
    const opened = await this.app.commands.execute('docmanager:open', { path });
    if (!(opened instanceof NotebookPanel)) {
      return null;
    }
    await opened.context.ready;
    this.shell.activateById(opened.id);
    return opened;
  }

  private async save(path: string): Promise<void> {
    const open = this.notebooks.find(panel => panel.context.path === path);
    if (open?.context.model.dirty) {
      await open.context.save();
    }
  }

  private titleOf(path: string): string {
    const panel = this.notebooks.find(each => each.context.path === path);
    const written = panel && /^title:[ \t]*(["']?)(.+)\1[ \t]*$/m.exec(firstCell(panel).source);
    return written ? written[2] : PathExt.basename(path).replace(/\.(ipynb|md|qmd)$/, '');
  }

  private readonly publisher = new Publisher();
  private folder = '';
  private readonly panels = new WidgetTracker<PublishingPanel>({ namespace: 'galley-publishing' });
}
