/** A drawing in JupyterLab's own manner. */

import { LabIcon } from '@jupyterlab/ui-components';

export const publishIcon = new LabIcon({
  name: 'galley:publish',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">' +
    '<path class="jp-icon3" fill="#616161" d="M12 3l6 6h-4v7h-4V9H6l6-6zM4 19h16v2H4v-2z"/></svg>'
});
