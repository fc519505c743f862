/** A drawing in JupyterLab's own manner. */

import { LabIcon } from '@jupyterlab/ui-components';

export const aboutIcon = new LabIcon({
  name: 'galley:about',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">' +
    '<path class="jp-icon3" fill="#616161" d="M4 3h16v18H4V3zm2 2v14h12V5H6zm2 2h3v3H8V7zm5 0h4v1.5' +
    'h-4V7zm0 2.5h4V11h-4V9.5zM8 13h9v1.5H8V13zm0 2.5h9V17H8v-1.5z"/></svg>'
});
