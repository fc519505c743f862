// A static export: plain files, as a web server or GitHub Pages takes them.
module.exports = { output: "export", trailingSlash: true, reactStrictMode: true };
