"use strict";(self.rspackChunkgalley=self.rspackChunkgalley||[]).push([[700],{646(e,r,o){var a=o(601),t=o.n(a),n=o(314),l=o.n(n),i=o(79),c=o(293),s=o(28),p=l()(t());p.i(i.A),p.i(c.A),p.i(s.A),p.push([e.id,`
`,""]),o.d(r,{},{A:p})},293(e,r,o){var a=o(601),t=o.n(a),n=o(314),l=(o.n(n))()(t());l.push([e.id,`.galley-page {
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
`,""]),o.d(r,{},{A:l})},28(e,r,o){var a=o(601),t=o.n(a),n=o(314),l=(o.n(n))()(t());l.push([e.id,`.galley-problems {
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
`,""]),o.d(r,{},{A:l})},79(e,r,o){var a=o(601),t=o.n(a),n=o(314),l=(o.n(n))()(t());l.push([e.id,`.galley-choice {
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
`,""]),o.d(r,{},{A:l})},314(e){e.exports=function(e){var r=[];return r.toString=function(){return this.map(function(r){var o="",a=void 0!==r[5];return r[4]&&(o+="@supports (".concat(r[4],") {")),r[2]&&(o+="@media ".concat(r[2]," {")),a&&(o+="@layer".concat(r[5].length>0?" ".concat(r[5]):""," {")),o+=e(r),a&&(o+="}"),r[2]&&(o+="}"),r[4]&&(o+="}"),o}).join("")},r.i=function(e,o,a,t,n){"string"==typeof e&&(e=[[null,e,void 0]]);var l={};if(a)for(var i=0;i<this.length;i++){var c=this[i][0];null!=c&&(l[c]=!0)}for(var s=0;s<e.length;s++){var p=[].concat(e[s]);a&&l[p[0]]||(void 0!==n&&(void 0===p[5]||(p[1]="@layer".concat(p[5].length>0?" ".concat(p[5]):""," {").concat(p[1],"}")),p[5]=n),o&&(p[2]&&(p[1]="@media ".concat(p[2]," {").concat(p[1],"}")),p[2]=o),t&&(p[4]?(p[1]="@supports (".concat(p[4],") {").concat(p[1],"}"),p[4]=t):p[4]="".concat(t)),r.push(p))}},r}},601(e){e.exports=function(e){return e[1]}},72(e){var r=[];function o(e){for(var o=-1,a=0;a<r.length;a++)if(r[a].identifier===e){o=a;break}return o}function a(e,a){for(var t={},n=[],l=0;l<e.length;l++){var i=e[l],c=a.base?i[0]+a.base:i[0],s=t[c]||0,p="".concat(c," ").concat(s);t[c]=s+1;var d=o(p),u={css:i[1],media:i[2],sourceMap:i[3],supports:i[4],layer:i[5]};if(-1!==d)r[d].references++,r[d].updater(u);else{var g=function(e,r){var o=r.domAPI(r);return o.update(e),function(r){r?(r.css!==e.css||r.media!==e.media||r.sourceMap!==e.sourceMap||r.supports!==e.supports||r.layer!==e.layer)&&o.update(e=r):o.remove()}}(u,a);a.byIndex=l,r.splice(l,0,{identifier:p,updater:g,references:1})}n.push(p)}return n}e.exports=function(e,t){var n=a(e=e||[],t=t||{});return function(e){e=e||[];for(var l=0;l<n.length;l++){var i=o(n[l]);r[i].references--}for(var c=a(e,t),s=0;s<n.length;s++){var p=o(n[s]);0===r[p].references&&(r[p].updater(),r.splice(p,1))}n=c}}},659(e){var r={};e.exports=function(e,o){var a=function(e){if(void 0===r[e]){var o=document.querySelector(e);if(window.HTMLIFrameElement&&o instanceof window.HTMLIFrameElement)try{o=o.contentDocument.head}catch(e){o=null}r[e]=o}return r[e]}(e);if(!a)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");a.appendChild(o)}},540(e){e.exports=function(e){var r=document.createElement("style");return e.setAttributes(r,e.attributes),e.insert(r,e.options),r}},56(e,r,o){e.exports=function(e){var r=o.nc;r&&e.setAttribute("nonce",r)}},825(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var r=e.insertStyleElement(e);return{update:function(o){var a,t,n;a="",o.supports&&(a+="@supports (".concat(o.supports,") {")),o.media&&(a+="@media ".concat(o.media," {")),(t=void 0!==o.layer)&&(a+="@layer".concat(o.layer.length>0?" ".concat(o.layer):""," {")),a+=o.css,t&&(a+="}"),o.media&&(a+="}"),o.supports&&(a+="}"),(n=o.sourceMap)&&"u">typeof btoa&&(a+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(n))))," */")),e.styleTagTransform(a,r,e.options)},remove:function(){var e;null===(e=r).parentNode||e.parentNode.removeChild(e)}}}},113(e){e.exports=function(e,r){if(r.styleSheet)r.styleSheet.cssText=e;else{for(;r.firstChild;)r.removeChild(r.firstChild);r.appendChild(document.createTextNode(e))}}},959(e,r,o){var a=o(72),t=o.n(a),n=o(825),l=o.n(n),i=o(659),c=o.n(i),s=o(56),p=o.n(s),d=o(540),u=o.n(d),g=o(113),y=o.n(g),f=o(646),v={};v.styleTagTransform=y(),v.setAttributes=p(),v.insert=c().bind(null,"head"),v.domAPI=l(),v.insertStyleElement=u(),t()(f.A,v),f.A&&f.A.locals&&f.A.locals}}]);