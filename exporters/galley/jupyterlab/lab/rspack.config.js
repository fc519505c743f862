// Modules are numbered in the order in which they are met. Their usual numbers depend on the folder
// in which one builds, and then nobody could tell whether a build is that of the source.
module.exports = { optimization: { moduleIds: 'natural', chunkIds: 'natural' } };
