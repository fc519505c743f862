/** A drawing in JupyterLab's own manner. */

import { LabIcon } from '@jupyterlab/ui-components';

export const figuresIcon = new LabIcon({
  name: 'galley:figures',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">' +
    '<path class="jp-icon3" fill="#616161" d="M3 3h2v16h16v2H3V3zm4 9h3v6H7v-6zm5-4h3v10h-3V8zm5-4h3v14h-3V4z"/></svg>'
});
