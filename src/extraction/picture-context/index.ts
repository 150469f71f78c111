export { bindPictures } from './bind-pictures.ts';
export * from './binding.ts';
export { type BindCounts, bindFiles } from './files/bind-files.ts';
