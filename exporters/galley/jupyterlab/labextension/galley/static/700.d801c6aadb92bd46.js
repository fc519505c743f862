"use strict";(self.rspackChunkgalley=self.rspackChunkgalley||[]).push([[700],{173(e,o,r){var a=r(601),l=r.n(a),n=r(314),t=(r.n(n))()(l());t.push([e.id,`.galley-wish {
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
`,""]),r.d(o,{},{A:t})},646(e,o,r){var a=r(601),l=r.n(a),n=r(314),t=r.n(n),i=r(79),p=r(293),s=r(28),c=r(173),d=r(595),u=t()(l());u.i(i.A),u.i(p.A),u.i(s.A),u.i(c.A),u.i(d.A),u.push([e.id,`
`,""]),r.d(o,{},{A:u})},293(e,o,r){var a=r(601),l=r.n(a),n=r(314),t=(r.n(n))()(l());t.push([e.id,`.galley-page {
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
`,""]),r.d(o,{},{A:t})},28(e,o,r){var a=r(601),l=r.n(a),n=r(314),t=(r.n(n))()(l());t.push([e.id,`.galley-problems {
  overflow: auto;
  padding: 4px 12px 16px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.45;
}

.galley-group h3 {
  margin: 12px 0 4px;
  font-size: var(--jp-ui-font-size1);
  font-weight: 600;
}

.galley-group ul {
  margin: 0;
  padding: 0;
  list-style: none;
}

.galley-problem {
  margin-block-end: 4px;
  border-inline-start: 3px solid var(--galley-mark);
}

.galley-problem button {
  display: grid;
  grid-template-columns: 1fr max-content;
  gap: 0 16px;
  width: 100%;
  padding: 4px 8px;
  border: 0;
  background: transparent;
  color: inherit;
  font: inherit;
  text-align: start;
}

.galley-problem button:enabled {
  cursor: pointer;
}

.galley-problem button:enabled:hover {
  background: var(--jp-layout-color2);
}

.galley-place,
.galley-fix,
.galley-problem details {
  color: var(--jp-ui-font-color2);
}

.galley-fix {
  grid-column: 1 / -1;
}

.galley-problem details {
  padding: 0 8px 4px;
  max-width: 80ch;
}

.galley-problem summary {
  width: max-content;
  cursor: pointer;
}

.galley-problem details p {
  margin: 2px 0 4px;
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
`,""]),r.d(o,{},{A:t})},595(e,o,r){var a=r(601),l=r.n(a),n=r(314),t=(r.n(n))()(l());t.push([e.id,`.galley-publishing {
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
`,""]),r.d(o,{},{A:t})},79(e,o,r){var a=r(601),l=r.n(a),n=r(314),t=(r.n(n))()(l());t.push([e.id,`.galley-choice {
  display: inline-flex;
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
`,""]),r.d(o,{},{A:t})},314(e){e.exports=function(e){var o=[];return o.toString=function(){return this.map(function(o){var r="",a=void 0!==o[5];return o[4]&&(r+="@supports (".concat(o[4],") {")),o[2]&&(r+="@media ".concat(o[2]," {")),a&&(r+="@layer".concat(o[5].length>0?" ".concat(o[5]):""," {")),r+=e(o),a&&(r+="}"),o[2]&&(r+="}"),o[4]&&(r+="}"),r}).join("")},o.i=function(e,r,a,l,n){"string"==typeof e&&(e=[[null,e,void 0]]);var t={};if(a)for(var i=0;i<this.length;i++){var p=this[i][0];null!=p&&(t[p]=!0)}for(var s=0;s<e.length;s++){var c=[].concat(e[s]);a&&t[c[0]]||(void 0!==n&&(void 0===c[5]||(c[1]="@layer".concat(c[5].length>0?" ".concat(c[5]):""," {").concat(c[1],"}")),c[5]=n),r&&(c[2]&&(c[1]="@media ".concat(c[2]," {").concat(c[1],"}")),c[2]=r),l&&(c[4]?(c[1]="@supports (".concat(c[4],") {").concat(c[1],"}"),c[4]=l):c[4]="".concat(l)),o.push(c))}},o}},601(e){e.exports=function(e){return e[1]}},72(e){var o=[];function r(e){for(var r=-1,a=0;a<o.length;a++)if(o[a].identifier===e){r=a;break}return r}function a(e,a){for(var l={},n=[],t=0;t<e.length;t++){var i=e[t],p=a.base?i[0]+a.base:i[0],s=l[p]||0,c="".concat(p," ").concat(s);l[p]=s+1;var d=r(c),u={css:i[1],media:i[2],sourceMap:i[3],supports:i[4],layer:i[5]};if(-1!==d)o[d].references++,o[d].updater(u);else{var g=function(e,o){var r=o.domAPI(o);return r.update(e),function(o){o?(o.css!==e.css||o.media!==e.media||o.sourceMap!==e.sourceMap||o.supports!==e.supports||o.layer!==e.layer)&&r.update(e=o):r.remove()}}(u,a);a.byIndex=t,o.splice(t,0,{identifier:c,updater:g,references:1})}n.push(c)}return n}e.exports=function(e,l){var n=a(e=e||[],l=l||{});return function(e){e=e||[];for(var t=0;t<n.length;t++){var i=r(n[t]);o[i].references--}for(var p=a(e,l),s=0;s<n.length;s++){var c=r(n[s]);0===o[c].references&&(o[c].updater(),o.splice(c,1))}n=p}}},659(e){var o={};e.exports=function(e,r){var a=function(e){if(void 0===o[e]){var r=document.querySelector(e);if(window.HTMLIFrameElement&&r instanceof window.HTMLIFrameElement)try{r=r.contentDocument.head}catch(e){r=null}o[e]=r}return o[e]}(e);if(!a)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");a.appendChild(r)}},540(e){e.exports=function(e){var o=document.createElement("style");return e.setAttributes(o,e.attributes),e.insert(o,e.options),o}},56(e,o,r){e.exports=function(e){var o=r.nc;o&&e.setAttribute("nonce",o)}},825(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var o=e.insertStyleElement(e);return{update:function(r){var a,l,n;a="",r.supports&&(a+="@supports (".concat(r.supports,") {")),r.media&&(a+="@media ".concat(r.media," {")),(l=void 0!==r.layer)&&(a+="@layer".concat(r.layer.length>0?" ".concat(r.layer):""," {")),a+=r.css,l&&(a+="}"),r.media&&(a+="}"),r.supports&&(a+="}"),(n=r.sourceMap)&&"u">typeof btoa&&(a+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(n))))," */")),e.styleTagTransform(a,o,e.options)},remove:function(){var e;null===(e=o).parentNode||e.parentNode.removeChild(e)}}}},113(e){e.exports=function(e,o){if(o.styleSheet)o.styleSheet.cssText=e;else{for(;o.firstChild;)o.removeChild(o.firstChild);o.appendChild(document.createTextNode(e))}}},959(e,o,r){var a=r(72),l=r.n(a),n=r(825),t=r.n(n),i=r(659),p=r.n(i),s=r(56),c=r.n(s),d=r(540),u=r.n(d),g=r(113),y=r.n(g),f=r(646),b={};b.styleTagTransform=y(),b.setAttributes=c(),b.insert=p().bind(null,"head"),b.domAPI=t(),b.insertStyleElement=u(),l()(f.A,b),f.A&&f.A.locals&&f.A.locals}}]);