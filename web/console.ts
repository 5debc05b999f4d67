// What the console shows first, fetched as one file: the frame, and an app's items in it.
export { default as Items } from './items/Items.tsx';
export { default as ActingPage } from './shell/ActingPage.tsx';
export { default as Shell } from './shell/Shell.tsx';
