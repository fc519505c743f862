/** What JupyterLab is given. */

import { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';

import { aboutPlugin } from './about/plugin';
import { articlesPlugin } from './articles/plugin';
import { figuresPlugin } from './figures/plugin';
import { citingPlugin } from './citing/plugin';
import { pagePlugin } from './page/plugin';
import { problemsPlugin } from './problems/plugin';
import { publishingPlugin } from './publishing/plugin';
import { articlePlugin } from './shared/article_plugin';
import { tourPlugin } from './tour/plugin';

/** Its schema says where commands stand in toolbars and menus. */
const placesPlugin: JupyterFrontEndPlugin<void> = {
  id: 'galley:plugin',
  description: 'Places for commands in toolbars and menus.',
  autoStart: true,
  optional: [ISettingRegistry],
  activate: async (_app: JupyterFrontEnd, settings: ISettingRegistry | null) => {
    await settings?.load('galley:plugin');
  }
};

export default [
  articlePlugin,
  pagePlugin,
  problemsPlugin,
  articlesPlugin,
  aboutPlugin,
  publishingPlugin,
  figuresPlugin,
  citingPlugin,
  tourPlugin,
  placesPlugin
];
