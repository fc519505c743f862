/** The tour: shown by itself once, and whenever it is asked for. */

import { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, showErrorMessage } from '@jupyterlab/apputils';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { ILiveArticle } from '../shared/article_plugin';
import { openBesidePage } from '../shared/opening';
import { ask, Refusal } from '../shared/server';
import { tourWords } from './words';

const TOUR = 'galley:tour';

export const tourPlugin: JupyterFrontEndPlugin<void> = {
  id: 'galley:tour',
  description: 'A tour of Galley.',
  autoStart: true,
  // It settles in which language the server answers.
  requires: [ILiveArticle],
  optional: [ITranslator, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    _article: unknown,
    translator: ITranslator | null,
    palette: ICommandPalette | null
  ): void => {
    const words = tourWords((translator ?? nullTranslator).languageCode);
    app.commands.addCommand(TOUR, {
      label: words.tour,
      caption: words.tourHint,
      execute: async () => {
        try {
          await openBesidePage(app, await askTour(false));
        } catch (error) {
          const reason = (error instanceof Refusal && error.message) || words.noAnswer;
          await showErrorMessage(words.notMade, reason);
        }
      }
    });
    palette?.addItem({ command: TOUR, category: 'Galley' });
    void app.restored.then(() => greet(app));
  }
};

/** Open the tour where the server says that nobody has seen it here. */
async function greet(app: JupyterFrontEnd): Promise<void> {
  const path = await askTour(true).catch(() => '');
  if (path) {
    await openBesidePage(app, path);
  }
}

async function askTour(greeting: boolean): Promise<string> {
  const body = JSON.stringify({ greeting });
  return (await ask<{ path: string }>('tour', { method: 'POST', body })).path;
}
