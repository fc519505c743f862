/** Drawings in JupyterLab's own manner. */

import { LabIcon } from '@jupyterlab/ui-components';

const drawn = (path: string): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">' +
  `<path class="jp-icon3" fill="#616161" d="${path}"/></svg>`;

export const pageIcon = new LabIcon({
  name: 'galley:page',
  svgstr: drawn(
    'M5 3h14a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zm1 2v14h12V5H6z' +
      'm2 2h8v3H8V7zm0 5h8v1.5H8V12zm0 3h6v1.5H8V15z'
  )
});

export const problemsIcon = new LabIcon({
  name: 'galley:problems',
  svgstr: drawn('M12 3 1.5 21h21L12 3zm0 4 7 12H5l7-12zm-1 4v4h2v-4h-2zm0 5v2h2v-2h-2z')
});

export const citeIcon = new LabIcon({
  name: 'galley:cite',
  svgstr: drawn('M6 17h3l2-4V7H5v6h3l-2 4zm8 0h3l2-4V7h-6v6h3l-2 4z')
});
