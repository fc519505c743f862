"use strict";(self.rspackChunkgalley=self.rspackChunkgalley||[]).push([[2],{41(e,l,a){var o=a(34),r=a.n(o),t=a(35),i=(a.n(t))()(r());i.push([e.id,`.galley-about {
  overflow: auto;
  padding: 0 12px 24px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.45;
}

.galley-about h2 {
  margin: 10px 0 8px;
  font-size: var(--jp-ui-font-size1);
  font-weight: 600;
}

.galley-about [hidden] {
  display: none;
}

.galley-about-form {
  display: grid;
  gap: 12px;
}

.galley-about details {
  padding-block-start: 8px;
  border-block-start: 1px solid var(--jp-border-color2);
}

.galley-about summary {
  cursor: pointer;
}

.galley-about details > .galley-about-field {
  margin-block-start: 12px;
}

.galley-about-field {
  display: grid;
  gap: 3px;
}

.galley-about-field[data-field='draft'] {
  grid-template-columns: max-content 1fr;
  align-items: center;
  gap: 3px 7px;
}

.galley-about-field[data-field='draft'] > div {
  grid-column: 1 / -1;
}

.galley-about-field > label {
  font-weight: 600;
}

.galley-about-field small {
  color: var(--jp-ui-font-color2);
  font-size: var(--jp-ui-font-size0);
}

.galley-about input:not([type='checkbox']),
.galley-about textarea,
.galley-about select {
  box-sizing: border-box;
  width: 100%;
  min-height: 28px;
  padding: 3px 7px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 3px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: inherit;
  color-scheme: light dark;
}

[data-jp-theme-light='false'] .galley-about input {
  color-scheme: dark;
}

[data-jp-theme-light='true'] .galley-about input {
  color-scheme: light;
}

.galley-about textarea {
  resize: vertical;
}

.galley-about [aria-invalid='true'] {
  border-color: var(--jp-error-color1);
}

.galley-about :focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: -1px;
}

.galley-about button {
  justify-self: start;
  padding: 2px 8px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: inherit;
  cursor: pointer;
}

.galley-about button:hover {
  background: var(--jp-layout-color2);
}

.galley-people,
.galley-person,
.galley-about-reason {
  display: grid;
  gap: 5px;
}

.galley-people label {
  display: flex;
  align-items: center;
  gap: 6px;
}

.galley-person {
  padding-inline-start: 8px;
  border-inline-start: 2px solid var(--jp-border-color2);
}

.galley-told {
  margin: 3px 0 0;
  padding-inline-start: 7px;
  border-inline-start: 3px solid var(--galley-mark);
}
`,""]),a.d(l,{},{A:i})},39(e,l,a){var o=a(34),r=a.n(o),t=a(35),i=(a.n(t))()(r());i.push([e.id,`.galley-wish {
  display: grid;
  gap: 10px;
  min-width: 340px;
  padding-block: 4px;
}

.galley-wish p {
  margin: 6px 0 0;
  max-width: 46ch;
}

.galley-wish label {
  display: grid;
  gap: 3px;
}

.galley-wish input,
.galley-wish select {
  box-sizing: border-box;
  width: 100%;
  min-height: 30px;
  padding: 3px 8px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 3px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: inherit;
}

.galley-wish input:focus-visible,
.galley-wish select:focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: -1px;
}

.galley-articles {
  overflow: auto;
  padding: 0 10px 16px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.45;
}

.galley-articles h2 {
  margin: 10px 0 6px;
  font-size: var(--jp-ui-font-size1);
  font-weight: 600;
}

.galley-articles-bar,
.galley-article-acts {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 6px;
}

.galley-articles-bar button,
.galley-article-acts > * {
  padding: 2px 8px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: inherit;
  cursor: pointer;
}

.galley-articles-bar button:hover,
.galley-article-acts > :hover {
  background: var(--jp-layout-color2);
}

.galley-articles :focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: -1px;
}

.galley-articles input {
  box-sizing: border-box;
  width: 100%;
  margin-block-start: 8px;
  padding: 4px 8px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 3px;
  background: var(--jp-layout-color1);
  color: inherit;
  font: inherit;
}

.galley-articles input[hidden],
.galley-articles .galley-none[hidden] {
  display: none;
}

.galley-articles ul {
  margin: 6px 0 0;
  padding: 0;
  list-style: none;
}

.galley-article {
  padding: 9px 0 10px;
  border-block-start: 1px solid var(--jp-border-color2);
}

.galley-article-title {
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  text-align: start;
  cursor: pointer;
}

.galley-article-title:hover {
  text-decoration: underline;
}

.galley-article-facts {
  display: flex;
  flex-wrap: wrap;
  gap: 0 10px;
  margin-block: 2px 5px;
  color: var(--jp-ui-font-color2);
}

.galley-article-state {
  color: var(--jp-ui-font-color1);
}

.galley-is-published .galley-article-state {
  color: var(--jp-success-color0, var(--jp-success-color1));
}

.galley-is-failing .galley-article-state,
.galley-is-unreadable .galley-article-state,
.galley-is-held-back .galley-article-state,
.galley-is-overdue .galley-article-state {
  color: var(--jp-error-color1);
  font-weight: 600;
}

.galley-article-counts:not(:empty) {
  display: inline-flex;
  gap: 7px;
}

.galley-article-counts > span {
  color: var(--galley-mark);
  font-weight: 600;
}

.galley-article-counts:empty {
  display: none;
}

.galley-article-note {
  margin: 0 0 5px;
  color: var(--jp-ui-font-color2);
  overflow-wrap: anywhere;
}
`,""]),a.d(l,{},{A:i})},43(e,l,a){var o=a(34),r=a.n(o),t=a(35),i=(a.n(t))()(r());i.push([e.id,`/* The list that opens at the sign. */
body .cm-tooltip.cm-tooltip-autocomplete.galley-works {
  z-index: 1000;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  box-shadow: var(--jp-elevation-z4);
}

body .cm-tooltip.cm-tooltip-autocomplete.galley-works > ul {
  max-width: min(480px, 90vw);
  max-height: 20em;
  font: var(--jp-ui-font-size1) / 1.4 var(--jp-ui-font-family);
  white-space: normal;
}

body .cm-tooltip.cm-tooltip-autocomplete.galley-works > ul > li {
  padding: 4px 10px;
  line-height: 1.4;
}

body .cm-tooltip.cm-tooltip-autocomplete.galley-works > ul > li[aria-selected] {
  background: var(--jp-layout-color3);
  color: var(--jp-ui-font-color0);
  box-shadow: inset 3px 0 var(--jp-brand-color1);
}

.galley-works .cm-completionLabel,
.galley-works .cm-completionDetail {
  display: none;
}

body .cm-tooltip.cm-tooltip-autocomplete.galley-works > ul > li.galley-last {
  position: sticky;
  bottom: 0;
  border-top: 1px solid var(--jp-border-color2);
  background: var(--jp-layout-color1);
}

body .cm-tooltip.cm-tooltip-autocomplete.galley-works > ul > li.galley-last[aria-selected] {
  background: var(--jp-layout-color3);
}

.galley-offer {
  display: block;
}

.galley-offer-head {
  display: flex;
  align-items: baseline;
  gap: 8px;
}

.galley-offer-names {
  font-weight: 600;
}

.galley-offer-key {
  margin-inline-start: auto;
  color: var(--jp-ui-font-color2);
  font-family: var(--jp-code-font-family);
  font-size: var(--jp-ui-font-size0);
}

.galley-offer-title {
  display: -webkit-box;
  overflow: hidden;
  color: var(--jp-ui-font-color1);
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
}

.galley-offer-mark {
  flex: none;
  padding: 0 6px;
  border: 1px solid var(--galley-mark, var(--jp-border-color1));
  border-radius: 8px;
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size0);
}

.galley-offer-note {
  margin-inline-start: 10px;
  color: var(--jp-ui-font-color2);
}

body .cm-tooltip.cm-tooltip-autocomplete.galley-works .cm-completionInfo {
  max-width: 340px;
  padding: 8px 12px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: var(--jp-ui-font-size1) / 1.5 var(--jp-ui-font-family);
  white-space: normal;
}

.galley-reference p {
  margin: 0;
  overflow-wrap: anywhere;
}

.galley-reference-notice {
  padding-inline-start: 8px;
  border-inline-start: 3px solid var(--galley-mark);
}

.galley-reference .galley-reference-notice {
  margin-block-end: 6px;
}

/* The dialog that adds a work. */
.galley-add-dialog .jp-Dialog-content {
  width: min(680px, 92vw);
  max-width: none;
  max-height: 86vh;
}

.galley-add {
  display: flex;
  flex-direction: column;
  gap: 10px;
  min-height: 280px;
  padding-inline: 2px;
  overflow: auto;
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.45;
}

.galley-add p {
  margin: 0;
}

.galley-add-label {
  display: grid;
  gap: 6px;
}

.galley-add textarea.jp-mod-styled {
  width: 100%;
  min-height: 110px;
  box-sizing: border-box;
  padding: 6px 8px;
  font: var(--jp-code-font-size) / 1.4 var(--jp-code-font-family);
  resize: vertical;
}

.galley-add-saying:empty {
  display: none;
}

.galley-add-saying.galley-error,
.galley-add-problem,
.galley-add-remark,
.galley-add-same {
  padding: 4px 10px;
  border-inline-start: 3px solid var(--galley-mark);
}

.galley-add-found {
  display: grid;
  gap: 10px;
}

.galley-add-work {
  display: grid;
  gap: 8px;
  padding: 10px 12px;
  border: 1px solid var(--jp-border-color2);
  border-radius: 4px;
}

.galley-add-work .galley-reference {
  overflow-wrap: anywhere;
  font-size: var(--jp-content-font-size1);
}

.galley-add-key {
  display: flex;
  align-items: center;
  gap: 8px;
}

.galley-add-key input.jp-mod-styled {
  width: 20em;
  height: 28px;
  padding: 0 8px;
  font-family: var(--jp-code-font-family);
}

.galley-add .galley-fix,
.galley-add-where {
  color: var(--jp-ui-font-color2);
}

.galley-add-lookup,
.galley-add-same {
  display: grid;
  gap: 8px;
}

.galley-add-lookup > button {
  justify-self: start;
}

.galley-add-buttons {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
}

.galley-add-buttons button,
.galley-add-lookup > button {
  margin: 0;
}

.galley-add-dialog button.jp-mod-accept:disabled {
  opacity: 0.5;
  cursor: default;
}
`,""]),a.d(l,{},{A:i})},42(e,l,a){var o=a(34),r=a.n(o),t=a(35),i=(a.n(t))()(r());i.push([e.id,`.galley-figures {
  display: flex;
  flex-direction: column;
  min-width: 290px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.4;
}

.galley-gallery,
.galley-form {
  flex: 1;
  min-height: 0;
  padding: 8px 10px 16px;
  overflow: auto;
}

.galley-gallery[hidden],
.galley-form[hidden] {
  display: none;
}

.galley-figures input:not([type='checkbox'], [type='range']),
.galley-figures select,
.galley-figures textarea {
  box-sizing: border-box;
  width: 100%;
  min-width: 0;
  min-height: 28px;
  padding: 3px 6px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 3px;
  background: var(--jp-layout-color1);
  color: inherit;
  font: inherit;
}

.galley-figures textarea {
  resize: vertical;
}

.galley-figures :is(button, input, select, textarea, summary):focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: 1px;
}

.galley-search {
  display: grid;
  gap: 6px;
}

.galley-cards {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
  gap: 12px;
  margin: 10px 0 0;
  padding: 0;
  list-style: none;
}

.galley-card {
  display: flex;
  flex-direction: column;
  gap: 4px;
  padding: 8px;
  border: 1px solid var(--jp-border-color2);
  border-radius: 4px;
}

.galley-card[hidden] {
  display: none;
}

.galley-enlarge {
  padding: 0;
  border: 0;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: zoom-in;
}

.galley-picture {
  display: grid;
  min-height: 110px;
  place-items: center;
  background: var(--jp-layout-color2);
}

.galley-picture:has(img) {
  min-height: 0;
}

.galley-picture img,
.galley-large img {
  display: block;
  width: 100%;
  height: auto;
}

.galley-picture img {
  max-height: 220px;
  object-fit: contain;
}

.galley-figure-title {
  margin: 4px 0 0;
  font-size: var(--jp-ui-font-size1);
  font-weight: 600;
}

.galley-shows {
  margin: 0;
  color: var(--jp-ui-font-color2);
}

.galley-card-foot {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 8px;
  margin-block-start: auto;
  padding-block-start: 4px;
}

.galley-evidence {
  width: max-content;
  max-width: 100%;
  padding: 0 6px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 9px;
  font-size: var(--jp-ui-font-size0);
  line-height: 16px;
}

.galley-evidence[data-evidence='schematic'],
.galley-evidence[data-evidence='synthetic'] {
  border-style: dashed;
}

.galley-card details,
.galley-form details {
  color: var(--jp-ui-font-color2);
}

.galley-card summary,
.galley-form summary {
  width: max-content;
  cursor: pointer;
}

.galley-card ul {
  margin: 2px 0 0;
  padding-inline-start: 16px;
}

.jp-Dialog-content:has(.galley-large) {
  max-width: 92vw;
  max-height: 92vh;
}

.galley-large {
  width: min(720px, 80vw);
}

.galley-large img {
  max-height: 56vh;
  margin-block-end: 8px;
  object-fit: contain;
}

.galley-large p {
  margin: 8px 0 0;
  color: var(--jp-ui-font-color1);
}

.galley-form {
  display: flex;
  flex-direction: column;
  gap: 10px;
}

.galley-form > * {
  flex: none;
}

.galley-form details > .galley-field {
  margin-block-start: 10px;
  color: var(--jp-ui-font-color1);
}

.galley-drawing {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 6px 12px;
  padding-block-end: 10px;
  border-block-end: 1px solid var(--jp-border-color2);
}

.galley-drawing label,
.galley-set {
  display: inline-flex;
  align-items: center;
  gap: 4px;
}

.galley-drawing input,
.galley-set input {
  margin: 0;
}

.galley-field-name {
  display: block;
  margin-block-end: 2px;
  font-weight: 600;
}

.galley-field-hint {
  color: var(--jp-ui-font-color2);
  font-size: var(--jp-ui-font-size0);
}

.galley-number {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 6px;
}

.galley-number input[type='range'] {
  flex: 1 1 100%;
  margin: 0;
  accent-color: var(--jp-brand-color1);
}

.galley-figures .galley-number input[type='number'] {
  width: 96px;
}

.galley-unset {
  opacity: 0.4;
}

.galley-set {
  margin-inline-start: auto;
}

.galley-code {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 2px 8px;
}

.galley-code code {
  max-width: 100%;
  max-height: 4.5em;
  padding: 2px 6px;
  overflow: auto;
  background: var(--jp-layout-color2);
  font-family: var(--jp-code-font-family);
  font-size: var(--jp-code-font-size);
  white-space: pre;
}

.galley-field-trouble {
  margin-block-start: 2px;
  color: var(--jp-error-color1);
  white-space: pre-line;
}

.galley-field-trouble[hidden],
.galley-field-hint[hidden] {
  display: none;
}

.galley-figures .galley-refused :is(input, select, textarea):not([type="range"]) {
  border-color: var(--jp-error-color1);
}

.galley-gallery .galley-none[hidden] {
  display: none;
}
`,""]),a.d(l,{},{A:i})},33(e,l,a){var o=a(34),r=a.n(o),t=a(35),i=a.n(t),n=a(36),p=a(37),d=a(38),g=a(39),c=a(40),s=a(41),y=a(42),u=a(43),f=i()(r());f.i(n.A),f.i(p.A),f.i(d.A),f.i(g.A),f.i(c.A),f.i(s.A),f.i(y.A),f.i(u.A),f.push([e.id,`
`,""]),a.d(l,{},{A:f})},37(e,l,a){var o=a(34),r=a.n(o),t=a(35),i=(a.n(t))()(r());i.push([e.id,`.galley-page {
  display: flex;
  flex-direction: column;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
}

.galley-bar {
  display: flex;
  flex: none;
  flex-wrap: wrap;
  gap: 6px 12px;
  padding: 5px 8px;
  border-bottom: var(--jp-border-width) solid var(--jp-toolbar-border-color);
  background: var(--jp-toolbar-background);
}

.galley-saying {
  flex: none;
  padding: 12px 16px;
  font-size: var(--jp-ui-font-size1);
  line-height: 1.5;
}

.galley-saying[hidden] {
  display: none;
}

.galley-troubled .galley-saying {
  border-bottom: 1px solid var(--jp-warn-color1);
  background: color-mix(in srgb, var(--jp-warn-color1) 14%, var(--jp-layout-color1));
}

.galley-stage {
  position: relative;
  flex: 1;
  min-height: 0;
  overflow: hidden;
  background: var(--jp-layout-color2);
}

.galley-frame {
  position: absolute;
  inset-block-start: 0;
  inset-inline-start: 50%;
  width: var(--galley-width, 100%);
  height: calc(100% / var(--galley-scale, 1));
  border: 0;
  background: var(--jp-layout-color1);
  transform: translateX(-50%) scale(var(--galley-scale, 1));
  transform-origin: top center;
}

.galley-stage[data-kind='print'] .galley-frame,
.galley-stage[data-width='phone'] .galley-frame {
  box-shadow: 0 0 0 1px var(--jp-border-color1);
}

/* Laid out behind the page that is shown, so that it can be scrolled before anybody sees it. */
.galley-coming {
  z-index: -1;
  visibility: hidden;
}

/* A drag across the frame belongs to JupyterLab. */
.lm-mod-override-cursor .galley-frame {
  pointer-events: none;
}
`,""]),a.d(l,{},{A:i})},38(e,l,a){var o=a(34),r=a.n(o),t=a(35),i=(a.n(t))()(r());i.push([e.id,`.galley-problems {
  overflow: auto;
  padding: 4px 12px 16px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.45;
}

.galley-list {
  max-width: 140ch;
}

.galley-strip:not(:empty) {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 8px;
  margin-block: 4px;
  padding: 4px 8px;
  border: 1px solid var(--jp-success-color1);
  border-radius: 4px;
}

.galley-group h3,
.galley-group summary {
  margin: 12px 0 4px;
  font-size: var(--jp-ui-font-size1);
  font-weight: 600;
}

.galley-folded summary {
  width: max-content;
  cursor: pointer;
}

.galley-group ul,
.galley-group ol {
  margin: 0;
  padding: 0;
  list-style: none;
}

.galley-problem {
  margin-block-end: 6px;
  padding-block: 2px;
  border-inline-start: 3px solid var(--galley-mark);
}

.galley-problem button {
  border: 0;
  background: transparent;
  color: inherit;
  font: inherit;
  text-align: start;
}

.galley-problem button:enabled {
  cursor: pointer;
}

.galley-problem .galley-go {
  display: grid;
  grid-template-columns: max-content 1fr max-content;
  gap: 0 8px;
  width: 100%;
  padding: 2px 8px;
}

.galley-go:enabled:hover {
  background: var(--jp-layout-color2);
}

.galley-sign {
  width: 1em;
  color: var(--galley-mark);
  text-align: center;
}

.galley-place,
.galley-todo,
.galley-again,
.galley-reasons {
  color: var(--jp-ui-font-color2);
}

.galley-remedy,
.galley-again,
.galley-unfolded > * {
  margin: 0;
  padding: 0 8px;
  padding-inline-start: calc(1em + 16px);
}

.galley-remedy {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0 16px;
}

.galley-todo {
  flex: 1 1 40ch;
}

.galley-again {
  display: flex;
  flex-wrap: wrap;
  gap: 0 10px;
}

.galley-each {
  flex-direction: column;
}

.galley-problem .galley-link {
  padding: 0;
  color: var(--jp-content-link-color);
}

.galley-link:hover {
  text-decoration: underline;
}

.galley-actions {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 6px;
  margin-block: 2px;
}

.galley-actions button,
.galley-strip button {
  padding: 0 7px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 3px;
  background: transparent;
  color: inherit;
  font: inherit;
  line-height: 20px;
  cursor: pointer;
}

.galley-problem .galley-actions button {
  border: 1px solid var(--jp-border-color2);
}

.galley-remedy .galley-actions button:not([data-part='use'], [data-part='mend'], [data-part='all']) {
  border-color: transparent;
  color: var(--jp-ui-font-color2);
}

.galley-actions button:hover,
.galley-strip button:hover,
.galley-actions button[aria-expanded='true'] {
  background: var(--jp-layout-color2);
}

.galley-problem .galley-actions .galley-main {
  border-color: var(--jp-brand-color1);
  background: var(--jp-brand-color1);
  color: var(--jp-ui-inverse-font-color1);
}

.galley-problems button:focus-visible,
.galley-problems summary:focus-visible,
.galley-problems input:focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: 1px;
}

.galley-unfolded > .galley-change,
.galley-unfolded > .galley-reason {
  padding-block: 4px;
}

.galley-unfolded .galley-actions {
  padding: 0;
}

.galley-unfolded p {
  margin: 2px 0;
}

.galley-excerpt {
  margin: 2px 0 6px;
  padding: 4px 8px;
  border: 1px solid var(--jp-border-color2);
  border-radius: 3px;
  background: var(--jp-layout-color0);
  color: var(--jp-content-font-color1);
  font: var(--jp-code-font-size) / 1.5 var(--jp-code-font-family);
  white-space: pre-wrap;
}

.galley-excerpt del {
  background: color-mix(in srgb, var(--jp-error-color1) 18%, transparent);
}

.galley-excerpt ins {
  background: color-mix(in srgb, var(--jp-success-color1) 22%, transparent);
  text-decoration: none;
}

.galley-example {
  display: grid;
  grid-template-columns: 12ch 1fr;
  gap: 0 8px;
  margin-block: 2px;
}

.galley-example pre {
  margin: 0;
  color: var(--jp-content-font-color1);
  font: var(--jp-code-font-size) / 1.5 var(--jp-code-font-family);
  white-space: pre-wrap;
}

.galley-reason label {
  display: block;
}

.galley-reason input {
  display: block;
  box-sizing: border-box;
  width: min(100%, 70ch);
  margin-block: 2px 4px;
  padding: 3px 6px;
  border: 1px solid var(--jp-border-color1);
  background: var(--jp-layout-color0);
  color: var(--jp-ui-font-color1);
  font: inherit;
}

.galley-refusal {
  color: var(--jp-error-color1);
}

.galley-unseen {
  position: absolute;
  overflow: hidden;
  width: 1px;
  height: 1px;
  clip-path: inset(50%);
  white-space: nowrap;
}

.galley-counts button {
  display: flex;
  align-items: center;
  gap: 10px;
  height: 100%;
  padding: 0 8px;
  border: 0;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}

.galley-counts button[hidden] {
  display: none;
}

.galley-counts button:hover {
  background: var(--jp-layout-color3);
}

.galley-counts i {
  margin-inline-end: 4px;
  font-style: normal;
}

.galley-counts [class] {
  font-weight: 600;
}

.galley-counts [class] i {
  color: var(--galley-mark);
}

/* Links and spelling mistakes have lines of their own, which stay. */
.galley-mark {
  text-decoration: underline wavy var(--galley-mark) 1px;
  text-decoration-skip-ink: none;
  text-underline-offset: 3px;
}

.galley-mark.galley-advice,
.galley-mark.galley-mark-line {
  text-decoration-style: dotted;
}

.jp-Cell > .galley-side-mark {
  position: absolute;
  inset-block-start: 6px;
  inset-inline-start: 14px;
  z-index: 2;
  padding: 0 4px;
  border: 0;
  border-radius: 3px;
  background: var(--jp-layout-color1);
  color: var(--galley-mark);
  font: 600 var(--jp-ui-font-size0) / 18px var(--jp-ui-font-family);
  white-space: nowrap;
  cursor: pointer;
}

/* Below the number of a cell that has run. */
.jp-CodeCell > .galley-side-mark {
  inset-block-start: 26px;
}

.jp-Cell > .galley-side-mark:hover,
.jp-Cell > .galley-side-mark:focus-visible {
  background: var(--jp-layout-color2);
  outline: 1px solid var(--galley-mark);
}

.galley-tooltip {
  max-width: 60ch;
  padding: 4px 10px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: var(--jp-ui-font-size1) / 1.45 var(--jp-ui-font-family);
}

.galley-tooltip p {
  margin: 2px 0;
}

.galley-tooltip > * + * {
  margin-block-start: 6px;
  border-block-start: 1px solid var(--jp-border-color2);
}
`,""]),a.d(l,{},{A:i})},40(e,l,a){var o=a(34),r=a.n(o),t=a(35),i=(a.n(t))()(r());i.push([e.id,`.galley-publishing {
  overflow: auto;
  padding: 10px 14px 16px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.5;
}

.galley-publishing h3 {
  margin: 0 0 6px;
  font-size: var(--jp-ui-font-size2);
  font-weight: 600;
}

.galley-publishing p {
  margin: 0 0 6px;
  max-width: 90ch;
}

.galley-publishing ul {
  margin: 0 0 8px;
  padding: 0;
  list-style: none;
}

.galley-status {
  color: var(--jp-ui-font-color2);
  white-space: pre-line;
}

.galley-progress,
.galley-links {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 14px;
  margin-block: 4px 8px;
}

.galley-progress progress {
  flex: 0 1 420px;
  height: 10px;
  accent-color: var(--jp-brand-color1);
}

.galley-progress button,
.galley-links button,
.galley-links a {
  padding: 3px 12px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: inherit;
  cursor: pointer;
}

.galley-links a:first-child {
  border-color: var(--jp-brand-color1);
  background: var(--jp-brand-color1);
  color: var(--jp-ui-inverse-font-color1);
}

.galley-links a:hover {
  text-decoration: underline;
}

.galley-progress button:hover,
.galley-links button:hover {
  background: var(--jp-layout-color2);
}

.galley-progress button:focus-visible,
.galley-links :focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: 1px;
}

.galley-path {
  padding: 0;
  background: none;
  color: var(--jp-ui-font-color2);
  overflow-wrap: anywhere;
  user-select: all;
}

.galley-in-the-way {
  display: grid;
  margin-block-end: 7px;
  padding-inline-start: 9px;
  border-inline-start: 3px solid var(--galley-mark);
}

.galley-in-the-way button {
  justify-self: start;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  text-align: start;
  cursor: pointer;
}

.galley-in-the-way button:hover {
  text-decoration: underline;
}

.galley-in-the-way button:focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: 1px;
}

.galley-in-the-way span {
  color: var(--jp-ui-font-color2);
}

.galley-leaving {
  max-block-size: 60vh;
  overflow: auto;
  margin: 0;
  white-space: pre-wrap;
  font: var(--jp-ui-font-size1) / 1.5 var(--jp-ui-font-family);
}
`,""]),a.d(l,{},{A:i})},36(e,l,a){var o=a(34),r=a.n(o),t=a(35),i=(a.n(t))()(r());i.push([e.id,`.galley-choice {
  display: inline-flex;
  flex-wrap: wrap;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  overflow: hidden;
}

.galley-choice[hidden] {
  display: none;
}

.galley-choice button {
  padding: 0 9px;
  border: 0;
  background: transparent;
  color: var(--jp-ui-font-color1);
  font: var(--jp-ui-font-size1) / 24px var(--jp-ui-font-family);
  white-space: nowrap;
  cursor: pointer;
}

.galley-choice button + button {
  border-inline-start: 1px solid var(--jp-border-color1);
}

.galley-choice button:hover {
  background: var(--jp-layout-color2);
}

.galley-choice button[aria-pressed='true'] {
  background: var(--jp-layout-color3);
  font-weight: 600;
}

.galley-choice button:focus-visible,
.galley-problem button:focus-visible,
.galley-counts button:focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: -2px;
}

.galley-none {
  margin: 12px 0;
  color: var(--jp-ui-font-color2);
}

.galley-error {
  --galley-mark: var(--jp-error-color1);
}

.galley-warning {
  --galley-mark: var(--jp-warn-color1);
}

.galley-advice {
  --galley-mark: var(--jp-info-color1);
}
`,""]),a.d(l,{},{A:i})},35(e){e.exports=function(e){var l=[];return l.toString=function(){return this.map(function(l){var a="",o=void 0!==l[5];return l[4]&&(a+="@supports (".concat(l[4],") {")),l[2]&&(a+="@media ".concat(l[2]," {")),o&&(a+="@layer".concat(l[5].length>0?" ".concat(l[5]):""," {")),a+=e(l),o&&(a+="}"),l[2]&&(a+="}"),l[4]&&(a+="}"),a}).join("")},l.i=function(e,a,o,r,t){"string"==typeof e&&(e=[[null,e,void 0]]);var i={};if(o)for(var n=0;n<this.length;n++){var p=this[n][0];null!=p&&(i[p]=!0)}for(var d=0;d<e.length;d++){var g=[].concat(e[d]);o&&i[g[0]]||(void 0!==t&&(void 0===g[5]||(g[1]="@layer".concat(g[5].length>0?" ".concat(g[5]):""," {").concat(g[1],"}")),g[5]=t),a&&(g[2]&&(g[1]="@media ".concat(g[2]," {").concat(g[1],"}")),g[2]=a),r&&(g[4]?(g[1]="@supports (".concat(g[4],") {").concat(g[1],"}"),g[4]=r):g[4]="".concat(r)),l.push(g))}},l}},34(e){e.exports=function(e){return e[1]}},27(e){var l=[];function a(e){for(var a=-1,o=0;o<l.length;o++)if(l[o].identifier===e){a=o;break}return a}function o(e,o){for(var r={},t=[],i=0;i<e.length;i++){var n=e[i],p=o.base?n[0]+o.base:n[0],d=r[p]||0,g="".concat(p," ").concat(d);r[p]=d+1;var c=a(g),s={css:n[1],media:n[2],sourceMap:n[3],supports:n[4],layer:n[5]};if(-1!==c)l[c].references++,l[c].updater(s);else{var y=function(e,l){var a=l.domAPI(l);return a.update(e),function(l){l?(l.css!==e.css||l.media!==e.media||l.sourceMap!==e.sourceMap||l.supports!==e.supports||l.layer!==e.layer)&&a.update(e=l):a.remove()}}(s,o);o.byIndex=i,l.splice(i,0,{identifier:g,updater:y,references:1})}t.push(g)}return t}e.exports=function(e,r){var t=o(e=e||[],r=r||{});return function(e){e=e||[];for(var i=0;i<t.length;i++){var n=a(t[i]);l[n].references--}for(var p=o(e,r),d=0;d<t.length;d++){var g=a(t[d]);0===l[g].references&&(l[g].updater(),l.splice(g,1))}t=p}}},29(e){var l={};e.exports=function(e,a){var o=function(e){if(void 0===l[e]){var a=document.querySelector(e);if(window.HTMLIFrameElement&&a instanceof window.HTMLIFrameElement)try{a=a.contentDocument.head}catch(e){a=null}l[e]=a}return l[e]}(e);if(!o)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");o.appendChild(a)}},31(e){e.exports=function(e){var l=document.createElement("style");return e.setAttributes(l,e.attributes),e.insert(l,e.options),l}},30(e,l,a){e.exports=function(e){var l=a.nc;l&&e.setAttribute("nonce",l)}},28(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var l=e.insertStyleElement(e);return{update:function(a){var o,r,t;o="",a.supports&&(o+="@supports (".concat(a.supports,") {")),a.media&&(o+="@media ".concat(a.media," {")),(r=void 0!==a.layer)&&(o+="@layer".concat(a.layer.length>0?" ".concat(a.layer):""," {")),o+=a.css,r&&(o+="}"),a.media&&(o+="}"),a.supports&&(o+="}"),(t=a.sourceMap)&&"u">typeof btoa&&(o+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(t))))," */")),e.styleTagTransform(o,l,e.options)},remove:function(){var e;null===(e=l).parentNode||e.parentNode.removeChild(e)}}}},32(e){e.exports=function(e,l){if(l.styleSheet)l.styleSheet.cssText=e;else{for(;l.firstChild;)l.removeChild(l.firstChild);l.appendChild(document.createTextNode(e))}}},26(e,l,a){var o=a(27),r=a.n(o),t=a(28),i=a.n(t),n=a(29),p=a.n(n),d=a(30),g=a.n(d),c=a(31),s=a.n(c),y=a(32),u=a.n(y),f=a(33),x={};x.styleTagTransform=u(),x.setAttributes=g(),x.insert=p().bind(null,"head"),x.domAPI=i(),x.insertStyleElement=s(),r()(f.A,x),f.A&&f.A.locals&&f.A.locals}}]);