/** What every panel of Galley works on: the article whose notebook is in front. */

import { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator } from '@jupyterlab/translation';
import { Token } from '@lumino/coreutils';

import { LiveArticle } from './article';
import { answerIn } from './server';

export const ILiveArticle = new Token<LiveArticle>('galley:ILiveArticle');

export const articlePlugin: JupyterFrontEndPlugin<LiveArticle> = {
  id: 'galley:article',
  description: 'The article whose notebook is in front, with its page and findings.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ITranslator],
  provides: ILiveArticle,
  activate: (
    _app: JupyterFrontEnd,
    notebooks: INotebookTracker,
    translator: ITranslator | null
  ) => {
    answerIn(translator?.languageCode ?? 'en');
    return new LiveArticle(notebooks);
  }
};
