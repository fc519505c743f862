/** The clear name of the article page in JupyterLab's own menu of formats. */

import { IMainMenu } from '@jupyterlab/mainmenu';
import { Menu } from '@lumino/widgets';

const FORMATS = 'jp-mainmenu-file-notebookexport';
const FORMAT = 'article';
const PAUSE_MS = 500;
const MOST_TRIES = 60;

/**
 * Give the format its name, and put it first.
 *
 * JupyterLab names a format after its exporter's entry point, here "Article", and fills the menu
 * some time after the first notebook was opened.
 */
export async function nameFormat(mainMenu: IMainMenu, label: string): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const menu = mainMenu.fileMenu.items.find(item => item.submenu?.id === FORMATS)?.submenu;
    if (menu && rename(menu, label)) {
      return;
    }
    await new Promise(resolve => window.setTimeout(resolve, PAUSE_MS));
  }
}

function rename(menu: Menu, label: string): boolean {
  const at = menu.items.findIndex(({ args }) => args.format === FORMAT);
  if (at < 0) {
    return false;
  }
  const { command, args } = menu.items[at];
  menu.removeItemAt(at);
  menu.insertItem(0, { command, args: { ...args, label } });
  return true;
}
